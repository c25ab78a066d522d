package crateworks.cli;

import crateworks.adapters.s3.Inbox;
import crateworks.infra.data.DataDirectory;
import crateworks.ingest.app.PageWiring;
import crateworks.music.midi.SmfWriter;
import crateworks.music.time.Division;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Order;
import crateworks.web.api.Uploads;
import crateworks.web.http.PageServer;
import crateworks.web.http.PageSettings;
import crateworks.web.imports.Roots;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product as {@code serve} runs it, with its page; and a caller of its API. */
final class RunningPage implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What the page answered. */
    record Said(int status, String contentType, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String code() {
            return json().path("code").asString("");
        }
    }

    final Path root;
    final PageWiring wiring;
    private final Engine engine;
    private final PageServer server;
    private final Thread serving;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningPage(
            Path root, Engine engine, PageWiring wiring, PageServer server, Thread serving) {
        this.root = root;
        this.engine = engine;
        this.wiring = wiring;
        this.server = server;
        this.serving = serving;
    }

    /** Starts everything below {@code folder}; imports may start from {@code folder/music}. */
    static RunningPage start(Path folder) throws Exception {
        Path root = Files.createDirectories(folder.resolve("music"));
        Engine engine =
                Engine.start(
                        DataDirectory.at(folder.resolve("data")),
                        order(),
                        Collections.nCopies(6, 1));
        var inbox = new Inbox(engine.store());
        var later = InstantSource.offset(InstantSource.system(), Duration.ofHours(1));
        var out = new PrintWriter(Writer.nullWriter());
        var serves = new Serving(engine, order(), inbox, later, out);
        var asking =
                new Engine.Asking(
                        serves.imports(),
                        new Roots(List.of(root)),
                        Optional.<Uploads>of(inbox::put));
        PageWiring wiring = PageWiring.of(engine.lent("serve", serves::waitsFor, asking));
        PageServer server = PageServer.start(PageSettings.loopback(0, false), wiring.routes());
        Thread serving = Thread.ofPlatform().name("serving").start(() -> serve(serves));
        return new RunningPage(root, engine, wiring, server, serving);
    }

    private static Order order() {
        return new Order(
                List.of(Origin.INBOX),
                List.of(StageName.INGEST, StageName.SANITIZE, StageName.SPLIT, StageName.ANALYZE),
                Optional.empty(),
                "both",
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                DriveWishes.DEFAULT);
    }

    private static void serve(Serving serves) {
        try (var stopping = new Stopping()) {
            serves.untilStopped(stopping, Duration.ofMinutes(10));
        } catch (InterruptedException | IOException end) {
            Thread.currentThread().interrupt();
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    int port() {
        return server.port();
    }

    Said get(String path) throws Exception {
        return said(HttpRequest.newBuilder(uri(path)));
    }

    Said post(String path, String body) throws Exception {
        return said(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Said said(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Said(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    byte[] bytes(String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(uri(path)).build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** Starts a run over a folder of the root and waits for its end; its number. */
    long imported(String folder) throws Exception {
        Said started = post("/import/start", "{\"root\":\"music\",\"path\":\"" + folder + "\"}");
        if (started.status() != 202) {
            throw new AssertionError(started.body());
        }
        long session = started.json().path("session").asLong();
        awaitState(session, "COMPLETED");
        return session;
    }

    void awaitState(long session, String state) throws Exception {
        long untilNanos = System.nanoTime() + PATIENCE.toNanos();
        String now = "";
        while (System.nanoTime() < untilNanos) {
            now =
                    get("/import/status/" + session)
                            .json()
                            .path("session")
                            .path("state")
                            .asString("");
            if (now.equals(state)) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("session " + session + " is " + now + ", not " + state);
    }

    /** Puts a bass line of its own into a folder of the root. */
    Path drop(String name, int seed) throws IOException {
        var writer = new SmfWriter(0, new Division.TicksPerQuarter(480), 1_000);
        writer.beginTrack();
        for (int beat = 0; beat < 32; beat++) {
            int pitch = 33 + (beat * seed) % 17;
            writer.channelMessage(beat * 480, 0x90, pitch, 90);
            writer.channelMessage(beat * 480 + 400, 0x80, pitch, 0);
        }
        writer.endTrack(32 * 480);
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, writer.toBytes().toArray());
    }

    @Override
    public void close() {
        wiring.close();
        server.close();
        serving.interrupt();
        try {
            serving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        engine.close();
    }
}
