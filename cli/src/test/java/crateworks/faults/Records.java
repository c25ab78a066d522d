package crateworks.faults;

import crateworks.infra.data.Part;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Loses, repeats and spoils what lies on the topics. */
final class Records {
    private static final int LARGE_BYTES = 10 << 20;
    private static final Duration UNPARKED_FOR = Duration.ofSeconds(15);
    private static final Duration READ_WITHIN = Duration.ofSeconds(2);

    private final FaultTable table;
    private final Random random;

    Records(FaultTable table, Random random) {
        this.table = table;
        this.random = random;
    }

    /** The topics that stages read when rename does not run. */
    static Set<String> topics() {
        var topics = new LinkedHashSet<String>();
        for (StageName stage : StageName.values()) {
            if (stage != StageName.RENAME) {
                topics.add(
                        stage == StageName.EXPORT ? StageName.ANALYZE.topicOut() : stage.topicIn());
            }
        }
        return topics;
    }

    /** A record of each kind that cannot be read, on every topic that a stage reads. */
    Scene.Harm poison() {
        return poison(
                "F27 a record that nobody can read, of each kind on each topic", Weather.FAIR);
    }

    /** The same while the database is away, where such records are parked. */
    Scene.Harm poisonThatCannotBeParked() {
        return poison("F29 a record that nobody can read and nobody can park", new Weather.Down());
    }

    private Scene.Harm poison(String fault, Weather weather) {
        return scene -> {
            scene.whileWorking(random);
            scene.services().forEach(each -> each.database().become(weather));
            long before = scene.poisonParked();
            boolean isFirst = before == 0;
            long sent = 0;
            try (KafkaProducer<byte[], byte[]> producer = producer(scene)) {
                for (String topic : topics()) {
                    for (byte[] value : poisons(topic + " " + random.nextLong())) {
                        Future<RecordMetadata> _ =
                                producer.send(new ProducerRecord<>(topic, value));
                        sent++;
                    }
                    Future<RecordMetadata> _ =
                            producer.send(new ProducerRecord<>(topic, (byte @Nullable []) null));
                    sent += isFirst ? 1 : 0; // all others look the same
                }
            }
            Thread.sleep(weather.equals(Weather.FAIR) ? Duration.ZERO : UNPARKED_FOR);
            scene.services().forEach(each -> each.database().become(Weather.FAIR));
            long expected = before + sent;
            boolean parked = scene.comesTrue(() -> scene.poisonParked() == expected);
            if (!parked) {
                throw new AssertionError(
                        sent + " poison records, parked " + (scene.poisonParked() - before));
            }
            table.inject(fault, sent);
        };
    }

    private static List<byte[]> poisons(String topic) {
        byte[] large = new byte[LARGE_BYTES];
        Arrays.fill(large, (byte) ' ');
        byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(name, 0, large, 0, name.length);
        return Stream.of(
                        "garbage of " + topic,
                        "{\"version\":99,\"session\":1,\"item\":1,\"more\":\"" + topic + "\"}",
                        "{\"version\":1,\"session\":1,\"item\":1,\"lacks\":\"" + topic + "\"}",
                        "{\"version\":1,\"item\":\"" + topic + "\"}",
                        "[\"" + topic + "\"]")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .collect(
                        () -> new ArrayList<>(List.of(large, spoiled(name))),
                        ArrayList::add,
                        ArrayList::addAll);
    }

    private static byte[] spoiled(byte[] name) {
        byte[] bytes = Arrays.copyOf(name, name.length + 2);
        bytes[name.length] = (byte) 0xFF;
        return bytes;
    }

    /** Everything that lies on the topics comes once more, as if rescued while it is still done. */
    Scene.Harm repeated() {
        return again("F36 a record comes again while its item is done", value -> value);
    }

    /** As {@link #repeated}, as a newer program would write it: with fields that nobody knows. */
    Scene.Harm repeatedByANewerProgram() {
        return again(
                "F32 a record of a newer program",
                value -> {
                    String text = new String(value, StandardCharsets.UTF_8);
                    return text.replaceFirst("\"version\":1", "\"version\":2,\"later\":{\"a\":[1]}")
                            .getBytes(StandardCharsets.UTF_8);
                });
    }

