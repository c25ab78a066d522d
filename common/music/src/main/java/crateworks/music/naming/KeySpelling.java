package crateworks.music.naming;

/** How keys are written in names. */
public final class KeySpelling {
    private static final String[] MAJOR = {
        "C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"
    };
    private static final String[] MINOR = {
        "C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B"
    };
    private static final int CLASSES = 12;
    private static final int FIFTH = 7;

    private KeySpelling() {}

    /** A key in the spelling with the fewest accidentals, such as {@code Cmaj}, {@code F#min}. */
    public static String plain(int tonicPitchClass, boolean minor) {
        checkPitchClass(tonicPitchClass);
        return minor ? MINOR[tonicPitchClass] + "min" : MAJOR[tonicPitchClass] + "maj";
    }

    /** A key on the wheel of fifths that DJs use: C major is {@code 8B}, A minor {@code 8A}. */
    public static String camelot(int tonicPitchClass, boolean minor) {
        checkPitchClass(tonicPitchClass);
        int major = minor ? tonicPitchClass + 3 : tonicPitchClass;
        int hour = (major * FIFTH + 7) % CLASSES + 1;
        return hour + (minor ? "A" : "B");
    }

    private static void checkPitchClass(int pitchClass) {
        if (pitchClass < 0 || pitchClass >= CLASSES) {
            throw new IllegalArgumentException("no pitch class: " + pitchClass);
        }
    }
}
