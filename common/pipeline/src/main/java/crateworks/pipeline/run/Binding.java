package crateworks.pipeline.run;

import crateworks.pipeline.Outcome;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.Outage;
import java.util.List;

/** How a stage is fed, and where its outcomes go; both once for a whole batch. */
public interface Binding<M extends Message, I, R, N extends Message> {
    /** Asks the outside for what the stage needs; one input for each record, in their order. */
    List<I> gather(List<M> batch) throws Outage, NotYet, InterruptedException;

    /**
     * Records the outcomes in one transaction.
     *
     * @param stored for each outcome where its blobs lie, in their order
     * @return what became of each record, in their order
     */
    List<Fate<N>> record(List<M> batch, List<Outcome<R>> outcomes, List<List<BlobRef>> stored)
            throws Outage, InterruptedException;
}
