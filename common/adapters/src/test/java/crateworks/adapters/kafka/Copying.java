package crateworks.adapters.kafka;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Found;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.Fate;
import crateworks.pipeline.run.Job;
import crateworks.pipeline.run.NotYet;
import crateworks.pipeline.run.Performed;
import crateworks.pipeline.run.Tally;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A job that passes on what it gets, remembers it, and does before that what a test wants. */
final class Copying implements Job<Found, Found> {
    /** What comes before a batch is performed. */
    @FunctionalInterface
    interface Before {
        void batch(List<Found> batch) throws Outage, NotYet, InterruptedException;
    }

    /** The threads that performed anything. */
    final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** How often each item was performed. */
    final Map<Long, Integer> performed = new ConcurrentHashMap<>();

    final AtomicInteger batches = new AtomicInteger();

    private final Before before;

    Copying() {
        this(_ -> {});
    }

    Copying(Before before) {
        this.before = before;
    }

    @Override
    public StageName stage() {
        return StageName.SANITIZE;
    }

    @Override
    public Performed<Found> perform(List<Found> batch) throws Outage, NotYet, InterruptedException {
        batches.incrementAndGet();
        before.batch(batch);
        threads.add(Thread.currentThread());
        batch.forEach(each -> performed.merge(each.item(), 1, Integer::sum));
        List<Fate<Found>> fates =
                batch.stream().<Fate<Found>>map(each -> new Fate.Onward<>(List.of(each))).toList();
        return Tally.of(stage(), batch, fates, 1_000);
    }
}
