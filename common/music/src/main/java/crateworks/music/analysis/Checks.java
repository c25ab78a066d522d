package crateworks.music.analysis;

/** The ranges that the values of a profile share. */
final class Checks {
    private Checks() {}

    static void confidence(double confidence) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence outside 0..1: " + confidence);
        }
    }

    static void pitchClass(int pitchClass) {
        if (pitchClass < 0 || pitchClass > 11) {
            throw new IllegalArgumentException("pitch class outside 0..11: " + pitchClass);
        }
    }

    static void notNegative(long value, String name) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " is negative: " + value);
        }
    }

    /** Rounds to a thousandth within 0..1, so that a stored confidence reads well. */
    static double rounded(double confidence) {
        return Math.round(Math.clamp(confidence, 0.0, 1.0) * 1000) / 1000.0;
    }
}
