package crateworks.export.made;

import crateworks.music.drive.GenreFamily;
import crateworks.music.drive.MadeTree;
import crateworks.music.drive.NumberedNames;
import crateworks.music.mpc.ChordList;
import crateworks.music.mpc.ChordListWriter;
import crateworks.music.mpc.ChordLists;
import crateworks.music.mpc.ChordPatterns;
import crateworks.music.mpc.MpcNames;
import crateworks.music.mpc.PatternProfile;
import crateworks.music.mpc.PatternWriter;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renditions;
import crateworks.pipeline.session.DriveShape;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes progressions of the chords that analysis is surest of, each sequence of chords once, and
 * the same chords as music to browse.
 */
final class ChordMaking {
    /** So many files are looked at for one that is kept. */
    private static final int LOOKED_AT = 10;

    /** Beside folders of tempi, a folder of chords holds two files each. */
    private static final int BROWSED_MAX = 200;

    /** So many may begin with the same four degrees: a menu shows little more of them. */
    private static final int ALIKE_MAX = 4;

    private final Renditions renditions;
    private final DriveShape shape;

    ChordMaking(Renditions renditions, DriveShape shape) {
        this.renditions = renditions;
        this.shape = shape;
    }

    void make(Target target) throws Outage, InterruptedException {
        var names = new NumberedNames();
        var signatures = new HashSet<String>();
        for (Renditions.Made made : target.made(Tree.PROGRESSION).values()) {
            names.add(made.path().substring(made.path().lastIndexOf('/') + 1));
            signatures.add(made.signature());
        }
        Map<String, Integer> browsed = browsed(target);
        List<Renditions.Chords> surest =
                renditions.chords(target.drive(), LOOKED_AT * shape.progressionsMax());
        for (Renditions.Chords chords : surest) {
            if (names.count() >= shape.progressionsMax()) {
                break;
            }
            Optional<ChordLists.Unnamed> unnamed = progression(chords);
            GenreFamily family = GenreFamily.of(chords.genres());
            String category = category(family, chords.minor());
            if (unnamed.isPresent()
                    && names.lowest(category + "-" + unnamed.get().degrees()) <= ALIKE_MAX
                    && signatures.add(unnamed.get().signature())) {
                ChordList list = named(unnamed.get(), category, names);
                put(chords, unnamed.get().signature(), list, target);
                browse(chords, list, MadeTree.chords(family, chords.minor()), browsed, target);
            }
        }
        target.flush();
    }

    private static String category(GenreFamily family, boolean minor) {
        String mode = minor ? "Minor" : "Major";
        return family == GenreFamily.MIXED ? mode : family.title();
    }

    private static ChordList named(
            ChordLists.Unnamed unnamed, String category, NumberedNames names) {
        int number = names.take(category + "-" + unnamed.degrees());
        return unnamed.named(MpcNames.progression(category, unnamed.degrees(), number));
    }

    private static void put(
            Renditions.Chords chords, String signature, ChordList list, Target target)
            throws Outage, InterruptedException {
        target.put(
                new Making(
                        Tree.PROGRESSION,
                        OptionalLong.of(chords.file()),
                        MadeTree.PROGRESSIONS + "/" + list.name() + ".progression",
                        signature,
                        Bytes.of(ChordListWriter.write(list))));
    }

    private void browse(
            Renditions.Chords chords,
            ChordList list,
            String folder,
            Map<String, Integer> browsed,
            Target target)
            throws Outage, InterruptedException {
        if (!shape.documents() || browsed.getOrDefault(folder, 0) >= BROWSED_MAX) {
            return;
        }
        browsed.merge(folder, 1, Integer::sum);
        var file = OptionalLong.of(chords.file());
        byte[] midi = ChordPatterns.midi(list).toArray();
        byte[] pattern = PatternWriter.write(ChordPatterns.pattern(list), PatternProfile.STANDARD);
        String stem = folder + "/" + list.name();
        target.put(new Making(Tree.CHORDS, file, stem + ".mid", "", Bytes.of(midi)));
        target.put(new Making(Tree.CHORDS, file, stem + ".mpcpattern", "", Bytes.of(pattern)));
    }

    private static Map<String, Integer> browsed(Target target) throws Outage {
        var counts = new HashMap<String, Integer>();
        for (String path : target.made(Tree.CHORDS).keySet()) {
            if (path.endsWith(".mid")) {
                counts.merge(path.substring(0, path.lastIndexOf('/')), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static Optional<ChordLists.Unnamed> progression(Renditions.Chords chords) {
        try {
            return ChordLists.of(ChordLabels.read(chords.chords()), chords.tonic(), chords.minor());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
