package crateworks.export.drive;

import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What the catalog and the drive know of each other. */
public enum DriveStanding {
    /** Nothing was ever written there. */
    NEW,
    /** The index is there and tells of files that the catalog wrote. */
    OURS,
    /** The catalog wrote files, and there is no index. */
    EMPTIED,
    /** The index tells of files that the catalog did not write, and the catalog wrote others. */
    FOREIGN;

    private static final int SAMPLE = 1_000;

    /** Compares the first entries of the index with everything that was written to the drive. */
    public static DriveStanding of(Path root, String drive, DrivePlans plans) throws Outage {
        try {
            Optional<Set<String>> sample = sample(root);
            Set<String> unknown = sample.orElseGet(HashSet::new);
            var written = new AtomicLong();
            plans.eachEntry(
                    drive,
                    entry -> {
                        written.incrementAndGet();
                        unknown.remove(entry.path());
                    });
            if (written.get() == 0) {
                return NEW;
            }
            if (sample.isEmpty()) {
                return EMPTIED;
            }
            return unknown.isEmpty() ? OURS : FOREIGN;
        } catch (Outage outage) {
            throw outage;
        } catch (IOException failure) {
            throw DriveTrouble.outage(root, 0, failure);
        }
    }

    private static Optional<Set<String>> sample(Path root) throws IOException {
        if (!Files.exists(root.resolve(DriveMetadata.INDEX))) {
            return Optional.empty();
        }
        var paths = new HashSet<String>();
        try (IndexReader index = IndexReader.open(root)) {
            Optional<IndexEntry> next = index.next();
            while (next.isPresent() && paths.size() < SAMPLE) {
                paths.add(next.get().path());
                next = index.next();
            }
        }
        return Optional.of(paths);
    }
}
