package crateworks.benchmarks.endtoend;

import crateworks.benchmarks.corpus.CorpusMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how long the product takes to write a drive of a library that is there already, patterns
 * and index included, beside {@code rsync -a} of the same files to the same file system.
 */
@Command(
        name = "benchmarks/run copies",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Exports a made collection to each place, and copies the drive by rsync.")
public final class Copies implements Callable<Integer> {
    @Option(
            names = "--files",
            defaultValue = "3000",
            description = "Distinct MIDI files (${DEFAULT-VALUE}).")
    private int files;

    @Option(names = "--seed", defaultValue = "1", description = "Of the collection.")
    private long seed;

    @Option(
            names = "--source-corpus",
            paramLabel = "DIR",
            description = "MIDI files to vary; may be given several times; made ones without it.")
    private List<Path> sourceCorpora = new ArrayList<>();

    @Option(
            names = "--place",
            paramLabel = "DIR",
            required = true,
            description = "A folder on a file system to measure, such as a tmpfs; several times.")
    private List<Path> places = new ArrayList<>();

    @Option(names = "--rounds", defaultValue = "2", description = "At each place.")
    private int rounds;

    @Option(names = "--home", hidden = true, required = true)
    private Path home = Path.of(".");

    private Copies() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Copies()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = home.toAbsolutePath().normalize();
        Path parent = Files.createDirectories(root.resolve("benchmarks/target/copies"));
        Path work = Files.createTempDirectory(parent, "run-");
        try {
            Path corpus = work.resolve("corpus");
            CorpusMaker.make(CorpusMaker.bases(sourceCorpora, seed), corpus, files, seed);
            var exports = new Exports(root.resolve("crateworks"), corpus, work);
            exports.analyze();
            System.out.println(
                    "place, round: files, MB; export files/s, MB/s; rsync files/s, MB/s; ratio");
            for (Path place : places) {
                for (int round = 1; round <= rounds; round++) {
                    System.out.println(place + ", " + round + ": " + compare(exports, place));
                }
            }
            return CommandLine.ExitCode.OK;
        } finally {
            Folder.delete(work);
        }
    }

    private static String compare(Exports exports, Path place)
            throws IOException, InterruptedException {
        Path room = Files.createTempDirectory(place.toAbsolutePath().normalize(), "copies-");
        try {
            Path drive = Files.createDirectory(room.resolve("drive"));
            double exported = exports.export(drive);
            double copied = Exports.rsync(drive, room.resolve("rsync"));
            Folder size = Folder.of(drive);
            double megabytes = size.bytes() / 1e6;
            return String.format(
                    "%,d, %.0f; %,.0f, %.1f; %,.0f, %.1f; %.2f",
                    size.files(),
                    megabytes,
                    size.files() / exported,
                    megabytes / exported,
                    size.files() / copied,
                    megabytes / copied,
                    copied / exported);
        } finally {
            Folder.delete(room);
        }
    }
}
