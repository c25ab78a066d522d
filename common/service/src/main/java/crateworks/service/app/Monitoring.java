package crateworks.service.app;

import crateworks.adapters.host.BacklogWatch;
import crateworks.adapters.host.StageHost;
import crateworks.adapters.metrics.HostMeters;
import crateworks.adapters.metrics.MicrometerMeasures;
import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Measures;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Keeps an eye on the stages of this process once they are hosted. */
final class Monitoring {
    private final MeterRegistry registry;
    private final MicrometerMeasures measures;
    private final Duration stallAfter;
    private volatile Optional<BacklogWatch> watch = Optional.empty();

    Monitoring(MeterRegistry registry, Duration stallAfter) {
        this.registry = registry;
        this.measures = new MicrometerMeasures(registry);
        this.stallAfter = stallAfter;
    }

    Measures measures() {
        return measures;
    }

    /** Begins to watch {@code host}, whose workers are started. */
    void begin(StageHost host, ServiceSettings settings) {
        BacklogWatch begun = BacklogWatch.start(host, stallAfter);
        HostMeters.show(registry, host, begun);
        host.states().keySet().forEach(measures::begin);
        if (host.states().containsKey(StageName.EXPORT)) {
            settings.drive().ifPresent(drive -> host.keep(DriveMeters.show(registry, host, drive)));
        }
        watch = Optional.of(begun);
    }

    /** Stages of which no partition falls to this process, since others have them all. */
    Set<StageName> superfluous() {
        return watch.map(BacklogWatch::superfluous).orElse(Set.of());
    }

    /** What does not move, and why; empty while everything is well. */
    Optional<String> stall() {
        return watch.flatMap(BacklogWatch::stall);
    }
}
