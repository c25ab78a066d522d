package crateworks.adapters.kafka;

import crateworks.adapters.kafka.KafkaSettings.Sharing;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.Measures;
import crateworks.pipeline.port.Parking;
import crateworks.pipeline.run.Job;
import crateworks.pipeline.run.RunLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/**
 * The workers of one stage in this process. Their number can be changed while they work, and they
 * can be paused; one thread at a time may ask for that.
 */
public final class StageWorkers implements AutoCloseable {
    private static final Duration DRAIN_WITHIN = Duration.ofSeconds(60);

    private final Hiring hiring;
    private final Sharing sharing;
    private final List<Seat> seats = new CopyOnWriteArrayList<>();
    private final List<Seat> leaving = new CopyOnWriteArrayList<>();
    private volatile boolean paused;
    private volatile boolean closing;

    /** A worker and its thread. */
    private record Seat(StageWorker<?, ?> worker, Thread thread) {}

    private interface Hiring {
        Seat hire(Share share, BooleanSupplier paused);
    }

    private StageWorkers(Hiring hiring, Sharing sharing, boolean paused) {
        this.hiring = hiring;
        this.sharing = sharing;
        this.paused = paused;
    }

    /** Starts workers, each a thread of its own, that do {@code job}; nobody counts what. */
    static <M extends Message, N extends Message> StageWorkers start(
            KafkaSettings settings,
            Lane<M> lane,
            Staffing staffing,
            MessageCodec codec,
            Job<M, N> job,
            Parking parking,
            RunLimits limits) {
        return start(settings, lane, staffing, codec, job, parking, limits, Measures.NONE);
    }

    /** Starts workers that do {@code job}, and tell {@code measures} what they did. */
    public static <M extends Message, N extends Message> StageWorkers start(
            KafkaSettings settings,
            Lane<M> lane,
            Staffing staffing,
            MessageCodec codec,
            Job<M, N> job,
            Parking parking,
            RunLimits limits,
            Measures measures) {
        Hiring hiring =
                (share, paused) -> {
                    var worker =
                            new StageWorker<>(
                                    settings, lane, share, codec, job, parking, limits, measures,
                                    paused);
                    String name = job.stage().word() + "-" + share.index();
                    return new Seat(worker, Thread.ofPlatform().name(name).start(worker));
                };
        var stage = new StageWorkers(hiring, settings.sharing(), staffing.paused());
        stage.obey(staffing);
        return stage;
    }

    /** What each worker does at the moment. */
    public List<WorkerState> states() {
        return seats.stream().map(seat -> seat.worker().state()).toList();
    }

    /** How many partitions these workers have together. */
    public int partitions() {
        return seats.stream().mapToInt(seat -> seat.worker().partitions()).sum();
    }

    public boolean isPaused() {
        return paused;
    }

    /**
     * Pauses or resumes, and brings the number of workers nearer to the one that is wanted. Returns
     * at once; workers who have to leave finish their batches first, so it takes several calls.
     */
    public void obey(Staffing staffing) {
        paused = staffing.paused();
        leaving.removeIf(seat -> !seat.thread().isAlive());
        int now = seats.size();
        int wanted = staffing.workers();
        if (closing || now == wanted || !leaving.isEmpty()) {
            return;
        }
        if (now > wanted || (now > 0 && sharing == Sharing.ALONE)) {
            dismiss(now > wanted && sharing == Sharing.GROUP ? wanted : 0);
            return;
        }
        for (int index = now; index < wanted; index++) {
            seats.add(hiring.hire(new Share(index, wanted), () -> paused));
        }
    }

    /**
     * Has those behind the first {@code kept} leave. Who deals out partitions alone keeps none, as
     * all shares change with the number of workers.
     */
    private void dismiss(int kept) {
        List<Seat> gone = List.copyOf(seats.subList(kept, seats.size()));
        leaving.addAll(gone);
        seats.removeAll(gone);
        gone.forEach(seat -> seat.worker().stop());
    }

    private List<Seat> all() {
        var all = new ArrayList<Seat>(seats);
        all.addAll(leaving);
        return all;
    }

    /** Asks all workers to finish what they have; returns at once. */
    public void stop() {
        closing = true;
        all().forEach(seat -> seat.worker().stop());
    }

    /** Stops all workers and waits; one that does not finish in time is cut off. */
    @Override
    public void close() {
        stop();
        List<Thread> threads = all().stream().map(Seat::thread).toList();
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
