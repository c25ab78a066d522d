package crateworks.benchmarks.analysis;

import crateworks.music.analysis.Analyst;
import crateworks.music.clues.Clues;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much processor time the analysis of each file of a folder takes, from its events to its
 * profile, once the JVM is warm: the least of several rounds over all files, of which a file in the
 * middle and others are told.
 */
public final class AnalysisSpeed {
    private static final int ROUNDS = 12;
    private static final int[] PERCENT = {10, 25, 50, 75, 90, 99};
    private static final Clues NO_CLUES = Clues.of(List.of("untitled.mid"));
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private AnalysisSpeed() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: benchmarks/run analysis FOLDER");
            System.exit(2);
        }
        Path folder = Path.of(arguments[0]);
        List<MidiFile> files = Files.isDirectory(folder) ? read(folder) : List.of();
        if (files.isEmpty()) {
            System.err.println("There is no MIDI file in " + arguments[0] + ".");
            System.exit(2);
        }
        long[] least = new long[files.size()];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int file = 0; file < least.length; file++) {
                least[file] = Math.min(least[file], nanosOf(files.get(file)));
            }
        }
        print(least);
    }

    private static List<MidiFile> read(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(path -> read(path, folder).stream())
                    .toList();
        }
    }

    private static Optional<MidiFile> read(Path path, Path folder) {
        try {
            return SmfReader.read(Files.readAllBytes(path))
                            instanceof Reading.Legible(MidiFile file, var _)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException e) {
            System.err.println(folder.relativize(path) + " is left out: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static long nanosOf(MidiFile file) {
        long before = THREADS.getCurrentThreadCpuTime();
        Analyst.profile(file, NO_CLUES, List.of());
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    private static void print(long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf("%,d files, the least of %d rounds%n", nanos.length, ROUNDS);
        System.out.println("of the files  within ms");
        for (int percent : PERCENT) {
            long within = nanos[(int) ((nanos.length - 1L) * percent / 100)];
            System.out.printf("%10d %%  %9.3f%n", percent, within / 1e6);
        }
        System.out.printf(
                "%10s    %9.3f%n", "mean", Arrays.stream(nanos).average().orElse(0) / 1e6);
    }
}
