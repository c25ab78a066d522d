package crateworks.export;

import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.Outage;
import java.io.UncheckedIOException;
import java.util.Set;

/** The names that have been given on one drive, asked for while files are streamed. */
record Taken(DrivePlans plans, String drive) {
    /** The folded names in {@code folder}; an outage is thrown unchecked. */
    Set<String> in(String folder) {
        try {
            return plans.taken(drive, folder);
        } catch (Outage outage) {
            throw new UncheckedIOException(outage);
        }
    }

    boolean none(String folder) {
        return in(folder).isEmpty();
    }
}
