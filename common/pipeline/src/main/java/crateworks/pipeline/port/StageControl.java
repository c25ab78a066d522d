package crateworks.pipeline.port;

import crateworks.pipeline.StageName;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What people have asked of the stages. It is kept, so that a stage which was paused is still
 * paused after everything was started again; all processes obey within a few seconds.
 */
public interface StageControl {
    /** The most workers that a stage can be given in one process. */
    int WORKERS_MAX = 256;

    /**
     * What was asked of one stage.
     *
     * @param paused whether its workers begin no batch; the one that they have is finished
     * @param workers in each process that hosts it, as far as there are partitions; as the process
     *     was configured when empty
     */
    record Wish(boolean paused, OptionalInt workers) {
        /** What a stage does that nothing was asked of. */
        public static final Wish NONE = new Wish(false, OptionalInt.empty());

        public Wish {
            if (workers.isPresent()
                    && (workers.getAsInt() < 1 || workers.getAsInt() > WORKERS_MAX)) {
                throw new IllegalArgumentException("no number of workers: " + workers);
            }
        }
    }

    /** What is asked of every stage at the moment. */
    Map<StageName, Wish> wishes() throws Outage;

    void pause(StageName stage) throws Outage;

    void resume(StageName stage) throws Outage;

    /** Gives the stage so many workers in each process; those it was configured with when empty. */
    void setWorkers(StageName stage, OptionalInt workers) throws Outage;
}
