package crateworks.cli;

/** Why a command cannot do what it was asked: one sentence for the user, and an exit code. */
final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Usage(int exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    int exitCode() {
        return exitCode;
    }
}
