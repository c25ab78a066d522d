package crateworks.export.made;

import crateworks.music.drive.GenreFamily;
import crateworks.music.drive.MadeTree;
import crateworks.music.drive.NumberedNames;
import crateworks.music.drive.PartKind;
import crateworks.music.mpc.MpcNames;
import crateworks.pipeline.port.Renditions;
import crateworks.pipeline.session.DriveShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Chooses which parts get patterns and where they lie, the best first, around those that lie there
 * already. Whoever goes on behind an interruption chooses the same: a folder's limit and the lowest
 * free number do not depend on which of the chosen were written first.
 */
final class PatternPlan {
    /** Fewer patterns of a genre and range of tempi go to the pack of all genres. */
    static final int PACK_LEAST = 8;

    private final DriveShape shape;
    private final int folderFilesMax;
    private final int packFilesMax;
    private final Map<String, NumberedNames> folders = new HashMap<>();
    private final Map<String, Integer> packs = new HashMap<>();
    private final List<Renditions.Part> wanted = new ArrayList<>();
    private final Map<String, Integer> wantedOfPack = new HashMap<>();

    PatternPlan(
            DriveShape shape,
            int folderFilesMax,
            int packFilesMax,
            Collection<String> patternPaths,
            Collection<String> packPaths) {
        this.shape = shape;
        this.folderFilesMax = folderFilesMax;
        this.packFilesMax = packFilesMax;
        patternPaths.forEach(this::lies);
        for (String path : packPaths) {
            lies(path);
            packs.merge(packOf(path), 1, Integer::sum);
        }
    }

    /**
     * A place that a part was given.
     *
     * @param title of the name, without kind and number
     */
    record Place(Tree tree, String folder, PartKind kind, String title, int number) {}

    /** A part that gets patterns. */
    record Chosen(Renditions.Part part, List<Place> places) {
        Chosen {
            places = List.copyOf(places);
        }
    }

    /** Takes a part into account; parts come the best first. */
    void add(Renditions.Part part) {
        if (wantsPattern(part) || wantsPack(part)) {
            wanted.add(part);
        }
        if (shape.packs()) {
            wantedOfPack.merge(familyPack(part), 1, Integer::sum);
        }
    }

    /** Those that get patterns, the best first. */
    List<Chosen> chosen() {
        var chosen = new ArrayList<Chosen>();
        for (Renditions.Part part : wanted) {
            var places = new ArrayList<Place>(2);
            PartKind kind = PartKind.of(part.category());
            String title = MpcNames.title(part.name(), kind.folder(), tempo(part));
            if (wantsPattern(part)) {
                String folder = MadeTree.patterns(kind, tempoFrom(part), part.key());
                place(Tree.PATTERN, folder, kind, title, places);
            }
            if (wantsPack(part)) {
                String pack = packFor(part);
                if (packs.getOrDefault(pack, 0) < packFilesMax
                        && place(Tree.PACK, pack + "/" + kind.folder(), kind, title, places)) {
                    packs.merge(pack, 1, Integer::sum);
                }
            }
            if (!places.isEmpty()) {
                chosen.add(new Chosen(part, places));
            }
        }
        return chosen;
    }

    /**
     * The lower end of a part's range of tempi, 0 when it has none, as one that was played freely:
     * it lies on the beat of none.
     */
    static int tempoFrom(Renditions.Part part) {
        return part.bpm().isPresent() && part.quarterBpm().isEmpty()
                ? MadeTree.tempoFrom(part.bpm().getAsDouble())
                : 0;
    }

    /** The tempo at which a device that counts quarters plays a part as it is heard. */
    static OptionalInt tempo(Renditions.Part part) {
        OptionalDouble bpm = part.quarterBpm().isPresent() ? part.quarterBpm() : part.bpm();
        return bpm.isPresent()
                ? OptionalInt.of((int) Math.rint(bpm.getAsDouble()))
                : OptionalInt.empty();
    }

    /** The pack that a path lies in. */
    static String packOf(String path) {
        int slash = path.indexOf('/', path.indexOf('/') + 1);
        return path.substring(0, slash);
    }

    private boolean wantsPattern(Renditions.Part part) {
        return shape.documents() && !part.trees().contains(Tree.PATTERN.word());
    }

    private boolean wantsPack(Renditions.Part part) {
        return shape.packs() && !part.trees().contains(Tree.PACK.word());
    }

    private static String familyPack(Renditions.Part part) {
        return MadeTree.pack(GenreFamily.of(part.genres()), tempoFrom(part));
    }

    private String packFor(Renditions.Part part) {
        String pack = familyPack(part);
        boolean stands =
                packs.containsKey(pack) || wantedOfPack.getOrDefault(pack, 0) >= PACK_LEAST;
        return stands ? pack : MadeTree.pack(GenreFamily.MIXED, tempoFrom(part));
    }

    private boolean place(
            Tree tree, String folder, PartKind kind, String title, List<Place> places) {
        NumberedNames names = folders.computeIfAbsent(folder, _ -> new NumberedNames());
        if (names.count() >= folderFilesMax) {
            return false;
        }
        String prefix = title.isEmpty() ? kind.folder() : kind.folder() + "-" + title;
        places.add(new Place(tree, folder, kind, title, names.take(prefix)));
        return true;
    }

    private void lies(String path) {
        int slash = path.lastIndexOf('/');
        folders.computeIfAbsent(path.substring(0, slash), _ -> new NumberedNames())
                .add(path.substring(slash + 1));
    }
}
