package crateworks.adapters.kafka;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Progress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Writes records in transactions: all of a batch become visible, or none. */
final class BatchWriter implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
    private static final int PROGRESS_PARTITION = 0;

    private final KafkaProducer<byte[], byte[]> producer;
    private final MessageCodec codec;

    /** Opens a writer; what a predecessor of the same role left unfinished is undone. */
    BatchWriter(KafkaSettings settings, String role, MessageCodec codec) {
        this.producer = new KafkaProducer<>(settings.producer(role));
        this.codec = codec;
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    void begin() {
        producer.beginTransaction();
    }

    /** Sends records that keep their order per key. */
    void send(String topic, List<? extends Message> messages) {
        for (Message message : messages) {
            byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(message.key()).array();
            send(new ProducerRecord<>(topic, key, codec.encode(message)));
        }
    }

    void sendProgress(List<Progress> progress) {
        for (Progress each : progress) {
            byte[] value = codec.encode(each);
            send(new ProducerRecord<>(StageName.PROGRESS_TOPIC, PROGRESS_PARTITION, null, value));
        }
    }

    /** A send that fails makes the commit fail, so that its own answer is not needed. */
    private void send(ProducerRecord<byte[], byte[]> record) {
        Future<RecordMetadata> _ = producer.send(record);
    }

    /** Commits what was sent together with the place up to which a reader has read. */
    void commit(Map<TopicPartition, OffsetAndMetadata> read, ConsumerGroupMetadata group) {
        producer.sendOffsetsToTransaction(read, group);
        producer.commitTransaction();
    }

    void commit() {
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
