package crateworks.music.analysis;

/** How long a file is, in bars and in clock time, and whether it is made to go round. */
public record LengthEstimate(
        int bars, long durationMicros, Form form, double confidence, String reason) {
    public LengthEstimate {
        Checks.notNegative(bars, "bars");
        Checks.notNegative(durationMicros, "durationMicros");
        Checks.confidence(confidence);
    }

    /** What a file is for, by its length. */
    public enum Form {
        /** A single hit or chord. */
        ONE_SHOT,
        /** Whole bars, few of them, that can be repeated. */
        LOOP,
        /** Longer than a loop, with a course of its own. */
        SONG,
        /** Neither is evident. */
        UNKNOWN
    }
}
