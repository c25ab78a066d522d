package crateworks.laws;

import crateworks.cli.Main;
import crateworks.testkit.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real command in a JVM of its own. */
public final class Command implements AutoCloseable {
    private static final int MINUTES_MAX = 4;

    private final Process process;
    private final BufferedReader output;
    private final StringBuilder said = new StringBuilder();

    private Command(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** How it ended and everything it wrote. */
    public record End(int exitCode, String said) {}

    public static Command start(Object... words) throws IOException {
        List<String> line = TestJvm.line(Main.class, "640m", List.of("-XX:+UseParallelGC"), words);
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new Command(builder.start());
    }

    /** Runs it to its end. */
    public static End run(Object... words) throws IOException, InterruptedException {
        try (Command command = start(words)) {
            return command.await();
        }
    }

    /** Waits until it says something with {@code text}; false when it ends without. */
    public boolean hears(String text) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** Asks it to stop, as Ctrl-C and a shutdown of the machine do. */
    public void stop() {
        process.toHandle().destroy(); // destroying the process itself would close what it says
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public End await() throws IOException, InterruptedException {
        String rest = output.readAllAsString();
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
            throw new AssertionError("still runs after saying " + said + rest);
        }
        return new End(process.exitValue(), said + rest);
    }

    @Override
    public void close() {
        kill();
    }
}
