package crateworks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.distributed.ServiceProcess;
import crateworks.infra.data.Connections;
import crateworks.laws.Command;
import crateworks.laws.MessyFolder;
import crateworks.laws.Rows;
import crateworks.pipeline.session.Ledger;
import crateworks.testkit.BytesVerified;
import crateworks.testkit.SameDrive;
import crateworks.testkit.SourceUntouched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/**
 * Five services, their servers, a source that grows by a folder each round, and the command that
 * takes in the same folders undisturbed, so that both drives can be compared.
 */
final class Scene implements AutoCloseable {
    static final List<String> SERVICES =
            List.of(
                    "ingest-service",
                    "sanitize-service",
                    "split-service",
                    "analyze-service",
                    "export-service");
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(8);
    private static final int MOMENT_MILLIS_MAX = 1_500;
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Path folder;
    private final Path source;
    private final Path drive;
    private final Servers servers;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private SourceUntouched untouched;
    private int rounds;
    private long roundBegan;
    private long contentsBefore;

    private Scene(Path folder, Servers servers) throws IOException {
        this.folder = folder;
        this.servers = servers;
        this.source = Files.createDirectories(folder.resolve("source"));
        this.drive = folder.resolve("drive");
        this.untouched = new SourceUntouched(source);
        for (String name : SERVICES) {
            services.put(name, new Service(name, servers, environment(), folder));
        }
    }

    static Scene open(Path folder) throws IOException {
        SERVICES.forEach(ServiceProcess::jar);
        return new Scene(folder, Servers.start(folder));
    }

    private Map<String, String> environment() {
        Connections database = servers.database();
        Connections store = servers.store();
        return Map.of(
                "POSTGRES_USER", database.databaseUser(),
                "POSTGRES_PASSWORD", database.databasePassword(),
                "S3_ACCESS_KEY", store.s3AccessKey(),
                "S3_SECRET_KEY", store.s3SecretKey(),
                "CRATEWORKS_WORKERS", "2",
                "CRATEWORKS_PARTITIONS", "4,4,4,4,4,4",
                "INGEST_SOURCES", source.toString(),
                "MPC_DRIVE", drive.toString());
    }

    Servers servers() {
        return servers;
    }

    Service service(String name) {
        return Objects.requireNonNull(services.get(name));
    }

    List<Service> services() {
        return List.copyOf(services.values());
    }

    Path source() {
        return source;
    }

    Path folder() {
        return folder;
    }

    /**
     * One round: a folder more, a run of ingest-service over it while {@code harm} is done, rest,
     * and the laws.
     */
    Ledger round(long seed, Harm harm) throws Exception {
        Path filling = folder.resolve("filling");
        MessyFolder.fill(filling, seed);
        for (String name : FaultyAnalysis.HARMFUL) {
            // Nothing else sounds like these, or their place would depend on when they come.
            MessyFolder.put(
                    filling.resolve("harmful").resolve(name),
                    MessyFolder.melody(seed * 100 + name.hashCode()));
        }
        rounds++;
        Files.move(filling, source.resolve("round " + rounds), StandardCopyOption.ATOMIC_MOVE);
        untouched = new SourceUntouched(source);
        roundBegan = lastRun();
        contentsBefore = contents();
        try (Command undisturbed = Command.start(commandWords())) {
            service("ingest-service").kill();
            for (Service each : services.values()) {
                if (!each.isAlive()) {
                    each.start();
                }
            }
            harm.to(this);
            settle();
            afterwards.forEach(Runnable::run);
            afterwards.clear();
            Command.End end = undisturbed.await();
            assertThat(end.exitCode()).as(end.said()).isZero();
        }
        return lawsHold();
    }

    /** What is done to a scene while a run is under way. */
    interface Harm {
        void to(Scene scene) throws Exception;
    }

    static Harm oneAfterTheOther(Harm... harms) {
        return scene -> {
            for (Harm harm : harms) {
                harm.to(scene);
            }
        };
    }

    /** Has something done once the round is over. */
    void later(Runnable doing) {
        afterwards.add(doing);
    }

    private Object[] commandWords() {
        return new Object[] {
            "--source",
            source,
            "--export-to",
            folder.resolve("undisturbed"),
            "--data",
            folder.resolve("data")
        };
    }

