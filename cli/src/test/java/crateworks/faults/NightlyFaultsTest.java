package crateworks.faults;

import crateworks.infra.data.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault for itself, a round each, a scene for each group of them. */
@Tag("nightly")
@TestInstance(Lifecycle.PER_CLASS)
class NightlyFaultsTest {
    private static final long SEED = Long.getLong("seed", 17);
    private static final int ROUNDS = Integer.getInteger("rounds", 10);
    private static final Duration AWAY = Duration.ofSeconds(Long.getLong("seconds", 60));

    /** Longer than the session of a worker and than a transaction. */
    private static final Duration FROZEN = Duration.ofSeconds(45);

    private static final int PIECES_MAX = 3_000;
    private static final Path RESULTS = Path.of("target", "faults-nightly.txt");

    private final FaultTable table = new FaultTable(SEED);
    private Scene scene;
    private long round;

    /** Another seed for each test, whichever of them run. */
    private static Random random(String of) {
        return new Random(SEED * 31 + of.hashCode());
    }

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        scene = Scene.open(folder);
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @BeforeAll
    static void say() {
        System.out.println("faults with -Dseed=" + SEED + " -Drounds=" + ROUNDS);
    }

    @AfterAll
    void tell() throws Exception {
        table.print(RESULTS);
    }

    private void rounds(Stream<Scene.Harm> harms) throws Exception {
        for (Scene.Harm harm : harms.toList()) {
            round++;
            System.out.println("round " + round + ", seed " + (SEED + round));
            scene.round(SEED + round, harm);
            table.held();
            table.write(RESULTS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachServiceIsKilledAtAStepOfABatch(Step step) throws Exception {
        var kills = new Kills(table, random("steps " + step));
        rounds(Stream.of(kills.each(step)));
    }

    @Test
    void eachServiceIsKilledAtPointsOfChance() throws Exception {
        var kills = new Kills(table, random("points"));
        rounds(IntStream.range(0, ROUNDS).mapToObj(_ -> kills.eachAtAnyPoint(PIECES_MAX)));
    }

    @Test
    void allServicesAreKilledAtOnce() throws Exception {
        var kills = new Kills(table, random("all"));
        rounds(IntStream.range(0, ROUNDS).mapToObj(_ -> kills.allAtAnyPoint(PIECES_MAX)));
    }

    @Test
    void servicesAreAskedToEndAndFrozen() throws Exception {
        var random = random("frozen");
        var outages = new Outages(table, random, AWAY);
        rounds(
                Stream.concat(
                        Stream.of(new Kills(table, random).terminated(), outages.frozenAll(FROZEN)),
                        Scene.SERVICES.stream().map(name -> outages.frozen(FROZEN, name))));
    }

    @ParameterizedTest
    @EnumSource
    void aServerIsAway(Part part) throws Exception {
        var outages = new Outages(table, random("away " + part), AWAY);
        rounds(Stream.of(outages.stopped(part), outages.killed(part), outages.refused(part)));
    }

    @ParameterizedTest
    @EnumSource
    void nothingArrivesOnTheWayToAServer(Part part) throws Exception {
        var outages = new Outages(table, random("parted " + part), AWAY);
        rounds(
                Stream.of(
                        outages.parted(part, true, true),
                        outages.parted(part, true, false),
                        outages.parted(part, false, true)));
    }

    @Test
    void theDatabaseHasTroubleOfItsOwn() throws Exception {
        var outages = new Outages(table, random("database"), AWAY.dividedBy(4));
        rounds(
                Stream.of(
                        outages.connectionsEnded(),
                        outages.connectionsTaken(),
                        outages.databaseSetting(
                                "F13 the database is read-only",
                                "default_transaction_read_only",
                                "on"),
                        outages.databaseSetting(
                                "F12 statements of the database time out",
                                "statement_timeout",
                                "'2ms'"),
                        outages.databaseSetting(
                                "F12 transactions of the database fail to serialize",
                                "default_transaction_isolation",
                                "'serializable'")));
    }

    static Stream<Weather> weathersOfTheStore() {
        return Stream.of(
                Weather.UNAVAILABLE,
                new Weather.Answered(500, "InternalError"),
                new Weather.Answered(403, "AccessDenied"),
                new Weather.Slow(4_000),
                new Weather.BrokenOff(300),
                new Weather.WrongTag());
    }

    @ParameterizedTest
    @MethodSource("weathersOfTheStore")
    void theStoreDoesNotAnswerAsItShould(Weather weather) throws Exception {
        var outages = new Outages(table, random("store " + weather), AWAY.dividedBy(4));
        rounds(Stream.of(outages.store("is like this: " + weather, weather)));
    }

    @Test
    void theStoreForgets() throws Exception {
        rounds(Stream.of(new Outages(table, random("forgets"), AWAY.dividedBy(4)).storeForgets()));
    }

    @Test
    void recordsAreSpoiledRepeatedAndLost() throws Exception {
        var records = new Records(table, random("records"));
        rounds(
                Stream.of(
                        records.poison(),
                        records.poisonThatCannotBeParked(),
                        records.repeated(),
                        records.repeatedByANewerProgram(),
                        records.expired(),
                        records.offsetsReset(false),
                        records.offsetsReset(true)));
    }

    @Test
    void theBrokerLosesEverything() throws Exception {
        var records = new Records(table, random("wiped"));
        rounds(Stream.of(records.wiped(), records.wiped()));
    }

    @Test
    void filesHarmTheStageThatThinksAboutThem() throws Exception {
        rounds(Stream.of(new HarmfulFiles(table).done()));
    }

    @Test
    void aPausedStageStaysPaused() throws Exception {
        rounds(Stream.of(new Pauses(table, random("pause"), AWAY.dividedBy(4)).throughARestart()));
    }
}
