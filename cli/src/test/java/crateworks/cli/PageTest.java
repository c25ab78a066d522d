package crateworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.cli.RunningPage.Said;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The API of the page on the whole stack; every test uses files that no other one does. */
@Timeout(180)
class PageTest {
    /** The inbox leaves alone what was written less than five seconds ago. */
    private static final long SETTLING_MILLIS = 5_500;

    @TempDir static Path folder;
    private static RunningPage page;

    @BeforeAll
    static void start() throws Exception {
        page = RunningPage.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        page.close();
    }

    @Test
    void aRunIsStartedWatchedAndBalancesAtItsEnd() throws Exception {
        page.drop("one/a.mid", 3);
        page.drop("one/again/a.mid", 3);
        Files.writeString(page.root.resolve("one/no music.mid"), "<html>");

        long session = page.imported("one");

        JsonNode progress = page.get("/import/status/" + session).json();
        JsonNode files = progress.path("ledger").path("files");
        assertThat(files.path("discovered").asLong()).isEqualTo(3);
        assertThat(files.path("done").asLong()).isEqualTo(1);
        assertThat(files.path("duplicate").asLong()).isEqualTo(1);
        assertThat(files.path("rejected").asLong()).isEqualTo(1);
        assertThat(progress.path("ledger").path("balances").asBoolean()).isTrue();
        assertThat(progress.path("share").asDouble()).isEqualTo(1);
        assertThat(page.get("/api/sessions/" + session + "/ledger").json())
                .isEqualTo(progress.path("ledger"));
        assertThat(page.get("/api/sessions").json().path("sessions").size()).isPositive();
    }

    @Test
    void eventsTellStateProgressErrorsAndTheEndAndGoOnFromTheLastId() throws Exception {
        Files.createDirectories(page.root.resolve("events"));
        Files.writeString(page.root.resolve("events/broken.mid"), "not music at all");
        long session = page.imported("events");

        List<String> events = events(session, "");
        assertThat(events).contains("event: state_changed", "event: progress", "event: error");
        assertThat(events.getLast()).isEqualTo("event: completed");
        String id =
                events.stream().filter(line -> line.startsWith("id: ")).findFirst().orElseThrow();

        // What was told already may come again for some seconds, and never under another id.
        List<String> later = events(session, "Last-Event-ID: " + id.substring(4) + "\r\n");
        assertThat(later).contains("event: progress", "event: completed");
        assertThat(later.stream().filter(line -> line.startsWith("id: ")).distinct())
                .isSubsetOf(List.of(id));
    }

    @Test
    void aFileIsFoundAndTellsItsHistoryItsMusicAndWhy() throws Exception {
        Path source = page.drop("find/Zebra Bass 96bpm.mid", 5);
        page.imported("find");

        JsonNode hit = page.get("/api/files?text=zebra+bas").json().path("files").path(0);
        long id = hit.path("id").asLong();
        assertThat(hit.path("place").asString()).endsWith("music/find/Zebra Bass 96bpm.mid");
        JsonNode file = page.get("/api/files/" + id).json();
        assertThat(file.path("places").path(0).path("place")).isEqualTo(hit.path("place"));
        assertThat(file.path("history").size()).isGreaterThan(2);
        assertThat(file.path("values").size()).isPositive();
        assertThat(page.get("/api/files/" + id + "/notes").json().path("notes").size())
                .isEqualTo(32);
        assertThat(page.get("/api/files/" + id + "/why").body()).contains("Category", "96");
        assertThat(page.get("/api/files/" + id + "/chords").status()).isEqualTo(200);
        assertThat(page.get("/api/files/" + id + "/plays-with").status()).isEqualTo(200);
        assertThat(page.bytes("/api/files/" + id + "/download.mid"))
                .isEqualTo(Files.readAllBytes(source));
        assertThat(page.bytes("/api/files/" + id + "/download.mpcpattern")).isNotEmpty();
        assertThat(page.get("/api/files/counts?text=zebra").json().path("files").asLong())
                .isEqualTo(1);
        assertThat(page.get("/api/export-plan").json().path("files").asLong()).isPositive();
    }

    @Test
    void whatFailedIsListedByReasonAndNothingParkedIsRetried() throws Exception {
        Files.createDirectories(page.root.resolve("failed"));
        Files.writeString(page.root.resolve("failed/<script>alert(1)<"), "");
        Files.writeString(
                page.root.resolve("failed/x<script>alert(1)</script>.mid".replace("</", "<")), "y");
        page.imported("failed");

        Said failed = page.get("/api/failed?code=NOT_A_MIDI_FILE&limit=500");
        assertThat(failed.contentType()).isEqualTo("application/json");
        assertThat(failed.body()).contains("x<script>alert(1)");
        assertThat(page.get("/api/failed/reasons").body()).contains("NOT_A_MIDI_FILE");
        Said retried = page.post("/api/failed/retry", "{\"all\":true}");
        assertThat(retried.status()).isEqualTo(202);
        assertThat(retried.json().path("files").asLong()).isZero();
        page.awaitState(retried.json().path("session").asLong(), "COMPLETED");
    }

