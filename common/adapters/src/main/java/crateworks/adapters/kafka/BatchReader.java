package crateworks.adapters.kafka;

import crateworks.pipeline.StageName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Reads a worker's partitions, a batch at a time, and knows how far its group has come. */
final class BatchReader implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private static final Duration GATHER_WITHIN = Duration.ofMillis(60);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final int batchMax;
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final Set<TopicPartition> lost = new HashSet<>();
    private final Connection connection;
    private boolean busy;

    BatchReader(KafkaSettings settings, StageName stage, String topic, Share share) {
        batchMax = settings.batchMax();
        consumer = new KafkaConsumer<>(settings.consumer(KafkaSettings.group(stage)));
        connection = new Connection(consumer.metrics());
        switch (settings.sharing()) {
            case ALONE -> consumer.assign(share.of(partitions(topic)));
            case GROUP -> consumer.subscribe(List.of(topic), new PauseWhileBusy());
        }
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }

    ConsumerRecords<byte[], byte[]> poll(Duration wait) {
        lost.clear();
        if (busy) {
            busy = false;
            consumer.resume(consumer.paused());
        }
        return hasNone() ? idle(wait) : gathered(consumer.poll(wait));
    }

    /** Whether no partition fell to this worker, because there are more workers than partitions. */
    private boolean hasNone() {
        return consumer.assignment().isEmpty() && consumer.subscription().isEmpty();
    }

    /**
     * What was read, with what comes in the next moment, while that is less than half a batch: a
     * transaction costs the same whatever is in it.
     */
    private ConsumerRecords<byte[], byte[]> gathered(ConsumerRecords<byte[], byte[]> first) {
        ConsumerRecords<byte[], byte[]> all = first;
        long untilNanos = System.nanoTime() + GATHER_WITHIN.toNanos();
        while (!all.isEmpty() && all.count() <= batchMax / 2) {
            long nanosLeft = untilNanos - System.nanoTime();
            if (nanosLeft <= 0) {
                return all;
            }
            all = joined(all, consumer.poll(Duration.ofNanos(nanosLeft)));
        }
        return all;
    }

    private static ConsumerRecords<byte[], byte[]> joined(
            ConsumerRecords<byte[], byte[]> first, ConsumerRecords<byte[], byte[]> next) {
        var records = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var part : List.of(first, next)) {
            for (TopicPartition partition : part.partitions()) {
                records.computeIfAbsent(partition, _ -> new ArrayList<>())
                        .addAll(part.records(partition));
            }
            offsets.putAll(part.nextOffsets());
        }
        return new ConsumerRecords<>(records, offsets);
    }

    private static ConsumerRecords<byte[], byte[]> idle(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ConsumerRecords.empty();
    }

    /** Keeps this reader in its group without reading on. */
    void stayAlive() {
        if (hasNone()) {
            return;
        }
        busy = true;
        consumer.pause(consumer.assignment());
        consumer.poll(Duration.ZERO);
    }

    /** Whether a partition of what was read last has gone to somebody else since. */
    boolean hasLost(ConsumerRecords<byte[], byte[]> records) {
        return records.partitions().stream().anyMatch(lost::contains);
    }

    /** Whether there is a connection to the broker. */
    boolean isConnected() {
        return connection.isThere();
    }

    /** How many partitions it has at the moment. */
    int partitions() {
        return consumer.assignment().size();
    }

    ConsumerGroupMetadata group() {
        return consumer.groupMetadata();
    }

    /** The next poll reads the same records again. */
    void rewind(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            if (consumer.assignment().contains(partition) && !lost.contains(partition)) {
                consumer.seek(partition, records.records(partition).getFirst().offset());
            }
        }
    }

    void remember(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    }

    /** The marks that end transactions count as records; when only they are left, pass them. */
    void commitPassedMarkers() {
        var passed = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (TopicPartition partition : consumer.assignment()) {
            long position = consumer.position(partition);
            Long before = committed.get(partition);
            if (before == null || before < position) {
                passed.put(partition, new OffsetAndMetadata(position));
            }
        }
        if (!passed.isEmpty()) {
            consumer.commitSync(passed);
            remember(passed);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
    }

    private final class PauseWhileBusy implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(committed::remove);
            lost.addAll(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (busy) {
                consumer.pause(partitions);
            }
        }
    }
}
