package crateworks.adapters.kafka;

import static org.assertj.core.api.Assertions.fail;

import crateworks.infra.EmbeddedStack;
import crateworks.infra.StackSettings;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import crateworks.infra.data.PortUse;
import crateworks.pipeline.message.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A broker that can be stopped and started again on the same port. */
final class RealBroker implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private final DataDirectory data;
    private final int port;
    private EmbeddedStack stack;

    RealBroker(Path folder) throws InterruptedException {
        data = DataDirectory.at(folder);
        StackSettings broker = StackSettings.of(Set.of(Part.BROKER));
        stack = EmbeddedStack.start(data, broker);
        port = stack.connections().ports().of(PortUse.BROKER);
    }

    String servers() {
        return "127.0.0.1:" + port;
    }

    void stop() {
        stack.close();
    }

    void startAgain() throws InterruptedException {
        stack =
                EmbeddedStack.start(
                        data, StackSettings.of(Set.of(Part.BROKER)).withPort(PortUse.BROKER, port));
    }

    void createTopic(String name, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
            await("leaders", () -> ready(admin, name, partitions));
        }
    }

    /** All committed records of a topic. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers(), "isolation.level", "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(each -> new TopicPartition(topic, each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream()
                    .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    <M extends Message> List<M> messages(String topic, Class<M> type) throws PoisonRecord {
        var messages = new ArrayList<M>();
        for (ConsumerRecord<byte[], byte[]> each : records(topic)) {
            messages.add(MessageCodec.standard().decode(each.value(), type));
        }
        return messages;
    }

    /** Looks until {@code condition} holds; what never holds fails the test. */
    static void await(String what, Callable<Boolean> condition) throws Exception {
        long untilNanos = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() - untilNanos > 0) {
                fail("no " + what + " within " + PATIENCE);
            }
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    /** A broker that does not know a topic yet, or is not back yet, has not answered. */
    private static boolean holds(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (ExecutionException | KafkaException e) {
            return false;
        }
    }

    @Override
    public void close() {
        stack.close();
    }

    private static boolean ready(Admin admin, String name, int partitions) throws Exception {
        var topic = admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
        return topic != null
                && topic.partitions().size() == partitions
                && topic.partitions().stream().allMatch(each -> each.leader() != null);
    }
}
