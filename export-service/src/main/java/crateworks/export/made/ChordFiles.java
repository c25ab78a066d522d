package crateworks.export.made;

import crateworks.music.mpc.ChordLists;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renditions.Made;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What lies on a drive of the chords of one file: the progression for the menu, and its music in
 * two forms.
 *
 * @param signature of the progression that lies there
 */
record ChordFiles(
        Optional<String> progression,
        Optional<String> signature,
        Optional<String> midi,
        Optional<String> pattern) {
    static final String PROGRESSION = ".progression";
    static final String MIDI = ".mid";
    static final String PATTERN = ".mpcpattern";

    static final ChordFiles NONE =
            new ChordFiles(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What names of music say behind that of their progression. */
    private static final Pattern MEASURES = Pattern.compile("(?<= \\d{2,4}) \\d+b .*$");

    /** What lies on the drive of {@code target}, by file. */
    static Map<Long, ChordFiles> lying(Target target) throws Outage {
        var lying = new HashMap<Long, ChordFiles>();
        for (Tree tree : new Tree[] {Tree.PROGRESSION, Tree.CHORDS}) {
            for (Made made : target.made(tree).values()) {
                if (made.file().isPresent()) {
                    lying.compute(
                            made.file().getAsLong(),
                            (_, before) -> (before == null ? NONE : before).with(made));
                }
            }
        }
        return lying;
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    boolean isWhole() {
        return progression.isPresent() && midi.isPresent() && pattern.isPresent();
    }

    /** The name of the progression. */
    String name() {
        return progression
                .map(ChordFiles::stemOf)
                .or(() -> stem().map(stem -> MEASURES.matcher(stem).replaceFirst("")))
                .orElse("");
    }

    /** What both forms of the music are called. */
    Optional<String> stem() {
        return music().map(ChordFiles::stemOf);
    }

    /** Where the music lies. */
    Optional<String> folder() {
        return music().map(path -> path.substring(0, path.lastIndexOf('/')));
    }

    /** Whether this was made of these chords. */
    boolean isOf(ChordLists.Unnamed chords) {
        return signature
                .map(chords.signature()::equals)
                .orElse(name().contains("-" + chords.degrees() + " "));
    }

    private ChordFiles with(Made made) {
        Optional<String> path = Optional.of(made.path());
        if (made.path().endsWith(PROGRESSION)) {
            return new ChordFiles(path, Optional.of(made.signature()), midi, pattern);
        }
        return made.path().endsWith(MIDI)
                ? new ChordFiles(progression, signature, path, pattern)
                : new ChordFiles(progression, signature, midi, path);
    }

    private Optional<String> music() {
        return midi.or(() -> pattern);
    }

    private static String stemOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }
}
