package crateworks.adapters.kafka;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Parked;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Parking;
import crateworks.pipeline.run.BatchRunner;
import crateworks.pipeline.run.Finished;
import crateworks.pipeline.run.Job;
import crateworks.pipeline.run.NotYet;
import crateworks.pipeline.run.RunLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker of a stage: reads a batch, has it performed, and publishes results, counts and the
 * place it has read to in one transaction. Whatever fails on the way is read again.
 */
final class StageWorker<M extends Message, N extends Message> implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(StageWorker.class);
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
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile WorkerState state = new WorkerState.Idle();

    StageWorker(
            KafkaSettings settings,
            Lane<M> lane,
            Share share,
            MessageCodec codec,
            Job<M, N> job,
            Parking parking,
            RunLimits limits) {
        this.settings = settings;
        this.lane = lane;
        this.share = share;
        this.codec = codec;
        this.parking = parking;
        this.runner = new BatchRunner<>(job, parking, this::text, limits, this::weather);
    }

    /** Asks the worker to finish its batch and end. */
    void stop() {
        stopping.countDown();
    }

    WorkerState state() {
        return state;
    }

    @Override
    public void run() {
        try {
            while (!isStopping()) {
                try {
                    work();
                } catch (KafkaException | Outage e) {
                    recover(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InterruptException e) {
            LOG.debug("{} was interrupted", role(), e);
        } finally {
            state = new WorkerState.Stopped();
        }
    }

    private void recover(Exception failure) throws InterruptedException {
        if (isStopping() || failure instanceof WakeupException) {
            return;
        }
        LOG.warn("{} starts again after {}", role(), failure.toString());
        state = new WorkerState.Waiting("the broker");
        if (stopping.await(BROKER_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("{} was stopped while it waited", role());
        }
    }

    /** Opens reader and writer, and works until stopped or until either fails. */
    private void work() throws Outage, InterruptedException {
        try (var writer = new BatchWriter(settings, role(), codec);
                var reader = new BatchReader(settings, runner.stage(), lane.in(), share);
                var alive = new BusyThread(role())) {
            while (!isStopping()) {
                ConsumerRecords<byte[], byte[]> records = reader.poll(POLL);
                if (records.isEmpty()) {
                    state = new WorkerState.Idle();
                    reader.commitPassedMarkers();
                } else {
                    state = new WorkerState.Working();
                    perform(records, reader, writer, alive);
                }
            }
        }
    }

    private void perform(
            ConsumerRecords<byte[], byte[]> records,
            BatchReader reader,
            BatchWriter writer,
            BusyThread alive)
            throws Outage, InterruptedException {
        Decoded<M> decoded = Decoded.of(records, codec, lane.type(), runner.stage());
        if (!decoded.poison().isEmpty()) {
            parking.park(decoded.poison());
        }
        try {
            Finished<N> finished =
                    decoded.messages().isEmpty()
                            ? new Finished<>(List.of(), List.of(), List.of())
                            : alive.call(
                                    () -> runner.run(decoded.messages()),
                                    ALIVE_EVERY,
                                    reader::stayAlive);
            publish(finished, decoded.poison(), records, reader, writer);
        } catch (NotYet notYet) {
            LOG.debug("{} waits for {}", role(), notYet.getMessage());
            state = new WorkerState.Idle();
            reader.rewind(records);
            if (stopping.await(NOT_YET_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("{} was stopped while it waited", role());
            }
        }
    }

    private void publish(
            Finished<N> finished,
            List<Parked> poison,
            ConsumerRecords<byte[], byte[]> records,
            BatchReader reader,
            BatchWriter writer) {
        writer.begin();
        lane.out().ifPresent(topic -> writer.send(topic, finished.next()));
        writer.send(StageName.PARKED_TOPIC, finished.parked());
        writer.send(StageName.PARKED_TOPIC, poison);
        writer.sendProgress(finished.progress());
        writer.commit(records.nextOffsets(), reader.group());
        reader.remember(records.nextOffsets());
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
