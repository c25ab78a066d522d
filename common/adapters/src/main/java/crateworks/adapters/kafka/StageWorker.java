package crateworks.adapters.kafka;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Parked;
import crateworks.pipeline.port.Measures;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Parking;
import crateworks.pipeline.run.BatchRunner;
import crateworks.pipeline.run.Finished;
import crateworks.pipeline.run.Job;
import crateworks.pipeline.run.NotYet;
import crateworks.pipeline.run.RunLimits;
import crateworks.pipeline.run.TooManyHang;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One worker of a stage: reads a batch, has it performed, and publishes results, counts and the
 * place it has read to in one transaction. Whatever fails on the way is read again.
 */
final class StageWorker<M extends Message, N extends Message> implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(StageWorker.class);
    private static final String BROKER = "the broker";

    /** Publishing takes milliseconds; what takes longer waits for the broker. */
    private static final long PUBLISHING_NANOS = Duration.ofSeconds(1).toNanos();

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration NOT_YET_PAUSE = Duration.ofMillis(500);
    private static final Duration BROKER_PAUSE = Duration.ofSeconds(1);
    private static final Duration ALIVE_EVERY = Duration.ofSeconds(1);

    private final KafkaSettings settings;
    private final Lane<M> lane;
    private final Share share;
    private final MessageCodec codec;
    private final Parking parking;
    private final BatchRunner<M, N> runner;
    private final Measures measures;
    private final BooleanSupplier paused;
    private volatile boolean publishing;
    private volatile long publishingSinceNanos;
    private volatile int partitions;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile WorkerState state = new WorkerState.Idle();

    StageWorker(
            KafkaSettings settings,
            Lane<M> lane,
            Share share,
            MessageCodec codec,
            Job<M, N> job,
            Parking parking,
            RunLimits limits,
            Measures measures,
            BooleanSupplier paused) {
        this.settings = settings;
        this.lane = lane;
        this.share = share;
        this.codec = codec;
        this.parking = parking;
        this.measures = measures;
        this.paused = paused;
        this.runner = new BatchRunner<>(job, parking, this::text, limits, this::weather);
    }

    /** Asks the worker to finish its batch and end. */
    void stop() {
        stopping.countDown();
    }

    /** How many partitions fall to it at the moment. */
    int partitions() {
        return partitions;
    }

    WorkerState state() {
        WorkerState now = state;
        boolean late = publishing && System.nanoTime() - publishingSinceNanos > PUBLISHING_NANOS;
        return late && !(now instanceof WorkerState.Stopped)
                ? new WorkerState.Waiting(BROKER)
                : now;
    }

    private void become(WorkerState now) {
        publishing = false;
        state = now;
    }

    @Override
    public void run() {
        try (var _ = MDC.putCloseable("stage", runner.stage().word())) {
            while (!isStopping()) {
                try {
                    work();
                } catch (InterruptException | WakeupException e) {
                    throw e;
                } catch (RuntimeException | Error | Outage e) { // whatever it is, work goes on
                    recover(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InterruptException | WakeupException e) {
            LOG.debug("{} was interrupted", role(), e);
        } finally {
            become(new WorkerState.Stopped());
        }
    }

    private void recover(Throwable failure) throws InterruptedException {
        if (isStopping()) {
            return;
        }
        boolean known =
                failure instanceof KafkaException
                        || failure instanceof Outage
                        || failure instanceof TooManyHang;
        LOG.warn("{} starts again after {}", role(), failure.toString(), known ? null : failure);
        become(new WorkerState.Waiting(awaitedAfter(failure)));
        if (stopping.await(BROKER_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("{} was stopped while it waited", role());
        }
    }

    private static String awaitedAfter(Throwable failure) {
        return switch (failure) {
            case Outage outage -> outage.of();
            case TooManyHang _ -> "a new start of this process";
            default -> BROKER;
        };
    }

    /** Opens reader and writer, and works until stopped or until either fails. */
    private void work() throws Outage, InterruptedException {
        try (var writer = new BatchWriter(settings, role(), codec);
                var reader = new BatchReader(settings, runner.stage(), lane.in(), share);
                var alive = new BusyThread(role())) {
            while (!isStopping()) {
                partitions = reader.partitions();
                if (paused.getAsBoolean()) {
                    rest(reader);
                    continue;
                }
                ConsumerRecords<byte[], byte[]> records = reader.poll(POLL);
                if (records.isEmpty()) {
                    become(idle(reader));
                    reader.commitPassedMarkers();
                } else {
                    become(new WorkerState.Working());
                    perform(records, reader, writer, alive);
                }
            }
        }
    }

    private void rest(BatchReader reader) throws InterruptedException {
        reader.stayAlive();
        become(reader.isConnected() ? new WorkerState.Paused() : new WorkerState.Waiting(BROKER));
        if (stopping.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("{} was stopped while its stage was paused", role());
        }
    }

    private static WorkerState idle(BatchReader reader) {
        return reader.isConnected() ? new WorkerState.Idle() : new WorkerState.Waiting(BROKER);
    }

    private void perform(
            ConsumerRecords<byte[], byte[]> records,
            BatchReader reader,
            BatchWriter writer,
            BusyThread alive)
            throws Outage, InterruptedException {
        long startedNanos = System.nanoTime();
        Decoded<M> decoded = Decoded.of(records, codec, lane.type(), runner.stage());
        if (!decoded.poison().isEmpty()) {
            parking.park(decoded.poison());
        }
        Optional<Finished<N>> finished = performed(decoded.messages(), records, reader, alive);
        if (finished.isPresent()) {
            if (publish(finished.get(), decoded.poison(), records, reader, writer)) {
                tell(finished.get(), decoded.poison(), records.count(), startedNanos);
            }
        }
    }

    private void tell(Finished<N> finished, List<Parked> poison, int records, long startedNanos) {
        measures.published(
                runner.stage(),
                new Measures.Batch(
                        records,
                        finished.progress(),
                        poison.size(),
                        Duration.ofNanos(System.nanoTime() - startedNanos)));
        finished.parked().forEach(ParkedLog::tell);
        poison.forEach(ParkedLog::tell);
    }

    /** What came of a batch; empty when it is somebody else's or a later start's to perform. */
    private Optional<Finished<N>> performed(
            List<M> messages,
            ConsumerRecords<byte[], byte[]> records,
            BatchReader reader,
            BusyThread alive)
            throws Outage, InterruptedException {
        if (messages.isEmpty()) {
            return Optional.of(new Finished<>(List.of(), List.of(), List.of()));
        }
        while (true) {
            try {
                if (!paused.getAsBoolean()) {
                    return Optional.of(
                            alive.call(() -> runner.run(messages), ALIVE_EVERY, reader::stayAlive));
                }
                become(new WorkerState.Paused());
            } catch (NotYet notYet) {
                LOG.debug("{} waits for {}", role(), notYet.getMessage());
                become(new WorkerState.Idle());
            }
            if (stopping.await(NOT_YET_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            reader.stayAlive();
            if (reader.hasLost(records)) {
                reader.rewind(records);
                return Optional.empty();
            }
        }
    }

    /** Whether the records are out; not when others have the partitions now. */
    private boolean publish(
            Finished<N> finished,
            List<Parked> poison,
            ConsumerRecords<byte[], byte[]> records,
            BatchReader reader,
            BatchWriter writer) {
        if (reader.hasLost(records)) {
            LOG.info("{} leaves a batch to whoever has its partitions now", role());
            reader.rewind(records);
            return false;
        }
        publishingSinceNanos = System.nanoTime();
        publishing = true;
        writer.begin();
        lane.out().ifPresent(topic -> writer.send(topic, finished.next()));
        writer.send(StageName.PARKED_TOPIC, finished.parked());
        writer.send(StageName.PARKED_TOPIC, poison);
        writer.sendProgress(finished.progress());
        writer.commit(records.nextOffsets(), reader.group());
        reader.remember(records.nextOffsets());
        publishing = false;
        return true;
    }

    private void weather(Optional<Outage> outage) {
        state =
                outage.<WorkerState>map(is -> new WorkerState.Waiting(is.of()))
                        .orElseGet(WorkerState.Working::new);
        outage.ifPresent(is -> LOG.warn("{} waits for {}: {}", role(), is.of(), is.getMessage()));
    }

    private String text(M message) {
        return new String(codec.encode(message), StandardCharsets.UTF_8);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private String role() {
        return runner.stage().word() + "-" + share.index();
    }
}
