package crateworks.pipeline.port;

/** A stored content is gone or is not what was stored; parks the one file that needs it. */
public final class DamagedBlob extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DamagedBlob(String message) {
        super(message);
    }
}
