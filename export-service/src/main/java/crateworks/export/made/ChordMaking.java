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
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Makes progressions of the chords that analysis is surest of, each sequence of chords once, and
 * the same chords as music to browse.
 */
final class ChordMaking {
    /** So many files are looked at for one that is kept. */
    private static final int LOOKED_AT = 10;

    /** Beside folders of tempi, a folder of chords holds two files each. */
    private static final int BROWSED_MAX = 200;

    /** The tempi of devices. */
    private static final double BPM_LOWEST = 20;

    private static final double BPM_HIGHEST = 300;

    /** So many may begin with the same four degrees: a menu shows little more of them. */
    private static final int ALIKE_MAX = 4;

    private final Renditions renditions;
    private final DriveShape shape;

    ChordMaking(Renditions renditions, DriveShape shape) {
        this.renditions = renditions;
        this.shape = shape;
    }

    void make(Target target) throws Outage, InterruptedException {
        Map<Long, ChordFiles> lying = ChordFiles.lying(target);
        var names = new NumberedNames();
        lying.values().forEach(files -> names.add(files.name() + ChordFiles.PROGRESSION));
        var sounds = new HashSet<String>();
        target.made(Tree.PROGRESSION)
                .values()
                .forEach(made -> sounds.add(ChordLists.sound(made.signature())));
        Map<String, Integer> browsed = browsed(target);
        List<Renditions.Chords> surest =
                renditions.chords(target.drive(), LOOKED_AT * shape.progressionsMax());
        for (Renditions.Chords chords : surest) {
            ChordFiles files = lying.getOrDefault(chords.file(), ChordFiles.NONE);
            if (!files.isEmpty() && !files.isWhole()) {
                complete(chords, files, sounds, browsed, target);
            }
        }
        for (Renditions.Chords chords : surest) {
            if (names.count() < shape.progressionsMax() && !lying.containsKey(chords.file())) {
                add(chords, names, sounds, browsed, target);
            }
        }
        target.flush();
    }

    /** Makes a progression if there is none like it. */
    private void add(
            Renditions.Chords chords,
            NumberedNames names,
            Set<String> sounds,
            Map<String, Integer> browsed,
            Target target)
            throws Outage, InterruptedException {
        Optional<ChordLists.Unnamed> unnamed = progression(chords);
        GenreFamily family = GenreFamily.of(chords.genres());
        String category = category(family, chords.minor());
        if (unnamed.isPresent()
                && names.lowest(category + "-" + unnamed.get().degrees()) <= ALIKE_MAX
                && sounds.add(ChordLists.sound(unnamed.get().signature()))) {
            ChordList list = named(unnamed.get(), category, names);
            put(chords, unnamed.get().signature(), list, target);
            browse(chords, list, ChordFiles.NONE, browsed, target);
        }
    }

    /**
     * Makes what is missing beside the other files of a progression, after a crash or for a repair;
     * nothing if the chords are no longer those that it was made of.
     */
    private void complete(
            Renditions.Chords chords,
            ChordFiles files,
            Set<String> sounds,
            Map<String, Integer> browsed,
            Target target)
            throws Outage, InterruptedException {
        Optional<ChordLists.Unnamed> unnamed = progression(chords);
        if (unnamed.isEmpty() || !files.isOf(unnamed.get())) {
            return;
        }
        sounds.add(ChordLists.sound(unnamed.get().signature()));
        ChordList list = unnamed.get().named(files.name());
        if (files.progression().isEmpty()) {
            put(chords, unnamed.get().signature(), list, target);
        }
        browse(chords, list, files, browsed, target);
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
                        MadeTree.PROGRESSIONS + "/" + list.name() + ChordFiles.PROGRESSION,
                        signature,
                        Bytes.of(ChordListWriter.write(list))));
    }

    private void browse(
            Renditions.Chords chords,
            ChordList list,
            ChordFiles there,
            Map<String, Integer> browsed,
            Target target)
            throws Outage, InterruptedException {
        String folder =
                there.folder()
                        .orElseGet(
                                () ->
                                        MadeTree.chords(
                                                GenreFamily.of(chords.genres()), chords.minor()));
        boolean full = browsed.getOrDefault(folder, 0) >= BROWSED_MAX;
        if (!shape.documents() || (full && there.folder().isEmpty())) {
            return;
        }
        OptionalInt bpm = bpm(chords);
        String stem =
                there.stem()
                        .orElseGet(
                                () ->
                                        MpcNames.chords(
                                                list.name(),
                                                list.chords().size(),
                                                bpm,
                                                chords.minor()));
        if (there.midi().isEmpty()) {
            browsed.merge(folder, 1, Integer::sum);
            Bytes midi = Bytes.of(ChordPatterns.midi(list, bpm).toArray());
            target.put(making(chords, folder + "/" + stem + ChordFiles.MIDI, midi));
        }
        if (there.pattern().isEmpty()) {
            byte[] pattern =
                    PatternWriter.write(ChordPatterns.pattern(list), PatternProfile.STANDARD);
            String path = folder + "/" + stem + ChordFiles.PATTERN;
            target.put(making(chords, path, Bytes.of(pattern)));
        }
    }

    private static Making making(Renditions.Chords chords, String path, Bytes content) {
        return new Making(Tree.CHORDS, OptionalLong.of(chords.file()), path, "", content);
    }

    /** The tempo of the music, if it is one that devices play. */
    private static OptionalInt bpm(Renditions.Chords chords) {
        double bpm = chords.bpm().orElse(0);
        return bpm >= BPM_LOWEST && bpm <= BPM_HIGHEST
                ? OptionalInt.of((int) Math.rint(bpm))
                : OptionalInt.empty();
    }

    private static Map<String, Integer> browsed(Target target) throws Outage {
        var counts = new HashMap<String, Integer>();
        for (String path : target.made(Tree.CHORDS).keySet()) {
            if (path.endsWith(ChordFiles.MIDI)) {
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
