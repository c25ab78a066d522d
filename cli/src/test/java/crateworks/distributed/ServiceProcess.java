package crateworks.distributed;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A service as it is delivered: its jar in a process of its own. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
    private static final Duration WELL_WITHIN = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Process process;
    private final int port;
    private final Path log;

    private ServiceProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** The jar of a service; the test is skipped where only classes were built. */
    public static Path jar(String service) {
        Path jar = Path.of("..", service, "target", service + "-0.1.0-app.jar");
        Assumptions.assumeTrue(
                Files.exists(jar), jar + " is not there: ./build makes it before this test");
        return jar.toAbsolutePath().normalize();
    }

    public static ServiceProcess start(String service, Map<String, String> environment, Path folder)
            throws IOException {
        return start(service, environment, folder, freePort());
    }

    /** The same at a port that somebody may know already. */
    public static ServiceProcess start(
            String service, Map<String, String> environment, Path folder, int port)
            throws IOException {
        Path log = folder.resolve(service + ".log");
        var builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                jar(service).toString()));
        builder.environment().remove("CRATEWORKS_TOKEN"); // who runs the tests may have set one
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment()
                .put("CRATEWORKS_STATE", folder.resolve("state-" + service).toString());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new ServiceProcess(builder.start(), port, log);
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits until the service says that it is well. */
    public void awaitHealth() throws IOException, InterruptedException {
        long end = System.nanoTime() + WELL_WITHIN.toNanos();
        String said = "nothing";
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                said = health();
                if (said.contains("\"status\":\"UP\"") && !said.contains("\"DOWN\"")) {
                    return;
                }
            } catch (IOException e) {
                said = e.toString();
            }
            Thread.sleep(POLL);
        }
        throw new AssertionError("not well: " + said + System.lineSeparator() + log());
    }

    /** What the health endpoint says. */
    public String health() throws IOException, InterruptedException {
        return get("/health");
    }

    /** What is answered to a request for {@code path}. */
    String get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(ANSWER_WITHIN)
                            .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    /** What signals are sent to. */
    public long pid() {
        return process.pid();
    }

    /** Ends the process without giving it a chance to do anything more. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** The exit code of a process that ends by itself. */
    int exitCode(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it still runs after " + within);
        }
        return process.exitValue();
    }

    /** Asks the process to end, as a container engine does; true when it did so in time. */
    public boolean terminate(Duration within) throws InterruptedException {
        process.destroy();
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
