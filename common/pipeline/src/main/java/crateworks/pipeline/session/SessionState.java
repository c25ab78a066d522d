package crateworks.pipeline.session;

/** How far a run is. */
public enum SessionState {
    /** Looking for files; stages work at the same time. */
    SCANNING,
    /** Everything was found; stages work. */
    PROCESSING,
    /** The drive is planned and is being written. */
    EXPORTING,
    /** At rest: every item has its end. */
    COMPLETED,
    /** Stopped by the user; the same command goes on with it. */
    CANCELLED,
    /** Stopped by something that the run cannot repair; the same command goes on with it. */
    FAILED
}
