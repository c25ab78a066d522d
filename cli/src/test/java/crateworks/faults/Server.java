package crateworks.faults;

import crateworks.infra.EmbeddedStack;
import crateworks.infra.StackSettings;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import crateworks.testkit.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The broker, the database or the store, alone in a process of its own. */
final class Server implements AutoCloseable {
    private static final String READY = "ready";

    private final Part part;
    private final DataDirectory data;
    private Process process;
    private Connections connections;

    private Server(Part part, DataDirectory data, Process process) throws IOException {
        this.part = part;
        this.data = data;
        this.process = process;
        this.connections = awaitReady();
    }

    /** Starts the part on {@code folder}, a data directory that no other part uses. */
    static Server start(Part part, Path folder) throws IOException {
        DataDirectory data = DataDirectory.at(folder);
        return new Server(part, data, launch(part, data));
    }

    private static Process launch(Part part, DataDirectory data) throws IOException {
        List<String> words =
                TestJvm.line(
                        Server.class,
                        "320m",
                        List.of("-XX:+UseSerialGC"),
                        part.name(),
                        data.root());
        Path log =
                data.root().resolveSibling(part.name().toLowerCase(java.util.Locale.ROOT) + ".log");
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private Connections awaitReady() throws IOException {
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return data.runningInstance().orElseThrow();
            }
        }
        throw new IOException(part + " did not start");
    }

    Connections connections() {
        return connections;
    }

    Path folder() {
        return data.root();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Lets the part end as it should. */
    void stop() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    /** Ends the part at once; of the database all processes. */
    void kill() throws IOException {
        process.destroyForcibly().onExit().join();
        if (part == Part.DATABASE) {
            Path pidFile = data.database().resolve("cluster").resolve("postmaster.pid");
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid)
                    .ifPresent(
                            postmaster -> {
                                List<ProcessHandle> all = postmaster.descendants().toList();
                                postmaster.destroyForcibly();
                                all.forEach(ProcessHandle::destroyForcibly);
                                postmaster.onExit().join();
                            });
        }
    }

    /** Starts the part again, on what it wrote before. */
    void startAgain() throws IOException {
        process = launch(part, data);
        connections = awaitReady();
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            stop();
        }
    }

    static void main(String[] words) throws Exception {
        var settings = StackSettings.of(Set.of(Part.valueOf(words[0]))).withFreeDiskBytesMin(0);
        try (var _ = EmbeddedStack.start(DataDirectory.at(Path.of(words[1])), settings)) {
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // until whoever started this closes its input
            }
        }
        System.exit(0);
    }
}