    private interface Change {
        byte[] of(byte[] value);
    }

    private Scene.Harm again(String fault, Change change) {
        return scene -> {
            scene.whileWorking(random);
            long sent = 0;
            try (KafkaProducer<byte[], byte[]> producer = producer(scene)) {
                for (ConsumerRecord<byte[], byte[]> record : all(scene)) {
                    byte[] value = record.value();
                    if (value != null && isMessage(value)) {
                        Future<RecordMetadata> _ =
                                producer.send(
                                        new ProducerRecord<>(
                                                record.topic(), record.key(), change.of(value)));
                        sent++;
                    }
                }
            }
            table.inject(fault, sent);
        };
    }

    private static boolean isMessage(byte[] value) {
        String text = new String(value, StandardCharsets.UTF_8);
        return text.startsWith("{\"version\":" + Message.VERSION + ",\"session\":")
                && !text.contains("lacks");
    }

    private static List<ConsumerRecord<byte[], byte[]>> all(Scene scene) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        scene.servers().bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "max.partition.fetch.bytes",
                        32 << 20);
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    topics().stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(each -> new TopicPartition(each.topic(), each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (var some = consumer.poll(READ_WITHIN);
                    !some.isEmpty();
                    some = consumer.poll(READ_WITHIN)) {
                some.forEach(records::add);
            }
        }
        return records;
    }

    /** Everything that the broker knows is gone: topics, records, offsets. */
    Scene.Harm wiped() {
        return scene -> {
            scene.whileWorking(random);
            Server broker = scene.servers().of(Part.BROKER);
            broker.kill();
            deleteAll(broker.folder().resolve("broker"));
            broker.startAgain();
            table.inject("F8 the broker's data are wiped", 1);
        };
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Records that wait are deleted, as a retention would that is shorter than the backlog. */
    Scene.Harm expired() {
        return scene -> {
            scene.whileWorking(random);
            try (Admin admin = admin(scene)) {
                Map<TopicPartition, Long> ends = offsets(admin, OffsetSpec.latest());
                var deletions = new HashMap<TopicPartition, RecordsToDelete>();
                ends.forEach(
                        (partition, end) ->
                                deletions.put(partition, RecordsToDelete.beforeOffset(end)));
                admin.deleteRecords(deletions).all().get();
            }
            table.inject("F10 records expire before they are read", 1);
        };
    }

    /** Where the groups have read to is lost, while all services are away. */
    Scene.Harm offsetsReset(boolean toEnd) {
        return scene -> {
            scene.whileWorking(random);
            scene.services().forEach(Service::kill);
            try (Admin admin = admin(scene)) {
                Map<TopicPartition, Long> places =
                        offsets(admin, toEnd ? OffsetSpec.latest() : OffsetSpec.earliest());
                for (StageName stage : StageName.values()) {
                    String group = "crateworks." + stage.word();
                    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
                    places.forEach(
                            (partition, offset) ->
                                    offsets.put(partition, new OffsetAndMetadata(offset)));
                    scene.patiently(
                            () -> {
                                admin.alterConsumerGroupOffsets(group, offsets).all().get();
                                return true;
                            });
                }
            }
            table.inject("F9 offsets are reset to the " + (toEnd ? "end" : "beginning"), 1);
        };
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, OffsetSpec which)
            throws Exception {
        var question = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(topics())
                .allTopicNames()
                .get()
                .forEach(
                        (topic, description) ->
                                description
                                        .partitions()
                                        .forEach(
                                                each ->
                                                        question.put(
                                                                new TopicPartition(
                                                                        topic, each.partition()),
                                                                which)));
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listOffsets(question)
                .all()
                .get()
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static Admin admin(Scene scene) {
        return Admin.create(Map.of("bootstrap.servers", scene.servers().bootstrapServers()));
    }

    private static KafkaProducer<byte[], byte[]> producer(Scene scene) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        scene.servers().bootstrapServers(),
                        "max.request.size",
                        16 << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
