package crateworks.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What makes folders the same folder, whatever path leads to them. */
final class FolderKeys {
    private final Set<Object> excluded = new HashSet<>();
    private final Set<Object> entered = new HashSet<>();

    FolderKeys(List<Path> exclusions) {
        for (Path exclusion : exclusions) {
            key(exclusion).ifPresent(excluded::add);
        }
    }

    /** What does not exist, or cannot be reached, is not met on the walk either. */
    private static Optional<Object> key(Path file) {
        try {
            return Optional.of(of(file, Files.readAttributes(file, BasicFileAttributes.class)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Device and inode where the system has them, else the real path. */
    static Object of(Path file, BasicFileAttributes attributes) throws IOException {
        Object key = attributes.fileKey();
        return key == null ? file.toRealPath() : key;
    }

    boolean isExcluded(Path file, BasicFileAttributes attributes) throws IOException {
        return !excluded.isEmpty() && excluded.contains(of(file, attributes));
    }

    /** Whether it is entered for the first time. */
    boolean enter(Object key) {
        return entered.add(key);
    }
}
