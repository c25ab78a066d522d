package crateworks.music.midi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Real files to measure with, which are no part of the product; tests are skipped where absent. */
public final class Corpus {
    /** What other readers make of a file: {@code noteOns} where at least two of them agree. */
    public record Row(Path path, String name, Optional<Integer> noteOns) {}

    private Corpus() {}

    /** The folder of the files; skips the test where there is none. */
    public static Path folder() {
        Optional<Path> found = find();
        assumeTrue(
                found.isPresent(),
                "no MIDI corpus: set CRATEWORKS_SHARED to the folder that has corpus/midi");
        return found.orElseThrow();
    }

    private static Optional<Path> find() {
        String set = System.getProperty("CRATEWORKS_SHARED", System.getenv("CRATEWORKS_SHARED"));
        if (set != null) {
            return Optional.of(Path.of(set, "corpus", "midi")).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve("corpus").resolve("midi");
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** All MIDI files, whole and broken. */
    public static List<Path> files() {
        Path folder = folder();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().matches(".*\\.(csv|jsonl|md)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a manifest: path first, consensus of note-ons in column 11. */
    public static List<Row> manifest(String name) {
        Path folder = folder();
        try {
            List<String> lines = Files.readAllLines(folder.resolve(name), StandardCharsets.UTF_8);
            return lines.stream().skip(1).map(line -> row(folder, cells(line))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(Path folder, List<String> cells) {
        Optional<Integer> noteOns =
                Optional.of(cells.get(11)).filter(cell -> !cell.isEmpty()).map(Integer::valueOf);
        return new Row(folder.resolve(cells.get(0)), cells.get(0), noteOns);
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '"') {
                isQuoted = !isQuoted;
            } else if (letter == ',' && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
