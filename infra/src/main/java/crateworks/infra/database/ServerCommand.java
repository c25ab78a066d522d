package crateworks.infra.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A short-lived program, run in a folder, with its output in a file that each run replaces. */
final class ServerCommand {
    private static final int TAIL_CHARS_MAX = 600;

    private final Path folder;
    private final Path output;

    ServerCommand(Path folder, Path output) {
        this.folder = folder;
        this.output = output;
    }

    /** Runs a program and says whether it ended with exit code 0 within the limit. */
    boolean succeeds(List<String> words, Duration limit) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words);
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        builder.redirectInput(new File("/dev/null"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    /** As {@link #succeeds}, for a program that may not be installed. */
    static boolean probe(List<String> words) throws InterruptedException {
        try {
            return new ServerCommand(Path.of("/"), Path.of("/dev/null"))
                    .succeeds(words, Duration.ofSeconds(10));
        } catch (IOException e) {
            return false;
        }
    }

    String outputTail() {
        return tail(output, 0);
    }

    /** The end of what a log holds behind an offset in bytes, in one line; may be empty. */
    static String tail(Path log, long fromByte) {
        try (var stream = Files.newInputStream(log)) {
            stream.skipNBytes(fromByte);
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
            String last = text.substring(Math.max(0, text.length() - TAIL_CHARS_MAX));
            return last.replaceAll("\\s*[\\r\\n]+\\s*", " | ");
        } catch (IOException e) {
            return "";
        }
    }
}