    /** Something that comes to be while a run is under way. */
    interface Condition {
        boolean holds() throws Exception;
    }

    /**
     * Waits for {@code condition} while the round lasts, starting what was killed; false if in
     * vain.
     */
    boolean awaits(Condition condition) throws Exception {
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        while (!condition.holds()) {
            startKilled();
            if (isAtRest(roundBegan) || System.nanoTime() > deadline) {
                return condition.holds();
            }
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }

    /** Waits until stages have begun to work in this round, and then a moment of chance. */
    void whileWorking(Random random) throws Exception {
        awaits(() -> contents() > contentsBefore);
        Thread.sleep(random.nextInt(MOMENT_MILLIS_MAX));
    }

    private long contents() {
        try {
            return number("select count(*) from file");
        } catch (SQLException e) {
            return 0; // no tables yet
        }
    }

    /** How many records were parked because nobody can read them. */
    long poisonParked() throws SQLException {
        return number("select count(*) from parked where reason = 'POISON_RECORD'");
    }

    /** Waits for {@code condition}, whether the round is over meanwhile or not. */
    boolean comesTrue(Condition condition) throws Exception {
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        while (!condition.holds() && System.nanoTime() < deadline) {
            startKilled();
            Thread.sleep(LOOK_EVERY);
        }
        return condition.holds();
    }

    /** Tries {@code doing} until it does not fail any more. */
    void patiently(Condition doing) throws Exception {
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        while (true) {
            try {
                doing.holds();
                return;
            } catch (ExecutionException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    /** Starts what was killed on purpose; fails when something else ended. */
    void startKilled() throws IOException {
        for (Service each : services.values()) {
            if (!each.isAlive() && !each.isRetired()) {
                assertThat(each.wasKilledOnPurpose())
                        .as("%s ended by itself:%n%s", each.name(), each.log())
                        .isTrue();
                each.start();
            }
        }
    }

    /** Waits until a run that began in this round and all others are completed. */
    void settle() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            startKilled();
            if (isAtRest(roundBegan)) {
                return;
            }
            Thread.sleep(LOOK_EVERY);
        }
        throw new AssertionError("not at rest: " + runs() + System.lineSeparator() + tails());
    }

    private boolean isAtRest(long before) {
        try {
            return number("select count(*) from session where id > " + before) > 0
                    && number("select count(*) from session where state <> 'COMPLETED'") == 0;
        } catch (SQLException e) {
            return false; // the database may be what is away
        }
    }

    /** The number of the newest run; 0 before the first. */
    long lastRun() {
        try {
            return number("select coalesce(max(id), 0) from session");
        } catch (SQLException e) {
            return 0; // no tables yet
        }
    }

    /** What a question with one number for its answer is answered. */
    long number(String question) throws SQLException {
        Connections to = servers.database();
        try (var connection =
                        DriverManager.getConnection(
                                to.jdbcUrl(), to.databaseUser(), to.databasePassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Tells the database to do something, as its owner: each command a transaction of its own. */
    void tellDatabase(String... commands) throws SQLException {
        Connections to = servers.database();
        try (var connection =
                        DriverManager.getConnection(
                                to.jdbcUrl(), to.databaseUser(), to.databasePassword());
                var statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private String runs() {
        try {
            return number("select count(*) from session where state <> 'COMPLETED'")
                    + " runs, items on their way: "
                    + number("select count(*) from outcome where state in ('waiting', 'ready')");
        } catch (SQLException e) {
            return e.toString();
        }
    }

    private String tails() throws IOException {
        var tails = new StringBuilder();
        for (Service each : services.values()) {
            String log = each.log();
            tails.append(each.name())
                    .append(System.lineSeparator())
                    .append(log.substring(Math.max(0, log.length() - 4_000)))
                    .append(System.lineSeparator());
        }
        return tails.toString();
    }

    /** Conservation, no effect twice, bytes, the undisturbed drive, and the source as it was. */
    Ledger lawsHold() throws Exception {
        Ledger ledger = Rows.keepTheLaws(servers.database());
        new BytesVerified(drive).holds();
        new SameDrive(folder.resolve("undisturbed")).holds(drive);
        untouched.holds();
        return ledger;
    }

    @Override
    public void close() throws IOException {
        for (Service each : services.values()) {
            each.close();
        }
        servers.close();
    }
}
