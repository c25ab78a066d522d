package crateworks.music.analysis;

import java.util.List;

/**
 * The chords of a file.
 *
 * <p>{@code signature} names the progression independent of its key: the first chord's quality,
 * then each step in semitones with the next quality, {@code maj +7 maj +2 min +8 maj}; it is empty
 * without chords. {@code romans} are the same chords in the file's key and empty when that is
 * unknown. {@code complexity} is 0 for a single triad and nears 1 for many changing, extended
 * chords.
 */
public record Harmony(
        List<ChordSpan> chords,
        String signature,
        List<String> romans,
        double complexity,
        double confidence,
        Source source,
        String reason) {
    /** How many chords are kept. */
    public static final int SPANS_MAX = 4_096;

    /** How many chords a signature and its roman numerals name. */
    public static final int PROGRESSION_MAX = 16;

    public Harmony {
        Checks.confidence(confidence);
        Checks.confidence(complexity);
        chords = List.copyOf(chords);
        romans = List.copyOf(romans);
    }

    static Harmony none(String reason) {
        return new Harmony(List.of(), "", List.of(), 0, 0, Source.DEFAULT, reason);
    }
}
