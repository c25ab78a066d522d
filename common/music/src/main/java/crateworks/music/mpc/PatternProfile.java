package crateworks.music.mpc;

/**
 * How patterns are written.
 *
 * @param generation the form of the events; {@link Generation#FLAT} is read by every device
 * @param preamble whether three events come first that some converters write
 */
public record PatternProfile(Generation generation, Preamble preamble) {
    public static final PatternProfile STANDARD =
            new PatternProfile(Generation.FLAT, Preamble.NONE);

    /** The form of a pattern's events. */
    public enum Generation {
        /** Flat objects: MPC 2, Force and MPC 3. */
        FLAT,
        /** Nested objects, as MPC 3 exports them. */
        NESTED
    }

    /** What comes before the notes. */
    public enum Preamble {
        NONE,
        /** Bank 0 and program 100; untested on devices, and may change a synth's program. */
        MIDIAN
    }
}