    @Test
    void pagesOfFailuresFollowEachOther() throws Exception {
        for (int at = 0; at < 3; at++) {
            Path file = page.root.resolve("paged/" + at + ".mid");
            Files.createDirectories(page.root.resolve("paged"));
            Files.writeString(file, "broken " + at);
        }
        page.imported("paged");
        var items = new TreeSet<String>();
        String after = "";
        int pages = 0;
        do {
            JsonNode each = page.get("/api/failed?limit=2" + after).json();
            each.path("files").forEach(file -> items.add(file.path("item").asString()));
            after = each.has("next") ? "&after=" + each.path("next").asString() : "";
            pages++;
        } while (!after.isEmpty());
        assertThat(items).hasSizeGreaterThanOrEqualTo(3);
        assertThat(pages).isEqualTo((items.size() + 1) / 2);
    }

    @Test
    void aRunIsCancelledAndGoesOnWhenItIsStartedAgain() throws Exception {
        page.drop("cancel/a.mid", 7);
        assertThat(page.post("/api/stages/ingest/pause", "{}").json().path("paused").asBoolean())
                .isTrue();
        Said started = page.post("/import/start", "{\"root\":\"music\",\"path\":\"cancel\"}");
        long session = started.json().path("session").asLong();
        assertThat(
                        page.post("/import/start", "{\"root\":\"music\",\"path\":\"cancel\"}")
                                .json()
                                .path("session")
                                .asLong())
                .isEqualTo(session);
        page.awaitState(session, "PROCESSING");

        assertThat(page.post("/import/cancel/" + session, "{}").status()).isEqualTo(202);
        page.awaitState(session, "CANCELLED");
        assertThat(page.post("/import/cancel/" + session, "{}").code()).isEqualTo("NOT_RUNNING");
        page.post("/api/stages/ingest/resume", "{}");

        assertThat(page.imported("cancel")).isEqualTo(session);
    }

    @Test
    void stagesTakeAnotherNumberOfWorkers() throws Exception {
        JsonNode stage = page.post("/api/stages/split/concurrency", "{\"workers\":2}").json();
        assertThat(stage.path("concurrency").asInt()).isEqualTo(2);
        assertThat(page.post("/api/stages/split/concurrency", "{\"workers\":0}").code())
                .isEqualTo("BAD_BODY");
        assertThat(page.post("/api/stages/mixing/pause", "{}").code()).isEqualTo("UNKNOWN_STAGE");
        assertThat(page.get("/api/stages").json().path("stages").size()).isEqualTo(4);
    }

    @Test
    void aFileThatIsDroppedOnThePageIsTakenIn() throws Exception {
        byte[] bytes = Files.readAllBytes(page.drop("elsewhere/dropped.mid", 11));
        Said put =
                page.said(
                        HttpRequest.newBuilder(page.uri("/api/uploads?name=pack/dropped%20one.mid"))
                                .header("Content-Type", "application/octet-stream")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
        assertThat(put.status()).isEqualTo(201);
        Thread.sleep(SETTLING_MILLIS);
        Said started = page.post("/import/start", "{\"inbox\":true}");
        page.awaitState(started.json().path("session").asLong(), "COMPLETED");
        assertThat(page.get("/api/files?text=dropped+one").json().path("files").size())
                .isEqualTo(1);
        assertThat(
                        page.said(
                                        HttpRequest.newBuilder(
                                                        page.uri("/api/uploads?name=../x.mid"))
                                                .header("Content-Type", "application/octet-stream")
                                                .POST(
                                                        HttpRequest.BodyPublishers.ofByteArray(
                                                                bytes)))
                                .code())
                .isEqualTo("BAD_NAME");
    }

    @Test
    void theSystemTellsHowItsPartsAre() throws Exception {
        JsonNode system = page.get("/api/system").json();
        assertThat(system.path("parts").size()).isEqualTo(4);
        system.path("parts").forEach(part -> assertThat(part.path("well").asBoolean()).isTrue());
        assertThat(page.get("/api/drives").json().path("drives").size()).isZero();
        assertThat(page.get("/api/drives/9/files").code()).isEqualTo("UNKNOWN_DRIVE");
        assertThat(page.get("/api/ledger").json().path("balances").asBoolean()).isTrue();
    }

    @Test
    void everyCallIsDescribedAndEveryDescribedCallIsAnswered() throws Exception {
        String document = page.get("/openapi.yaml").body();
        var described = new TreeSet<String>();
        String path = "";
        for (String line : document.split("\n", -1)) {
            if (line.startsWith("components:")) {
                break;
            }
            if (line.matches("  /\\S+:")) {
                path = line.strip().replaceFirst(":$", "");
            } else if (line.matches("    (get|post):")) {
                described.add(
                        line.strip().replace(":", "").toUpperCase(java.util.Locale.ROOT)
                                + " "
                                + path);
            }
        }
        described.removeAll(Set.of("GET /openapi.yaml", "POST /api/login"));
        assertThat(new TreeSet<>(page.wiring.routes().all())).isEqualTo(described);
    }

    /** The lines of a stream that name events and ids, up to the end of the run. */
    private static List<String> events(long session, String header) throws Exception {
        var lines = new ArrayList<String>();
        Pattern kept = Pattern.compile("(event|id): .*");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), page.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            ("GET /events?session_id="
                                            + session
                                            + " HTTP/1.1\r\nHost: localhost\r\n"
                                            + header
                                            + "\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            var in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (kept.matcher(line).matches()) {
                    lines.add(line);
                }
                if (line.equals("event: completed")) {
                    return lines;
                }
            }
        }
        return lines;
    }
}
