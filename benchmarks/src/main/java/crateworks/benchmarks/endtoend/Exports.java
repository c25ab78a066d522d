package crateworks.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The product's command, and the one that it is held against. */
record Exports(Path command, Path corpus, Path work) {
    /** Written when the export begins. */
    private static final String MARK = "METADATA/drive.json";

    /** Replaced when everything else is written. */
    private static final String INDEX = "METADATA/file_index.json";

    /** Fills the library, without a drive. */
    void analyze() throws IOException, InterruptedException {
        run(List.of());
    }

    /** Exports to an empty folder; the seconds between the first byte and the last. */
    double export(Path drive) throws IOException, InterruptedException {
        run(List.of("--export-to", drive.toString(), "--near-duplicates"));
        FileTime from = Files.getLastModifiedTime(drive.resolve(MARK));
        FileTime to = Files.getLastModifiedTime(drive.resolve(INDEX));
        return seconds(Duration.between(from.toInstant(), to.toInstant()));
    }

    /** Copies a folder's content; the seconds that took. */
    static double rsync(Path from, Path to) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process rsync = new ProcessBuilder("rsync", "-a", from + "/", to + "/").inheritIO().start();
        if (rsync.waitFor() != 0) {
            throw new IOException("rsync answered " + rsync.exitValue());
        }
        return seconds(Duration.ofNanos(System.nanoTime() - started));
    }

    private void run(List<String> more) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        words.add(command.toString());
        words.addAll(List.of("--source", corpus.toString()));
        words.addAll(List.of("--data", work.resolve("data").toString()));
        words.addAll(more);
        Path log = work.resolve("run.log");
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IOException(
                    "the command answered " + process.exitValue() + ": " + Files.readString(log));
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
