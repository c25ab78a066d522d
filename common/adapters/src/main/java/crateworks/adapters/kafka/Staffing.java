package crateworks.adapters.kafka;

import crateworks.pipeline.port.StageControl.Wish;

/**
 * How a stage is to work in this process.
 *
 * @param workers how many work on it
 * @param paused whether they begin no batch
 */
public record Staffing(int workers, boolean paused) {
    public Staffing {
        if (workers < 1) {
            throw new IllegalArgumentException("no workers: " + workers);
        }
    }

    /**
     * What a wish makes of a stage that was configured with so many workers. More than there are
     * partitions would have nothing to do.
     */
    public static Staffing of(Wish wish, int configured, int partitions) {
        int workers =
                wish.workers().isPresent()
                        ? Math.clamp(wish.workers().getAsInt(), 1, Math.max(1, partitions))
                        : configured;
        return new Staffing(workers, wish.paused());
    }
}
