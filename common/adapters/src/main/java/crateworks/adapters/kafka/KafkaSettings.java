package crateworks.adapters.kafka;

import crateworks.pipeline.StageName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Where the broker is, and how workers read and write. Why these numbers: docs/rationale/kafka.md.
 *
 * @param member names this process among all that work on the same topics, the same after a restart
 * @param sharing how partitions come to workers
 * @param batchMax the most records of a batch
 */
public record KafkaSettings(String bootstrapServers, String member, Sharing sharing, int batchMax) {
    /** How partitions come to workers. */
    public enum Sharing {
        /** All workers of a stage are in this process, which deals the partitions out itself. */
        ALONE,
        /** Workers of a stage in many processes share the partitions as a consumer group. */
        GROUP
    }

    static final int BATCH_MAX = 1_000;

    private static final String FETCH_BYTES_MIN = "1";
    private static final String FETCH_WAIT_MILLIS_MAX = "500";
    private static final String FETCH_BYTES_MAX = "8388608";
    private static final String POLL_INTERVAL_MILLIS_MAX = "600000";

    /** A commit sends at once what waits, so only full requests go before it. */
    private static final String LINGER_MILLIS = "1000";

    private static final String BATCH_BYTES = "131072";
    private static final String BUFFER_BYTES = "16777216";

    /**
     * A first request that has to be sent again makes the broker refuse those behind it, out of
     * order, until the first is through; so none is behind it.
     */
    private static final String REQUESTS_AT_ONCE = "1";

    private static final String BLOCK_MILLIS_MAX = "20000";
    private static final String REQUEST_MILLIS = "10000";

    /** What a crash leaves open hides the records after it for so long, at most. */
    private static final String TRANSACTION_MILLIS = "30000";

    private static final String REQUEST_BYTES_MAX = "16777216";

    public KafkaSettings {
        if (batchMax < 1) {
            throw new IllegalArgumentException("no records in a batch: " + batchMax);
        }
    }

    /** For a process that has the broker to itself. */
    public static KafkaSettings alone(String bootstrapServers) {
        return new KafkaSettings(bootstrapServers, "alone", Sharing.ALONE, BATCH_MAX);
    }

    Map<String, Object> consumer(String group) {
        var config = client(group);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        if (sharing == Sharing.GROUP) {
            config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        }
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.max(1, batchMax / 2));
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES_MIN);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS_MAX);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES_MAX);
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, POLL_INTERVAL_MILLIS_MAX);
        return config;
    }

    Map<String, Object> producer(String role) {
        var config = client(role);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "crateworks-" + member + "-" + role);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, REQUESTS_AT_ONCE);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS_MAX);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, BLOCK_MILLIS_MAX);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, REQUEST_BYTES_MAX);
        return config;
    }

    Map<String, Object> client(String role) {
        var config = new HashMap<String, Object>();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(
                CommonClientConfigs.CLIENT_ID_CONFIG,
                (member + "-" + role).toLowerCase(Locale.ROOT));
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000");
        config.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, "false");
        return config;
    }

    static String group(StageName stage) {
        return "crateworks." + stage.word();
    }
}
