package crateworks.adapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Progress;
import crateworks.pipeline.port.Measures.Batch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerMeasuresTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerMeasures measures = new MicrometerMeasures(registry);

    @Test
    void everyRecordOfABatchHasOneOutcome() {
        var progress =
                List.of(
                        new Progress(1, 5, "split", 60, 200, 7, 2, 1, 1_000),
                        new Progress(1, 6, "split", 30, 30, 0, 0, 0, 1_000));

        measures.published(StageName.SPLIT, new Batch(93, progress, 3, Duration.ofMillis(1_500)));

        assertThat(count("crateworks.files.in")).isEqualTo(93);
        assertThat(outcome("done")).isEqualTo(80);
        assertThat(outcome("duplicate")).isEqualTo(7);
        assertThat(outcome("rejected")).isEqualTo(2);
        assertThat(outcome("parked")).isEqualTo(4);
        assertThat(count("crateworks.records.out")).isEqualTo(230);
        assertThat(
                        registry.get("crateworks.batch")
                                .tag("stage", "split")
                                .timer()
                                .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(1_500);
    }

    @Test
    void aStageIsShownBeforeItHasDoneAnything() {
        measures.begin(StageName.EXPORT);

        assertThat(registry.get("crateworks.files").tag("stage", "export").counters())
                .hasSize(4)
                .allSatisfy(counter -> assertThat(counter.count()).isZero());
    }

    @Test
    void packsAndFilesOfDrivesAreCountedWithTheirBytes() {
        measures.packWritten(1_000);
        measures.packWritten(500);
        measures.driveWritten(3, 90);

        assertThat(registry.get("crateworks.packs").counter().count()).isEqualTo(2);
        assertThat(registry.get("crateworks.pack.bytes").counter().count()).isEqualTo(1_500);
        assertThat(registry.get("crateworks.drive.files").counter().count()).isEqualTo(3);
        assertThat(registry.get("crateworks.drive.bytes").counter().count()).isEqualTo(90);
    }

    private double count(String name) {
        return registry.get(name).tag("stage", "split").counter().count();
    }

    private double outcome(String outcome) {
        return registry.get("crateworks.files")
                .tags("stage", "split", "outcome", outcome)
                .counter()
                .count();
    }
}
