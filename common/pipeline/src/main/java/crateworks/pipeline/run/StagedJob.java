package crateworks.pipeline.run;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.Outcome;
import crateworks.pipeline.Stage;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.Outage;
import java.util.ArrayList;
import java.util.List;

/**
 * The job that every stage is: gather what it needs, let it think, store its blobs, record its
 * outcomes. The order of the effects is the same for all: blobs, then rows, then records.
 */
public final class StagedJob<M extends Message, I, R, N extends Message> implements Job<M, N> {
    private final StageName name;
    private final Binding<M, I, R, N> binding;
    private final Stage<I, R> stage;
    private final BlobStore blobs;

    public StagedJob(
            StageName name, Binding<M, I, R, N> binding, Stage<I, R> stage, BlobStore blobs) {
        this.name = name;
        this.binding = binding;
        this.stage = stage;
        this.blobs = blobs;
    }

    @Override
    public StageName stage() {
        return name;
    }

    @Override
    public Performed<N> perform(List<M> batch) throws Outage, NotYet, InterruptedException {
        long startedNanos = System.nanoTime();
        List<Outcome<R>> outcomes = stage.process(binding.gather(batch));
        if (outcomes.size() != batch.size()) {
            throw new IllegalStateException(
                    name.word() + " gave " + outcomes.size() + " outcomes for " + batch.size());
        }
        List<Fate<N>> fates = binding.record(batch, outcomes, store(outcomes));
        return Tally.of(name, batch, fates, (System.nanoTime() - startedNanos) / 1_000);
    }

    private List<List<BlobRef>> store(List<Outcome<R>> outcomes)
            throws Outage, InterruptedException {
        var contents = new ArrayList<Bytes>();
        for (Outcome<R> outcome : outcomes) {
            contents.addAll(blobsOf(outcome));
        }
        List<BlobRef> refs = contents.isEmpty() ? List.of() : blobs.write(contents);
        var stored = new ArrayList<List<BlobRef>>(outcomes.size());
        int from = 0;
        for (Outcome<R> outcome : outcomes) {
            int to = from + blobsOf(outcome).size();
            stored.add(refs.subList(from, to));
            from = to;
        }
        return stored;
    }

    private static <R> List<Bytes> blobsOf(Outcome<R> outcome) {
        return outcome instanceof Outcome.Done<R> done ? done.blobs() : List.of();
    }
}
