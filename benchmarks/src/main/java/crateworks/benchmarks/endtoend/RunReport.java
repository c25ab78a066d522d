package crateworks.benchmarks.endtoend;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run as {@code crateworks stats --format json} tells of it. A number that is missing there is
 * an error, not 0.
 */
record RunReport(
        long discovered,
        long done,
        long duplicate,
        long rejected,
        long parked,
        long inFlight,
        Counts children,
        long unchanged,
        long junk,
        boolean balances,
        String state,
        Instant startedAt,
        Map<String, StageReport> stages) {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    RunReport {
        stages = new TreeMap<>(stages);
    }

    /** A line of the ledger. */
    record Counts(
            long discovered,
            long done,
            long duplicate,
            long rejected,
            long parked,
            long inFlight) {}

    /** What went through one stage; {@code seconds} as the product counts them. */
    record StageReport(
            long in, long out, long duplicate, long rejected, long parked, double seconds) {}

    private record All(List<RunReport> runs) {}

    /** The runs, the newest first. */
    static List<RunReport> parse(String json) {
        return JSON.readValue(json, All.class).runs();
    }

    Counts files() {
        return new Counts(discovered, done, duplicate, rejected, parked, inFlight);
    }
}
