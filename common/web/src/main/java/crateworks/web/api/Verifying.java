package crateworks.web.api;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads drives again in the background, where drives are mounted. */
public interface Verifying {
    /** Something about one file: {@code torn}, {@code changed}, {@code missing} ... */
    record Finding(String kind, String path, Optional<String> reason) {}

    /**
     * How a verification went or goes.
     *
     * @param state {@code none}, {@code running}, {@code done} or {@code failed}
     * @param sums by kind, once it is done
     */
    record Verification(
            String state,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            Optional<String> trouble,
            Map<String, Long> sums,
            List<Finding> findings) {
        public static final Verification NONE =
                new Verification(
                        "none",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of());
    }

    Verification of(int drive);

    /** Begins to read the drive that is mounted at {@code root}; false while it does already. */
    boolean begin(int drive, Path root);
}
