package crateworks.pipeline.run;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.Outage;
import java.util.List;

/**
 * A stage bound to the outside: what one worker does with one batch.
 *
 * <p>When {@link #perform} returns, blobs are stored and rows are committed, and only the records
 * on the topics are left to do. It may be called again with any part of the same batch: every
 * effect is the same the second time.
 */
public interface Job<M extends Message, N extends Message> {
    StageName stage();

    /**
     * Performs a batch.
     *
     * @throws Outage when something outside is down; nothing was the files' fault
     * @throws NotYet when these records have to wait for something inside the pipeline
     * @throws RuntimeException when a file of the batch cannot be worked on; which one is found out
     *     by performing parts of the batch
     */
    Performed<N> perform(List<M> batch) throws Outage, NotYet, InterruptedException;
}
