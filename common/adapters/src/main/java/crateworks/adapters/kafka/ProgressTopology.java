package crateworks.adapters.kafka;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Progress;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sums up what batches did, by session and stage, in one store. There is nothing to repartition:
 * all progress lies in one partition. Each sum knows up to which record it goes, so that one that
 * is read again after a crash changes nothing; transactions are not needed for that.
 */
public final class ProgressTopology {
    /** The store of sums; keys are made by {@link #key}. */
    public static final String STORE = "progress-by-session-and-stage";

    private static final Logger LOG = LoggerFactory.getLogger(ProgressTopology.class);

    private ProgressTopology() {}

    public static Topology build(MessageCodec codec) {
        var builder = new StreamsBuilder();
        Serde<ProgressSum> sums = serde(codec);
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(STORE), Serdes.String(), sums)
                        .withCachingEnabled());
        builder.stream(
                        StageName.PROGRESS_TOPIC,
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .process(() -> new Summing(codec), STORE);
        return builder.build();
    }

    /** The key of a stage's sums in a session: readable, sessions next to each other. */
    public static String key(long session, String stage) {
        return session + "/" + stage;
    }

    private static Serde<ProgressSum> serde(MessageCodec codec) {
        return Serdes.serdeFrom(
                (_, sum) -> sum == null ? null : codec.encode(sum),
                (_, value) -> value == null ? null : read(codec, value));
    }

    private static ProgressSum read(MessageCodec codec, byte[] value) {
        try {
            return codec.plain(value, ProgressSum.class);
        } catch (PoisonRecord e) {
            throw new SerializationException(e);
        }
    }

    private static final class Summing extends ContextualProcessor<byte[], byte[], Void, Void> {
        private final MessageCodec codec;

        Summing(MessageCodec codec) {
            this.codec = codec;
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            long offset = context().recordMetadata().orElseThrow().offset();
            try {
                add(codec.progress(record.value()), offset);
            } catch (PoisonRecord e) {
                LOG.warn("progress at {} is not counted: {}", offset, e.getMessage());
            }
        }

        private void add(Progress progress, long offset) {
            KeyValueStore<String, ProgressSum> sums = context().getStateStore(STORE);
            String key = key(progress.session(), progress.stage());
            ProgressSum before = sums.get(key);
            sums.put(
                    key,
                    before == null
                            ? new ProgressSum(progress, offset + 1)
                            : before.plus(progress, offset));
        }
    }
}
