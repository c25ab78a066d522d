package crateworks.export.mpc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Real files of other people, which are no part of the product; tests are skipped without them. */
final class Shared {
    private Shared() {}

    /** The files below a folder of {@code CRATEWORKS_SHARED}; skips the test where it is absent. */
    static List<Path> files(String folder) {
        Optional<Path> found = find(folder);
        assumeTrue(found.isPresent(), "no " + folder + ": set CRATEWORKS_SHARED to where it lies");
        try (Stream<Path> all = Files.walk(found.orElseThrow())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<Path> find(String folder) {
        String set = System.getProperty("CRATEWORKS_SHARED", System.getenv("CRATEWORKS_SHARED"));
        if (set != null) {
            return Optional.of(Path.of(set, folder)).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve(folder);
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
