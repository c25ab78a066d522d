package crateworks.pipeline.message;

/**
 * What one batch of a stage did for one session: files in, files out, and where the rest went.
 *
 * @param stage the stage's word, or {@code discover} for the search itself
 * @param busyMicros wall time that the worker spent on the batch, shared out by files
 */
public record Progress(
        int version,
        long session,
        String stage,
        long in,
        long out,
        long duplicate,
        long rejected,
        long parked,
        long busyMicros) {
    /** The two together; both must speak of the same session and stage. */
    public Progress plus(Progress other) {
        return new Progress(
                version,
                session,
                stage,
                in + other.in,
                out + other.out,
                duplicate + other.duplicate,
                rejected + other.rejected,
                parked + other.parked,
                busyMicros + other.busyMicros);
    }
}
