package crateworks.adapters.kafka;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Progress;
import crateworks.pipeline.port.LiveFigures;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.StageFigures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The live figures of all sessions, kept by Kafka Streams out of the progress of batches. */
public final class LiveProgress implements LiveFigures, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveProgress.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final double MICROS_A_SECOND = 1e6;
    private static final String COMMIT_MILLIS = "500";
    private static final String POLL_MILLIS = "250";
    private static final String CACHE_BYTES = "1048576";
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private record Answer(long session, List<StageFigures> figures) {}

    private final KafkaSettings settings;
    private final KafkaStreams streams;
    private volatile Answer last = new Answer(0, List.of());

    /** {@code state} is a folder for what Kafka Streams keeps between runs. */
    public LiveProgress(KafkaSettings settings, Path state) {
        this.settings = settings;
        this.streams =
                new KafkaStreams(
                        ProgressTopology.build(MessageCodec.standard()), config(settings, state));
        streams.setUncaughtExceptionHandler(
                failure -> {
                    LOG.warn("counting starts again after {}", failure.toString());
                    return StreamThreadExceptionResponse.REPLACE_THREAD;
                });
    }

    private static Properties config(KafkaSettings settings, Path state) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, group(settings));
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        config.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, "1");
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        config.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
        consumer(config, ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer(config, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000");
        consumer(config, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "2000");
        // who comes back after a crash takes his own place at once
        consumer(config, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.member());
        return config;
    }

    private static void consumer(Properties config, String key, String value) {
        config.put(StreamsConfig.consumerPrefix(key), value);
    }

    /** Each process counts for itself, so that each can answer for everything. */
    private static String group(KafkaSettings settings) {
        return "crateworks.progress." + settings.member();
    }

    /** Starts counting; figures come as soon as what was counted before is loaded. */
    public void start() {
        streams.start();
    }

    /** While the sums cannot be read, those that were read last stand. */
    @Override
    public List<StageFigures> of(long session) {
        try (KeyValueIterator<String, ProgressSum> sums =
                store().prefixScan(session + "/", new StringSerializer())) {
            var figures = new ArrayList<StageFigures>();
            sums.forEachRemaining(each -> figures.add(figures(each.value.sum())));
            last = new Answer(session, List.copyOf(figures));
        } catch (InvalidStateStoreException e) {
            LOG.debug("no sums at the moment: {}", e.toString());
        }
        Answer answer = last;
        return answer.session() == session ? answer.figures() : List.of();
    }

    /**
     * Waits until all progress that was published before is counted; tells whether that came to be
     * within {@code limit}.
     */
    public boolean awaitRest(Duration limit) throws Outage, InterruptedException {
        long untilNanos = System.nanoTime() + limit.toNanos();
        try (Admin admin = Admin.create(settings.client("progress"))) {
            while (uncounted(admin) > 0) {
                if (System.nanoTime() - untilNanos > 0) {
                    return false;
                }
                Thread.sleep(LOOK_EVERY);
            }
            return true;
        } catch (ExecutionException e) {
            throw new Outage("the broker", "it does not answer: " + e.getMessage(), e);
        }
    }

    private long uncounted(Admin admin) throws ExecutionException, InterruptedException {
        var progress = new TopicPartition(StageName.PROGRESS_TOPIC, 0);
        long end =
                admin.listOffsets(Map.of(progress, OffsetSpec.latest()))
                        .partitionResult(progress)
                        .get()
                        .offset();
        var counted =
                admin.listConsumerGroupOffsets(group(settings))
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(progress);
        return end - (counted == null ? 0 : counted.offset());
    }

    private ReadOnlyKeyValueStore<String, ProgressSum> store() {
        return streams.store(
                StoreQueryParameters.fromNameAndType(
                        ProgressTopology.STORE, QueryableStoreTypes.keyValueStore()));
    }

    private static StageFigures figures(Progress sum) {
        return new StageFigures(
                sum.stage(),
                sum.in(),
                sum.out(),
                sum.duplicate(),
                sum.rejected(),
                sum.parked(),
                sum.busyMicros() / MICROS_A_SECOND);
    }

    @Override
    public void close() {
        streams.close(CloseOptions.timeout(CLOSE_WITHIN));
    }
}
