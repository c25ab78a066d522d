package crateworks.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresSessions;
import crateworks.adapters.postgres.PostgresSettings;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the services do together, whatever broker, database and store they are given. */
abstract class ServicesSuite {
    private static final List<String> SERVICES =
            List.of(
                    "ingest-service",
                    "sanitize-service",
                    "split-service",
                    "analyze-service",
                    "export-service");
    private static final int FILES = 40;
    private static final Duration DONE_WITHIN = Duration.ofMinutes(10);
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(75);

    private final Map<String, ServiceProcess> running = new LinkedHashMap<>();

    @TempDir Path folder = Path.of("");

    /** Where the servers are that this suite runs against. */
    abstract Addresses addresses();

    @Test
    void everyFileOfAFolderGoesThroughAllServicesOntoTheDrive() throws Exception {
        SERVICES.forEach(ServiceProcess::jar);
        Path source = Files.createDirectory(folder.resolve("source"));
        for (int number = 0; number < FILES; number++) {
            Files.write(source.resolve("tune " + number + ".mid"), tune(number));
        }
        Path drive = folder.resolve("drive");
        for (String service : SERVICES) {
            running.put(service, ServiceProcess.start(service, environment(source, drive), folder));
        }

        Ledger ledger = ledgerOfTheFirstRun();

        assertThat(ledger.balances()).as("%s", ledger).isTrue();
        assertThat(ledger.atRest()).as("%s", ledger).isTrue();
        assertThat(ledger.files().done()).isEqualTo(FILES);
        try (Stream<Path> written = Files.walk(drive)) {
            assertThat(written.filter(file -> file.toString().endsWith(".mid")))
                    .hasSize(FILES)
                    .allSatisfy(
                            file ->
                                    assertThat(Files.readAllBytes(file))
                                            .startsWith(
                                                    "MThd".getBytes(StandardCharsets.US_ASCII)));
        }
        for (var service : running.entrySet()) {
            assertThat(service.getValue().health())
                    .as(service.getKey())
                    .startsWith("{")
                    .contains("\"workers\"", "\"database\"", "\"store\"", "\"broker\"")
                    .contains("\"status\":\"UP\"")
                    .doesNotContain("\"DOWN\"", "\"UNKNOWN\"", "\"OUT_OF_SERVICE\"");
        }
        for (var service : running.entrySet()) {
            assertThat(service.getValue().terminate(DRAINED_WITHIN))
                    .as("%s ended in time", service.getKey())
                    .isTrue();
        }
    }

    @AfterEach
    void endWhatStillRuns() {
        running.values().forEach(ServiceProcess::close);
    }

    private Map<String, String> environment(Path source, Path drive) {
        Addresses at = addresses();
        var environment = new HashMap<String, String>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", at.bootstrapServers());
        environment.put("POSTGRES_URL", at.jdbcUrl());
        environment.put("POSTGRES_USER", at.user());
        environment.put("POSTGRES_PASSWORD", at.password());
        environment.put("S3_ENDPOINT", at.storeEndpoint());
        environment.put("S3_ACCESS_KEY", at.accessKey());
        environment.put("S3_SECRET_KEY", at.secretKey());
        environment.put("CRATEWORKS_WORKERS", "2");
        environment.put("CRATEWORKS_PARTITIONS", "4,4,4,4,4,4");
        environment.put("RENAME_ENABLED", "true");
        environment.put("INGEST_SOURCES", source.toString());
        environment.put("MPC_DRIVE", drive.toString());
        return environment;
    }

    /** Waits until the run that ingest-service begins by itself is over. */
    private Ledger ledgerOfTheFirstRun() throws IOException, InterruptedException {
        Addresses at = addresses();
        var settings = new PostgresSettings(at.jdbcUrl(), at.user(), at.password(), 2);
        try (Postgres postgres = Postgres.open(settings)) {
            var sessions = new PostgresSessions(postgres);
            long deadline = System.nanoTime() + DONE_WITHIN.toNanos();
            while (System.nanoTime() < deadline) {
                for (var service : running.entrySet()) {
                    assertThat(service.getValue().isAlive())
                            .as("%s%n%s", service.getKey(), service.getValue().log())
                            .isTrue();
                }
                Optional<Session> done =
                        sessions.all().stream()
                                .filter(session -> session.state() == SessionState.COMPLETED)
                                .findFirst();
                if (done.isPresent()) {
                    return sessions.ledger(done.get().id());
                }
                Thread.sleep(Duration.ofMillis(500));
            }
            throw new AssertionError(
                    "the run is not over: " + sessions.all() + System.lineSeparator() + logs());
        }
    }

    private String logs() throws IOException {
        var logs = new StringBuilder();
        for (var service : running.entrySet()) {
            logs.append(service.getKey()).append(System.lineSeparator());
            logs.append(service.getValue().log());
        }
        return logs.toString();
    }

    /** A format 0 file with a few notes of one channel, different for each {@code number}. */
    private static byte[] tune(int number) {
        var notes = new ByteArrayOutputStream();
        for (int note = 0; note < 8; note++) {
            int pitch = 36 + (number + note * 3) % 48;
            notes.writeBytes(new byte[] {0, (byte) 0x90, (byte) pitch, 100});
            notes.writeBytes(new byte[] {96, (byte) 0x80, (byte) pitch, 0});
        }
        notes.writeBytes(new byte[] {(byte) number, (byte) 0xFF, 0x2F, 0});
        var file = new ByteArrayOutputStream();
        file.writeBytes("MThd".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new byte[] {0, 0, 0, 6, 0, 0, 0, 1, 0, 96});
        file.writeBytes("MTrk".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new byte[] {0, 0, 0, (byte) notes.size()});
        file.writeBytes(notes.toByteArray());
        return file.toByteArray();
    }
}
