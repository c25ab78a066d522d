package crateworks.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When a file counts as written to its end: nobody changed it for {@code quiet}.
 *
 * <p>A time of modification in the future by more than {@code quiet} comes from a wrong clock and
 * not from a writer, so it counts as settled.
 *
 * @param again how to wait for {@code quiet} and look once more at the files that had not settled
 */
public record Settling(Duration quiet, InstantSource clock, Again again) {
    public static final Duration QUIET = Duration.ofSeconds(2);

    /** Waits before the second look. */
    @FunctionalInterface
    public interface Again {
        /** Blocks for {@code time}; false when there shall be no second look. */
        boolean await(Duration time) throws InterruptedException;
    }

    /** For a source that is walked again and again: the next walk is the second look. */
    public static Settling watching(InstantSource clock) {
        return new Settling(QUIET, clock, time -> false);
    }

    /** For one walk only: at its end it waits once and looks again. */
    public static Settling once(InstantSource clock) {
        return new Settling(
                QUIET,
                clock,
                time -> {
                    Thread.sleep(time);
                    return true;
                });
    }

    boolean settled(Instant modified) {
        Duration age = Duration.between(modified, clock.instant());
        return age.abs().compareTo(quiet) >= 0;
    }
}
