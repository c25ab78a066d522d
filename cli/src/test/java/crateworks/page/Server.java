package crateworks.page;

import crateworks.cli.Main;
import crateworks.testkit.TestJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real command that serves the page, in a JVM of its own, always at the same address. */
final class Server implements AutoCloseable {
    private static final int START_SECONDS_MAX = 120;
    private static final int STOP_SECONDS_MAX = 60;
    private static final long POLL_MILLIS = 100;

    private final List<String> words;
    private final Path said;
    private final int port;
    private Process process;

    private Server(List<String> words, Path said, int port, Process process) {
        this.words = words;
        this.said = said;
        this.port = port;
        this.process = process;
    }

    /** Starts it with a data directory of its own, and imports allowed from {@code root}. */
    static Server start(Path room, Path root) throws IOException, InterruptedException {
        int port = freePort();
        List<String> words =
                TestJvm.line(
                        Main.class,
                        "640m",
                        List.of("-XX:+UseParallelGC"),
                        "serve",
                        "--every",
                        "30",
                        "--data",
                        room.resolve("data"),
                        "--export-to",
                        room.resolve("drive"),
                        "--import-from",
                        root,
                        "--page-port",
                        port);
        Path said = room.resolve("said.txt");
        var server = new Server(words, said, port, launch(words, said));
        server.awaitAnswer();
        return server;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    /** Asks it to stop, as Ctrl-C does, and waits until it has. */
    void stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError("still runs after saying " + Files.readString(said));
        }
    }

    void startAgain() throws IOException, InterruptedException {
        process = launch(words, said);
        awaitAnswer();
    }

    private static Process launch(List<String> words, Path said) throws IOException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base() + "/api/system")).build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not yet.
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
        throw new AssertionError("does not answer after saying " + Files.readString(said));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stop(); // not killed: its database would live on
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
