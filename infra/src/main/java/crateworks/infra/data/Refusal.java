package crateworks.infra.data;

/**
 * Why the stack does not start: one sentence for the user, with what to do about it, and the exit
 * code of the process. Shown without a stack trace; the cause, where there is one, is for the log.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public Refusal(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Refusal(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public int exitCode() {
        return reason.exitCode();
    }

    /** The kinds of refusal, with exit codes as in {@code sysexits.h}. */
    public enum Reason {
        /** A server did not start or broke. */
        BROKEN(70),
        /** The disk is full or cannot be used. */
        STORAGE(74),
        /** Another process holds the data directory; trying later may work. */
        BUSY(75),
        /** A setting, path or version does not fit. */
        CONFIGURATION(78);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }
}
