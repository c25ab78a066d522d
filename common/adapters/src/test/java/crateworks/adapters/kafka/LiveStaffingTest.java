package crateworks.adapters.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.adapters.kafka.KafkaSettings.Sharing;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Found;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.StageControl.Wish;
import crateworks.pipeline.run.RunLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workers that are paused, and whose number changes, while there is work. */
class LiveStaffingTest {
    private static final AtomicInteger TEST = new AtomicInteger();
    private static final int PARTITIONS = 4;

    @TempDir static Path folder;
    private static RealBroker broker;

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
        in = "live" + TEST.incrementAndGet() + ".in";
        out = in.replace(".in", ".out");
        broker.createTopic(in, PARTITIONS);
        broker.createTopic(out, PARTITIONS);
    }

    @AfterEach
    void stop() {
        running.forEach(StageWorkers::stop);
        running.forEach(StageWorkers::close);
    }

    @ParameterizedTest
    @EnumSource(Sharing.class)
    void pausedWorkersBeginNothingAndGoOnWhenResumed(Sharing sharing) throws Exception {
        var job = new Copying(_ -> Thread.sleep(20));
        StageWorkers workers = start(settings(sharing), job, new Staffing(2, true));
        send(1, 1_001);
        RealBroker.await(
                "a pause",
                () ->
                        workers.states()
                                .equals(
                                        List.of(
                                                new WorkerState.Paused(),
                                                new WorkerState.Paused())));
        Thread.sleep(1_000);
        assertThat(job.batches).hasValue(0);

        workers.obey(new Staffing(2, false));
        RealBroker.await("a beginning", () -> job.performed.size() >= 100);
        workers.obey(new Staffing(2, true));
        RealBroker.await(
                "a pause",
                () -> workers.states().stream().allMatch(WorkerState.Paused.class::isInstance));
        int done = job.performed.size();
        send(1_001, 2_001);
        Thread.sleep(1_000);
        assertThat(job.performed).hasSize(done);

        workers.obey(new Staffing(2, false));
        RealBroker.await("rest", () -> lag() == 0);
        assertOnceEach(2_000, job);
    }

    @ParameterizedTest
    @EnumSource(Sharing.class)
    void workersComeAndGoWithoutRepeatingOrLosingAnything(Sharing sharing) throws Exception {
        var job = new Copying(_ -> Thread.sleep(30));
        StageWorkers workers = start(settings(sharing), job, new Staffing(1, false));
        int sent = 0;
        for (int count : new int[] {4, 2, 3, 1, 4}) {
            send(sent + 1, sent + 801);
            sent += 800;
            RealBroker.await(
                    count + " workers",
                    () -> {
                        workers.obey(new Staffing(count, false));
                        return workers.states().size() == count;
                    });
            int some = sent - 400;
            RealBroker.await("some work", () -> job.performed.size() >= some);
        }

        RealBroker.await("rest", () -> lag() == 0);
        assertOnceEach(sent, job);
    }

    @Test
    void aWorkerThatIsPausedKeepsItsPartitions() throws Exception {
        var paused = new Copying();
        StageWorkers workers = start(group("one"), paused, new Staffing(1, true));
        RealBroker.await(
                "a pause", () -> workers.states().equals(List.of(new WorkerState.Paused())));
        Thread.sleep(1_000);
        send(1, 101);

        workers.obey(new Staffing(1, false));

        RealBroker.await("rest", () -> lag() == 0);
        assertOnceEach(100, paused);
    }

    @Test
    void aWishCountsAsFarAsThereArePartitions() {
        assertThat(Staffing.of(Wish.NONE, 3, 8)).isEqualTo(new Staffing(3, false));
        assertThat(Staffing.of(new Wish(true, OptionalInt.of(6)), 3, 8))
                .isEqualTo(new Staffing(6, true));
        assertThat(Staffing.of(new Wish(false, OptionalInt.of(60)), 3, 8))
                .isEqualTo(new Staffing(8, false));
    }

    private StageWorkers start(KafkaSettings settings, Copying job, Staffing staffing) {
        StageWorkers workers =
                StageWorkers.start(
                        settings,
                        new Lane<>(in, Optional.of(out), Found.class),
                        staffing,
                        MessageCodec.standard(),
                        job,
                        _ -> {},
                        RunLimits.DEFAULT);
        running.add(workers);
        return workers;
    }

    private static KafkaSettings settings(Sharing sharing) {
        return new KafkaSettings(broker.servers(), "one", sharing, 100);
    }

    private static KafkaSettings group(String member) {
        return new KafkaSettings(broker.servers(), member, Sharing.GROUP, 100);
    }

    private void send(long from, long to) throws Outage {
        try (var outbox =
                new KafkaOutbox(KafkaSettings.alone(broker.servers()), MessageCodec.standard())) {
            outbox.send(in, Samples.found(from, to), List.of());
        }
    }

    private long lag() throws Exception {
        try (Admin admin = Admin.create(KafkaSettings.alone(broker.servers()).client("test"))) {
            return Lags.of(admin, KafkaSettings.group(StageName.SANITIZE), in);
        }
    }

    private void assertOnceEach(long items, Copying job) throws Exception {
        assertThat(broker.messages(out, Found.class))
                .extracting(Found::item)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, items).boxed().toList());
        assertThat(job.performed).hasSize((int) items);
    }
}
