package crateworks.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresSessions;
import crateworks.adapters.postgres.PostgresSettings;
import crateworks.pipeline.message.Origin;
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
import java.util.Random;
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
        Files.createDirectory(folder.resolve("mail"));
        Path drive = folder.resolve("drive");
        for (String service : SERVICES) {
            running.put(service, ServiceProcess.start(service, environment(source, drive), folder));
        }

        Ledger ledger = ledgerOfTheFirstRunOver(source.toString());

        assertThat(ledger.balances()).as("%s", ledger).isTrue();
        assertThat(ledger.atRest()).as("%s", ledger).isTrue();
        assertThat(ledger.files().done()).isEqualTo(FILES);
        try (Stream<Path> written = Files.walk(drive)) {
            assertThat(samples(written))
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
            assertThat(service.getValue().log().lines())
                    .as("%s logs one object a line", service.getKey())
                    .filteredOn(line -> line.contains("crateworks"))
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("{") && line.contains("\"level\""));
            assertThat(service.getValue().get("/health/live")).contains("\"status\":\"UP\"");
            assertThat(service.getValue().get("/health/ready")).contains("\"broker\"");
        }
        assertMetersTellWhatWasDone();
        assertThat(process("ingest-service").get("/")).contains("<title>Crateworks");
        assertThat(process("ingest-service").get("/api/system")).contains("\"service\"");
        assertWhatIsPutIntoTheInboxFolderIsTakenIn();
        for (var service : running.entrySet()) {
            assertThat(service.getValue().terminate(DRAINED_WITHIN))
                    .as("%s ended in time", service.getKey())
                    .isTrue();
        }
    }

    private void assertMetersTellWhatWasDone() throws Exception {
        for (String stage : List.of("ingest", "sanitize", "split", "analyze", "rename", "export")) {
            String service = stage.equals("rename") ? "export-service" : stage + "-service";
            Map<String, Double> meters =
                    Meters.of(process(service).get("/actuator/prometheus"), stage);
            assertThat(meters)
                    .as("%s", stage)
                    .containsEntry("crateworks_files_total outcome=done", (double) FILES)
                    .containsEntry("crateworks_files_total outcome=parked", 0.0)
                    .containsEntry("crateworks_files_in_total", (double) FILES)
                    .containsEntry("crateworks_batch_files_sum", (double) FILES)
                    .containsEntry("crateworks_partitions", 4.0)
                    .containsEntry("crateworks_paused", 0.0)
                    .containsEntry("crateworks_workers state=stopped", 0.0)
                    .containsKeys("crateworks_lag", "crateworks_batch_seconds_sum");
        }
        assertThat(process("export-service").get("/actuator/prometheus"))
                .contains("crateworks_drive_free_bytes{", "crateworks_drive_waiting{")
                .containsPattern("crateworks_drive_files_total\\{[^}]*} [1-9]");
        assertThat(process("ingest-service").get("/actuator/prometheus"))
                .containsPattern("crateworks_packs_total\\{[^}]*} [1-9]")
                .containsPattern("crateworks_pack_bytes_total\\{[^}]*} [1-9]");
        assertMonitoringAsksForWhatIsThere();
    }

    /** One scrape of all services has every meter that alerts and dashboards ask for. */
    private void assertMonitoringAsksForWhatIsThere() throws Exception {
        var all = new StringBuilder();
        for (ServiceProcess each : running.values()) {
            all.append(each.get("/actuator/prometheus"));
        }
        assertThat(Monitored.meters())
                .hasSizeGreaterThan(15)
                .allSatisfy(meter -> assertThat(all).contains(meter + "{"));
    }

    private void assertWhatIsPutIntoTheInboxFolderIsTakenIn() throws Exception {
        Path mail = folder.resolve("mail").resolve("later.mid");
        Files.write(mail, tune(FILES));

        Ledger ledger = ledgerOfTheFirstRunOver(Origin.INBOX);

        assertThat(ledger.files().done()).as("%s", ledger).isEqualTo(1);
        assertThat(mail).doesNotExist();
    }

    private ServiceProcess process(String service) {
        return Optional.ofNullable(running.get(service)).orElseThrow();
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
        environment.put("INBOX_EVERY", "1s");
        environment.put("INBOX_FOLDER", folder.resolve("mail").toString());
        environment.put("LOG_FORMAT", "logstash");
        environment.put("MPC_DRIVE", drive.toString());
        return environment;
    }

    /** Waits until a run that ingest-service begins by itself is over. */
    private Ledger ledgerOfTheFirstRunOver(String from) throws IOException, InterruptedException {
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
                                .filter(session -> session.order().sources().contains(from))
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

    /** The library's own files, not what was made of them. */
    private static Stream<Path> samples(Stream<Path> files) {
        return files.filter(file -> file.toString().contains("/SAMPLES/"))
                .filter(file -> file.toString().endsWith(".mid"));
    }

    /** A format 0 file with a few notes of one channel, different for each {@code number}. */
    private static byte[] tune(int number) {
        var notes = new ByteArrayOutputStream();
        var random = new Random(number); // no tune sounds like another one
        for (int note = 0; note < 8; note++) {
            int pitch = 36 + random.nextInt(48);
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
