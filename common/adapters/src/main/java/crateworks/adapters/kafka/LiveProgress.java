package crateworks.adapters.kafka;

import crateworks.pipeline.message.Progress;
import crateworks.pipeline.port.LiveFigures;
import crateworks.pipeline.session.StageFigures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The live figures of all sessions, kept by Kafka Streams out of the progress of batches. */
public final class LiveProgress implements LiveFigures, AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final double MICROS_A_SECOND = 1e6;
    private static final String COMMIT_MILLIS = "500";
    private static final char AFTER_SLASH = '/' + 1;

    private final KafkaStreams streams;

    /** {@code state} is a folder for what Kafka Streams keeps between runs. */
    public LiveProgress(KafkaSettings settings, Path state) {
        streams =
                new KafkaStreams(
                        ProgressTopology.build(MessageCodec.standard()), config(settings, state));
    }

    private static Properties config(KafkaSettings settings, Path state) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "crateworks.progress");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, "1");
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), "6000");
        config.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), "2000");
        return config;
    }

    /** Starts counting; figures come as soon as what was counted before is loaded. */
    public void start() {
        streams.start();
    }

    @Override
    public List<StageFigures> of(long session) {
        var figures = new ArrayList<StageFigures>();
        try (KeyValueIterator<String, Progress> sums =
                store().range(session + "/", session + String.valueOf(AFTER_SLASH))) {
            sums.forEachRemaining(sum -> figures.add(figures(sum.value)));
        } catch (InvalidStateStoreException e) {
            return List.of(); // not loaded yet, or handed over at this moment
        }
        return figures;
    }

    private ReadOnlyKeyValueStore<String, Progress> store() {
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
        streams.close(CLOSE_WITHIN);
    }
}
