package crateworks.pipeline.run;

/**
 * One file cannot be worked on now, though it may be later: parked with this code and sentence when
 * it stays so.
 */
public final class FileTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public FileTrouble(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** Stable, in capitals. */
    public String code() {
        return code;
    }
}
