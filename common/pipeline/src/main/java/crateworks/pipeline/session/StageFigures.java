package crateworks.pipeline.session;

/**
 * What one stage did in a session.
 *
 * @param stage the stage's word, or {@code discover}
 * @param busySeconds wall time its workers spent on batches, all workers together
 */
public record StageFigures(
        String stage,
        long in,
        long out,
        long duplicate,
        long rejected,
        long parked,
        double busySeconds) {}
