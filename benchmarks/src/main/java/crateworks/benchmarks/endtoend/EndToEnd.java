package crateworks.benchmarks.endtoend;

import crateworks.benchmarks.corpus.CorpusMaker;
import crateworks.benchmarks.corpus.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the product's own command from an empty data directory to a full drive, checks its
 * ledger, and writes the figures down. Answers 0 only when the ledger is right.
 */
@Command(
        name = "benchmarks/run end-to-end",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Makes a collection, runs ./crateworks on it, and checks and measures it.")
public final class EndToEnd implements Callable<Integer> {
    private static final int LOG_TAIL_LINES = 15;

    @Option(
            names = "--files",
            defaultValue = "20000",
            description = "Distinct MIDI files; a tenth more are duplicates (${DEFAULT-VALUE}).")
    private int files;

    @Option(names = "--seed", defaultValue = "1", description = "Of the collection.")
    private long seed;

    @Option(
            names = "--source-corpus",
            paramLabel = "DIR",
            description = "MIDI files to vary; may be given several times; made ones without it.")
    private List<Path> sourceCorpora = new ArrayList<>();

    @Option(names = "--second-run", description = "Run again on the unchanged collection.")
    private boolean isSecondRun;

    @Option(names = "--keep", description = "Keep collection, drive, data directory and logs.")
    private boolean isKept;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where they are made: benchmarks/target/end-to-end.")
    private @Nullable Path work;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where the figures are written: benchmarks/results.")
    private @Nullable Path results;

    @Option(names = "--home", hidden = true, required = true)
    private Path home = Path.of(".");

    private EndToEnd() {}

    public static void main(String... arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        return new CommandLine(new EndToEnd()).execute(arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = home.toAbsolutePath().normalize();
        for (Path corpus : sourceCorpora) {
            if (!Files.isDirectory(corpus)) {
                System.err.println(corpus + " is no folder.");
                return CommandLine.ExitCode.USAGE;
            }
        }
        Path parent =
                Files.createDirectories(
                        work == null ? root.resolve("benchmarks/target/end-to-end") : work);
        Path place = Files.createTempDirectory(parent.toAbsolutePath().normalize(), "run-");
        try {
            return measure(root, place);
        } finally {
            if (isKept) {
                System.out.println("Kept: " + place);
            } else {
                Folder.delete(place);
            }
        }
    }

    private int measure(Path root, Path place) throws IOException, InterruptedException {
        Path corpus = place.resolve("corpus");
        Manifest manifest =
                CorpusMaker.make(CorpusMaker.bases(sourceCorpora, seed), corpus, files, seed);
        Files.writeString(place.resolve("manifest.json"), manifest.json());
        System.out.printf("Made %,d files for %s.%n", manifest.files(), corpus);
        Path drive = Files.createDirectory(place.resolve("drive"));
        Path data = place.resolve("data");
        String product = root.resolve("crateworks").toString();
        List<String> command =
                List.of(
                        product,
                        "--source",
                        corpus.toString(),
                        "--export-to",
                        drive.toString(),
                        "--data",
                        data.toString(),
                        "--near-duplicates"); // variations of one file sound alike, and all count
        Machine machine = Machine.here();
        Path log = place.resolve("run.log");
        Measured run = Measured.run(command, data, log);
        if (run.exitCode() != 0) {
            System.err.println("The command answered " + run.exitCode() + "; its last words:");
            tail(log).forEach(System.err::println);
        }
        RunReport report = newestRun(product, data, place);
        var folders = new Result.Folders(Folder.of(drive), Folder.of(data));
        Optional<Result.SecondRun> second =
                isSecondRun ? Optional.of(second(command, product, data, place)) : Optional.empty();
        var result = Result.of(Commit.of(root), machine, manifest, run, report, folders, second);
        return publish(root, result);
    }

    private static Result.SecondRun second(
            List<String> command, String product, Path data, Path place)
            throws IOException, InterruptedException {
        Measured run = Measured.run(command, data, place.resolve("second-run.log"));
        RunReport report = newestRun(product, data, place);
        return new Result.SecondRun(
                run.seconds(),
                run.exitCode(),
                run.cpuMillis(),
                report.discovered(),
                report.unchanged());
    }

    private static RunReport newestRun(String product, Path data, Path place)
            throws IOException, InterruptedException {
        Path stats = place.resolve("stats.json");
        Process process =
                new ProcessBuilder(product, "stats", "--data", data.toString(), "--format", "json")
                        .redirectOutput(stats.toFile())
                        .redirectError(place.resolve("stats.log").toFile())
                        .start();
        int answer = process.waitFor();
        String text = Files.readString(stats);
        List<RunReport> runs = text.isBlank() ? List.of() : RunReport.parse(text);
        if (runs.isEmpty()) {
            throw new IOException(
                    "stats answered "
                            + answer
                            + " and told of no run: "
                            + tail(place.resolve("stats.log")));
        }
        return runs.getFirst();
    }

    private int publish(Path root, Result result) throws IOException {
        Path folder =
                Files.createDirectories(
                        results == null ? root.resolve("benchmarks/results") : results);
        Path file = folder.resolve(result.commit() + ".json");
        Files.writeString(file, result.json());
        System.out.printf(
                "%,d files in %.1f s: %.0f files/s, %.0f once started; %.1f ms CPU a file;"
                        + " at most %,d MiB, the JVM %,d MiB; %,d MB on the drive.%n",
                result.corpus().files(),
                result.run().seconds(),
                result.filesPerSecond(),
                result.filesPerSecondStarted(),
                result.cpuMillisPerFile(),
                result.run().peakBytes() >> 20,
                result.run().peakRootBytes() >> 20,
                result.drive().bytes() / 1_000_000);
        result.secondRun()
                .ifPresent(second -> System.out.printf("Again: %.1f s.%n", second.seconds()));
        System.out.println("Written: " + file);
        result.differences().forEach(each -> System.err.println("WRONG " + each));
        return result.differences().isEmpty() && result.run().exitCode() == 0
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    private static List<String> tail(Path log) throws IOException {
        List<String> lines =
                new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
        return lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size());
    }
}
