package crateworks.ingest.discover;

import crateworks.pipeline.port.Discoveries.End;
import java.util.Optional;

/** How much of a thing the library has once its sightings are recorded; later is less. */
enum Kept {
    /** All of it, but for junk. */
    WHOLE,
    /** Not all of it, and that will not change. */
    IN_PART,
    /** Not all of it, and it shall be tried again. */
    NOT_YET;

    static Kept after(Optional<End> end) {
        return switch (end.orElseGet(End.Opened::new)) {
            case End.Opened _ -> WHOLE;
            case End.Rejected _ -> IN_PART;
            case End.Parked _ -> NOT_YET;
        };
    }

    Kept and(Kept other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
