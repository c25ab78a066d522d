package crateworks.infra;

import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stack in a JVM of its own, to be killed. */
final class StackProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private StackProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts a JVM that starts the stack, writes {@code text} and then only waits. */
    static StackProcess start(Path data, String text, Map<String, String> environment)
            throws IOException {
        var words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StackProcess.class.getName(),
                                data.toString(),
                                text));
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new StackProcess(builder.start());
    }

    /** Waits for a line that starts so, and returns all of it. */
    String awaitLine(String start) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new IOException("the process ended without saying " + start);
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    static void main(String[] words) throws Exception {
        boolean whole = !words[1].equals("database");
        StackSettings settings =
                whole ? StackSettings.everything() : StackSettings.of(Set.of(Part.DATABASE));
        EmbeddedStack stack = EmbeddedStack.start(DataDirectory.at(Path.of(words[0])), settings);
        var contents = new Contents(stack.connections());
        if (whole) {
            contents.write(words[1]);
        } else {
            contents.writeRow(words[1]);
        }
        System.out.println("ready");
        Thread.sleep(Long.MAX_VALUE);
    }
}
