package crateworks.adapters.metrics;

import crateworks.adapters.host.BacklogWatch;
import crateworks.adapters.host.StageHost;
import crateworks.adapters.kafka.WorkerState;
import crateworks.pipeline.StageName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Shows how the stages of a process are at the moment; docs/operations.md lists the meters. */
public final class HostMeters {
    private final MeterRegistry registry;
    private final StageHost host;

    private HostMeters(MeterRegistry registry, StageHost host) {
        this.registry = registry;
        this.host = host;
    }

    /** Shows {@code host}, whose workers are started, and what {@code watch} sees. */
    public static void show(MeterRegistry registry, StageHost host, BacklogWatch watch) {
        var meters = new HostMeters(registry, host);
        for (StageName stage : host.states().keySet()) {
            meters.show(stage, watch);
        }
        Gauge.builder("crateworks.still", watch, each -> each.still().toSeconds())
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    private void show(StageName stage, BacklogWatch watch) {
        Tags tags = Tags.of("stage", stage.word());
        gauge("crateworks.lag", tags, _ -> watch.waiting().getOrDefault(stage, 0L));
        gauge("crateworks.paused", tags, each -> each.isPaused(stage) ? 1 : 0);
        gauge("crateworks.partitions", tags, each -> each.partitions().getOrDefault(stage, 0));
        workers(stage, "working", WorkerState.Working.class::isInstance);
        workers(stage, "idle", WorkerState.Idle.class::isInstance);
        workers(stage, "waiting", WorkerState.Waiting.class::isInstance);
        workers(stage, "paused", WorkerState.Paused.class::isInstance);
        workers(stage, "stopped", WorkerState.Stopped.class::isInstance);
    }

    private void workers(StageName stage, String state, Predicate<WorkerState> is) {
        gauge(
                "crateworks.workers",
                Tags.of("stage", stage.word(), "state", state),
                each -> each.states().getOrDefault(stage, List.of()).stream().filter(is).count());
    }

    private void gauge(String name, Tags tags, ToDoubleFunction<StageHost> value) {
        Gauge.builder(name, host, value).tags(tags).strongReference(true).register(registry);
    }
}
