package crateworks.infra.doctor;

/**
 * What one look at the machine found.
 *
 * @param name a few words, the same in every release
 * @param sentence what was found and, unless all is well, what to do
 */
public record Check(String name, Verdict verdict, String sentence) {
    /** How well a thing fits. */
    public enum Verdict {
        OK,
        /** It works, though slowly or not for everything. */
        WARN,
        /** The stack will not start. */
        FAIL
    }

    static Check ok(String name, String sentence) {
        return new Check(name, Verdict.OK, sentence);
    }

    static Check warn(String name, String sentence) {
        return new Check(name, Verdict.WARN, sentence);
    }

    static Check fail(String name, String sentence) {
        return new Check(name, Verdict.FAIL, sentence);
    }
}
