package crateworks.adapters.kafka;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Progress;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Sums up what batches did, by session and stage, in one store. There is nothing to repartition:
 * all progress lies in one partition.
 */
public final class ProgressTopology {
    /** The store of sums; keys are made by {@link #key}. */
    public static final String STORE = "progress-by-session-and-stage";

    private ProgressTopology() {}

    public static Topology build(MessageCodec codec) {
        var builder = new StreamsBuilder();
        Serde<Progress> sums = serde(codec);
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(STORE), Serdes.String(), sums));
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

    static Serde<Progress> serde(MessageCodec codec) {
        return Serdes.serdeFrom(
                (_, progress) -> progress == null ? null : codec.encode(progress),
                (_, value) -> value == null ? null : codec.progress(value));
    }

    private static final class Summing extends ContextualProcessor<byte[], byte[], Void, Void> {
        private final MessageCodec codec;

        Summing(MessageCodec codec) {
            this.codec = codec;
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            Progress progress = codec.progress(record.value());
            KeyValueStore<String, Progress> sums = context().getStateStore(STORE);
            String key = key(progress.session(), progress.stage());
            Progress before = sums.get(key);
            sums.put(key, before == null ? progress : before.plus(progress));
        }
    }
}
