package crateworks.music.analysis;

import java.util.List;

/** A key: a tonic, 0 is C, and a mode. */
public record Tonality(int tonic, Mode mode) {
    private static final List<String> MAJOR_NAMES =
            List.of("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");
    private static final List<String> MINOR_NAMES =
            List.of("C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B");

    public Tonality {
        Checks.pitchClass(tonic);
    }

    /** The short name as musicians type it: {@code F#m}, {@code Bb}. */
    public String shortName() {
        return mode == Mode.MINOR ? tonicName() + "m" : tonicName();
    }

    /** The long name: {@code F# minor}, {@code Bb major}. */
    public String longName() {
        return tonicName() + (mode == Mode.MINOR ? " minor" : " major");
    }

    /** The tonic in the spelling that is common for this mode. */
    public String tonicName() {
        return (mode == Mode.MINOR ? MINOR_NAMES : MAJOR_NAMES).get(tonic);
    }

    /** The place on the Camelot wheel: {@code 8B} is C major, {@code 8A} is A minor. */
    public String camelot() {
        int majorTonic = mode == Mode.MINOR ? (tonic + 3) % 12 : tonic;
        int hour = (majorTonic * 7 + 8) % 12;
        return (hour == 0 ? 12 : hour) + (mode == Mode.MINOR ? "A" : "B");
    }

    /** The key with the same notes in the other mode. */
    public Tonality relative() {
        return mode == Mode.MINOR
                ? new Tonality((tonic + 3) % 12, Mode.MAJOR)
                : new Tonality((tonic + 9) % 12, Mode.MINOR);
    }
}
