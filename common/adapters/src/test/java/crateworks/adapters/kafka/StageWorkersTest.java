package crateworks.adapters.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Found;
import crateworks.pipeline.message.Parked;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.FileTrouble;
import crateworks.pipeline.run.NotYet;
import crateworks.pipeline.run.RunLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageWorkersTest {
    private static final RunLimits QUICK =
            new RunLimits(2, Duration.ofMillis(10), Duration.ofMillis(200));
    private static final AtomicInteger TEST = new AtomicInteger();
    private static final int PARTITIONS = 6;

    @TempDir static Path folder;
    private static RealBroker broker;

    private final MessageCodec codec = MessageCodec.standard();
    private final ConcurrentLinkedQueue<Parked> rows = new ConcurrentLinkedQueue<>();
    private final List<StageWorkers> running = new ArrayList<>();
    private String in;
    private String out;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new RealBroker(folder);
        Topics.prepare(KafkaSettings.alone(broker.servers()), Map.of());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopics() throws Exception {
        in = "test" + TEST.incrementAndGet() + ".in";
        out = in.replace(".in", ".out");
        broker.createTopic(in, PARTITIONS);
        broker.createTopic(out, PARTITIONS);
    }

    @AfterEach
    void stop() {
        running.forEach(StageWorkers::stop);
        running.forEach(StageWorkers::close);
    }

    @Test
    void everyRecordIsPassedOnOnceAndInOrderAndNothingWaitsInTheEnd() throws Exception {
        send(Samples.found(1, 3_001));
        send(Samples.found(1, 3_001));
        var job = new Copying();

        start(alone(), job, 3);

        RealBroker.await("6000 records", () -> broker.records(out).size() == 6_000);
        RealBroker.await("rest", () -> lag() == 0);
        assertThat(broker.records(out)).hasSize(6_000);
        assertThat(job.performed)
                .hasSize(3_000)
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(2));
        assertThat(job.threads).hasSize(3);
        assertThat(running.getFirst().states()).hasOnlyElementsOfType(WorkerState.Idle.class);
        assertEachKeyInOnePartition();
    }

    @Test
    void aBatchIsLargeWhenMuchWaits() throws Exception {
        send(Samples.found(1, 3_001));
        var job = new Copying();

        start(alone(), job, 1);

        RealBroker.await("3000 records", () -> job.performed.size() == 3_000);
        assertThat(job.batches.get()).isLessThanOrEqualTo(15);
    }

    @Test
    void aRestartInTheMiddleRepeatsNothingAndLosesNothing() throws Exception {
        var job = new Copying(_ -> Thread.sleep(20));
        for (int round = 0; round < 4; round++) {
            send(Samples.found(1 + round * 1_000L, 1_001 + round * 1_000L));
            StageWorkers workers = start(alone(), job, 2);
            int wanted = 300 + round * 700;
            RealBroker.await("some records", () -> job.performed.size() >= wanted);
            workers.close();
            assertThat(workers.states()).hasOnlyElementsOfType(WorkerState.Stopped.class);
        }

        start(alone(), job, 2);

        RealBroker.await("rest", () -> lag() == 0);
        assertOnceEach(4_000);
    }

    @Test
    void aJobThatThrowsParksTheOneRecord() throws Exception {
        send(Samples.found(1, 1_001));
        var job =
                new Copying(
                        batch -> {
                            if (batch.stream().anyMatch(each -> each.item() == 777)) {
                                throw new FileTrouble("BROKEN", "file 777 breaks it");
                            }
                        });

        start(alone(), job, 2);

        RealBroker.await("rest", () -> lag() == 0);
        assertThat(broker.messages(out, Found.class)).hasSize(999);
        assertThat(rows)
                .singleElement()
                .satisfies(
                        parked -> {
                            assertThat(parked.item()).isEqualTo(777);
                            assertThat(parked.reason()).isEqualTo("BROKEN");
                        });
    }

    @Test
    void anErrorThatNoFileIsToBlameForDoesNotEndTheWorker() throws Exception {
        send(Samples.found(1, 101));
        var failures = new AtomicInteger();
        var job =
                new Copying(
                        _ -> {
                            if (failures.incrementAndGet() <= 2) {
                                throw new LinkageError("a class is missing");
                            }
                        });

        start(alone(), job, 1);

        RealBroker.await("rest", () -> lag() == 0);
        assertOnceEach(100);
    }

    @Test
    void recordsThatCannotBeReadAreParkedRawAndTheOthersGoOn() throws Exception {
        send(Samples.found(1, 51));
        sendRaw("garbage".getBytes(StandardCharsets.UTF_8));
        sendRaw(new byte[] {(byte) 0xFF, 1});
        sendRaw(new byte[0]);
        sendRaw("{\"version\":1,\"session\":7,\"item\":8}".getBytes(StandardCharsets.UTF_8));
        sendRaw(null);
        send(Samples.found(51, 101));

        start(alone(), new Copying(), 2);

        RealBroker.await("rest", () -> lag() == 0);
        assertOnceEach(100);
        assertThat(rows).hasSize(5);
        assertThat(rows)
                .allSatisfy(
                        parked -> {
                            assertThat(parked.reason()).isEqualTo("POISON_RECORD");
                            assertThat(parked.message()).startsWith(in);
                        });
        assertThat(rows).extracting(Parked::record).contains("garbage", "/wE=", "");
    }

    @Test
    void anOutageIsVisibleAndWaitedOutWithoutLeavingTheGroup() throws Exception {
        send(Samples.found(1, 501));
        var outage = new AtomicBoolean(true);
        var job =
                new Copying(
                        _ -> {
                            if (outage.get()) {
                                throw new Outage("the database", "it is away");
                            }
                        });
        StageWorkers workers = start(group("one", 500), job, 2);

        RealBroker.await(
                "a visible outage",
                () -> workers.states().contains(new WorkerState.Waiting("the database")));
        Thread.sleep(3_000);
        outage.set(false);

        RealBroker.await("rest", () -> lag() == 0);
        assertOnceEach(500);
        assertThat(rows).isEmpty();
    }

    @Test
    void aGateIsTriedAgainAndDoesNotBlockTheEnd() throws Exception {
        send(Samples.found(1, 101));
        var shut = new AtomicBoolean(true);
        var job =
                new Copying(
                        _ -> {
                            if (shut.get()) {
                                throw new NotYet("the plan");
                            }
                        });
        StageWorkers workers = start(alone(), job, 1);
        RealBroker.await("tries", () -> job.batches.get() >= 3);
        workers.close();
        assertThat(broker.records(out)).isEmpty();

        shut.set(false);
        start(alone(), job, 1);

        RealBroker.await("rest", () -> lag() == 0);
        assertOnceEach(100);
    }

    @Test
    void moreWorkersShareTheWorkWithoutRepeatingIt() throws Exception {
        var job = new Copying(_ -> Thread.sleep(150));
        start(group("one", 100), job, 1);
        send(Samples.found(1, 1_001));
        RealBroker.await("a beginning", () -> job.performed.size() >= 100);

        start(group("two", 100), job, 2);
        send(Samples.found(1_001, 4_001));

        RealBroker.await("rest", () -> lag() == 0);
        assertOnceEach(4_000);
        assertThat(job.threads).hasSize(3);
        assertThat(job.performed.values().stream().mapToInt(times -> times).sum())
                .isLessThanOrEqualTo(4_200);
    }

    @Test
    void aPartitionThatIsTakenAwayFromALongBatchIsPublishedByItsNewOwnerOnly() throws Exception {
        in = in + ".of-two";
        broker.createTopic(in, 2);
        var held = new AtomicBoolean();
        var slow = new AtomicBoolean(true);
        var holding =
                new Copying(
                        batch -> {
                            if (batch.size() == 300) {
                                held.set(true);
                                awaitEnd(slow);
                            }
                        });
        var other = new Copying();
        start(group("one", 500), holding, 1);
        int sent = 0;
        while (!held.get()) { // until one batch holds both partitions
            send(Samples.found(sent + 1, sent + 301));
            sent += 300;
            int all = sent;
            RealBroker.await("a batch", () -> held.get() || holding.performed.size() == all);
        }

        start(group("two", 500), other, 1);
        RealBroker.await("work for the other", () -> !other.performed.isEmpty());
        slow.set(false);

        RealBroker.await("rest", () -> lag() == 0);
        assertOnceEach(sent);
    }

    private static void awaitEnd(AtomicBoolean condition) throws InterruptedException {
        while (condition.get()) {
            Thread.sleep(20);
        }
    }

    @Test
    void aBrokerThatGoesAwayIsWaitedForAndWorkGoesOn() throws Exception {
        var job = new Copying(_ -> Thread.sleep(10));
        send(Samples.found(1, 2_001));
        StageWorkers workers = start(alone(), job, 2);
        RealBroker.await("a beginning", () -> job.performed.size() >= 400);

        broker.stop();
        RealBroker.await(
                "a visible outage",
                () -> workers.states().contains(new WorkerState.Waiting("the broker")));
        broker.startAgain();

        RealBroker.await("rest", () -> lag() == 0);
        assertOnceEach(2_000);
    }

    @Test
    void countsArePublishedWithTheRecords() throws Exception {
        send(Samples.found(1, 1_001));
        long before = counted();

        start(alone(), new Copying(), 2);

        RealBroker.await("rest", () -> lag() == 0);
        assertThat(counted() - before).isEqualTo(1_000);
    }

    private StageWorkers start(KafkaSettings settings, Copying job, int count) {
        StageWorkers workers =
                StageWorkers.start(
                        settings,
                        new Lane<>(in, Optional.of(out), Found.class),
                        new Staffing(count, false),
                        codec,
                        job,
                        rows::addAll,
                        QUICK);
        running.add(workers);
        return workers;
    }

    private static KafkaSettings alone() {
        return KafkaSettings.alone(broker.servers());
    }

    private static KafkaSettings group(String member, int batchMax) {
        return new KafkaSettings(broker.servers(), member, KafkaSettings.Sharing.GROUP, batchMax);
    }

    private void send(List<Found> found) throws Outage {
        try (var outbox = new KafkaOutbox(alone(), codec)) {
            outbox.send(in, found, List.of());
        }
    }

    private void sendRaw(byte @Nullable [] value) {
        send(new ProducerRecord<>(in, value));
    }

    private static void send(ProducerRecord<byte[], byte[]> record) {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.servers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            Future<RecordMetadata> _ = producer.send(record);
        }
    }

    private long lag() throws Exception {
        try (Admin admin = Admin.create(alone().client("test"))) {
            return Lags.of(admin, KafkaSettings.group(StageName.SANITIZE), in);
        }
    }

    private void assertOnceEach(long items) throws Exception {
        assertThat(broker.messages(out, Found.class))
                .extracting(Found::item)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, items).boxed().toList());
    }

    private void assertEachKeyInOnePartition() {
        var partitions = new HashMap<String, HashSet<Integer>>();
        for (ConsumerRecord<byte[], byte[]> each : broker.records(out)) {
            partitions
                    .computeIfAbsent(
                            new String(each.key(), StandardCharsets.ISO_8859_1),
                            _ -> new HashSet<>())
                    .add(each.partition());
        }
        assertThat(partitions).hasSize(3_000).allSatisfy((_, on) -> assertThat(on).hasSize(1));
    }

    private long counted() throws Exception {
        long files = 0;
        for (ConsumerRecord<byte[], byte[]> each : broker.records(StageName.PROGRESS_TOPIC)) {
            assertThat(codec.progress(each.value()).stage()).isEqualTo("sanitize");
            files += codec.progress(each.value()).in();
        }
        return files;
    }
}
