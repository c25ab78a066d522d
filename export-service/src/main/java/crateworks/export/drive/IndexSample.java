package crateworks.export.drive;

import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The first entries of an index: by them a drive is known that was written without a mark. */
final class IndexSample {
    private static final int SAMPLE = 1_000;

    private IndexSample() {}

    /** Whether {@code root} has an index and the catalog wrote every file of its beginning. */
    static boolean isKnown(Path root, String drive, DrivePlans plans) throws Outage {
        try {
            if (!Files.exists(root.resolve(DriveMetadata.INDEX))) {
                return false;
            }
            Set<String> unknown = paths(root);
            plans.eachEntry(drive, entry -> unknown.remove(entry.path()));
            return unknown.isEmpty();
        } catch (Outage outage) {
            throw outage;
        } catch (IOException failure) {
            throw DriveTrouble.outage(root, 0, failure);
        }
    }

    private static Set<String> paths(Path root) throws IOException {
        var paths = new HashSet<String>();
        try (IndexReader index = IndexReader.open(root)) {
            Optional<IndexEntry> next = index.next();
            while (next.isPresent() && paths.size() < SAMPLE) {
                paths.add(next.get().path());
                next = index.next();
            }
        }
        return paths;
    }
}
