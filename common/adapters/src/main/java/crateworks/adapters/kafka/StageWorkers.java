package crateworks.adapters.kafka;

import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.Parking;
import crateworks.pipeline.run.Job;
import crateworks.pipeline.run.RunLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The workers of one stage in this process. */
public final class StageWorkers implements AutoCloseable {
    private static final Duration DRAIN_WITHIN = Duration.ofSeconds(60);

    private final List<StageWorker<?, ?>> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private StageWorkers() {}

    /** Starts {@code count} workers, each a thread of its own, that do {@code job}. */
    public static <M extends Message, N extends Message> StageWorkers start(
            KafkaSettings settings,
            Lane<M> lane,
            int count,
            MessageCodec codec,
            Job<M, N> job,
            Parking parking,
            RunLimits limits) {
        var stage = new StageWorkers();
        for (int index = 0; index < count; index++) {
            var worker =
                    new StageWorker<>(
                            settings, lane, new Share(index, count), codec, job, parking, limits);
            stage.workers.add(worker);
            stage.threads.add(
                    Thread.ofPlatform().name(job.stage().word() + "-" + index).start(worker));
        }
        return stage;
    }

    /** What each worker does at the moment. */
    public List<WorkerState> states() {
        return workers.stream().map(StageWorker::state).toList();
    }

    /** Asks all workers to finish what they have; returns at once. */
    public void stop() {
        workers.forEach(StageWorker::stop);
    }

    /** Stops all workers and waits; one that does not finish in time is cut off. */
    @Override
    public void close() {
        stop();
        long deadline = System.nanoTime() + DRAIN_WITHIN.toNanos();
        try {
            for (Thread thread : threads) {
                long millisLeft = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
                if (!thread.join(Duration.ofMillis(millisLeft))) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }
}
