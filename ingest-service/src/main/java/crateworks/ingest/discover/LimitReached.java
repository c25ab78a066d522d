package crateworks.ingest.discover;

/** Ends a search when as many new files were found as were asked for. */
final class LimitReached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitReached() {
        super("enough", null, false, false);
    }
}
