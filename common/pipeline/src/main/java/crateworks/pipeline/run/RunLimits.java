package crateworks.pipeline.run;

import java.time.Duration;

/**
 * How patient the runner is.
 *
 * @param attemptsMax how often a file may fail before it is parked
 * @param pauseFirst the wait after a first failure or outage; doubles up to {@code pauseMax}
 */
public record RunLimits(int attemptsMax, Duration pauseFirst, Duration pauseMax) {
    public static final RunLimits DEFAULT =
            new RunLimits(3, Duration.ofMillis(200), Duration.ofSeconds(10));

    public RunLimits {
        if (attemptsMax < 1 || pauseFirst.isNegative() || pauseMax.compareTo(pauseFirst) < 0) {
            throw new IllegalArgumentException("no limits: " + attemptsMax + ", " + pauseFirst);
        }
    }

    Duration pauseAfter(int failures) {
        Duration pause = pauseFirst.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(pauseMax) > 0 ? pauseMax : pause;
    }
}
