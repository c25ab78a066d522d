package crateworks.adapters.metrics;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Progress;
import crateworks.pipeline.port.Measures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts what is done; docs/operations.md lists the meters. */
public final class MicrometerMeasures implements Measures {
    private static final Duration[] BATCH_TIMES = {
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(60),
        Duration.ofMinutes(5)
    };
    private static final double[] BATCH_SIZES = {1, 10, 50, 100, 250, 500, 1_000};

    private final MeterRegistry registry;
    private final Counter packs;
    private final Counter packBytes;
    private final Counter driveFiles;
    private final Counter driveBytes;

    public MicrometerMeasures(MeterRegistry registry) {
        this.registry = registry;
        packs = registry.counter("crateworks.packs");
        packBytes = registry.counter("crateworks.pack.bytes");
        driveFiles = registry.counter("crateworks.drive.files");
        driveBytes = registry.counter("crateworks.drive.bytes");
    }

    /** Shows the meters of {@code stage} from now on, at zero while nothing was done. */
    public void begin(StageName stage) {
        String word = stage.word();
        in(word).increment(0);
        out(word).increment(0);
        for (String outcome : new String[] {"done", "duplicate", "rejected", "parked"}) {
            outcome(word, outcome).increment(0);
        }
        took(word);
        sizes(word);
    }

    @Override
    public void published(StageName stage, Batch batch) {
        String word = stage.word();
        took(word).record(batch.took());
        sizes(word).record(batch.records());
        in(word).increment(batch.records());
        outcome(word, "parked").increment(batch.poison());
        for (Progress count : batch.counts()) {
            add(out(word), count.out());
            add(outcome(word, "duplicate"), count.duplicate());
            add(outcome(word, "rejected"), count.rejected());
            add(outcome(word, "parked"), count.parked());
            long others = count.duplicate() + count.rejected() + count.parked();
            add(outcome(word, "done"), Math.max(0, count.in() - others));
        }
    }

    @Override
    public void packWritten(long bytes) {
        packs.increment();
        add(packBytes, bytes);
    }

    @Override
    public void driveWritten(int files, long bytes) {
        driveFiles.increment(files);
        add(driveBytes, bytes);
    }

    private static void add(Counter counter, long amount) {
        counter.increment((double) amount);
    }

    private Counter in(String stage) {
        return registry.counter("crateworks.files.in", "stage", stage);
    }

    private Counter out(String stage) {
        return registry.counter("crateworks.records.out", "stage", stage);
    }

    private Counter outcome(String stage, String outcome) {
        return registry.counter("crateworks.files", "stage", stage, "outcome", outcome);
    }

    private Timer took(String stage) {
        return Timer.builder("crateworks.batch")
                .tag("stage", stage)
                .serviceLevelObjectives(BATCH_TIMES)
                .register(registry);
    }

    private DistributionSummary sizes(String stage) {
        return DistributionSummary.builder("crateworks.batch.files")
                .tag("stage", stage)
                .serviceLevelObjectives(BATCH_SIZES)
                .register(registry);
    }
}
