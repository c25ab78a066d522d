package crateworks.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Real files of other people, which are no part of the product; tests are skipped without them. */
final class SharedFiles {
    private static final String FOLDER = "corpus/midi/labelled";

    private SharedFiles() {}

    static List<Path> some(int filesMax) throws IOException {
        Optional<Path> found = find();
        assumeTrue(found.isPresent(), "no " + FOLDER + ": set CRATEWORKS_SHARED to where it lies");
        try (Stream<Path> all = Files.walk(found.orElseThrow())) {
            return all.filter(file -> file.toString().endsWith(".mid"))
                    .sorted()
                    .limit(filesMax)
                    .toList();
        }
    }

    private static Optional<Path> find() {
        String set = System.getenv("CRATEWORKS_SHARED");
        if (set != null) {
            return Optional.of(Path.of(set, FOLDER)).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve(FOLDER);
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
