package crateworks.export.drive;

import crateworks.pipeline.port.DrivePlans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What was written to a drive. */
interface Manifest {
    void each(Consumer<IndexEntry> sink) throws IOException;

    /** As the index on the drive tells it. */
    static Manifest ofIndex(Path root) {
        return sink -> {
            try (IndexReader index = IndexReader.open(root)) {
                for (Optional<IndexEntry> next = index.next();
                        next.isPresent();
                        next = index.next()) {
                    sink.accept(next.get());
                }
            }
        };
    }

    /** As the catalog tells it. */
    static Manifest ofCatalog(DrivePlans plans, String drive) {
        return sink ->
                plans.eachEntry(
                        drive,
                        entry ->
                                sink.accept(
                                        new IndexEntry(entry.path(), entry.hash(), entry.bytes())));
    }
}
