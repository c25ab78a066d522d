package crateworks.service.app;

import crateworks.adapters.host.Hosting;
import crateworks.adapters.host.StageHost;
import crateworks.adapters.kafka.WorkerState;
import crateworks.pipeline.StageName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How the workers are. One that waits for something is well: it goes on by itself. One that ended
 * while the process runs is not.
 */
final class WorkersHealth implements HealthIndicator {
    private final HostLifecycle life;
    private final Monitoring monitoring;

    WorkersHealth(HostLifecycle life, Monitoring monitoring) {
        this.life = life;
        this.monitoring = monitoring;
    }

    @Override
    public Health health() {
        Optional<Hosting> hosting = life.hosting();
        Optional<StageHost> host = hosting.flatMap(Hosting::host);
        if (host.isEmpty()) {
            return Health.outOfService()
                    .withDetail(
                            "reason",
                            hosting.flatMap(Hosting::trouble)
                                    .orElse("connecting for the first time"))
                    .build();
        }
        Map<StageName, List<WorkerState>> states = host.get().states();
        boolean ended =
                states.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(WorkerState.Stopped.class::isInstance);
        Health.Builder health = ended ? Health.down() : Health.up();
        states.forEach((stage, workers) -> health.withDetail(stage.word(), counted(workers)));
        health.withDetail("partitions", inWords(host.get().partitions()));
        for (StageName stage : monitoring.superfluous()) {
            health.withDetail(
                    stage.word() + " stands by", "other replicas have all partitions of its topic");
        }
        List<String> waiting = host.get().waiting();
        if (!waiting.isEmpty()) {
            health.withDetail("waits for", waiting);
        }
        return health.build();
    }

    private static Map<String, Integer> inWords(Map<StageName, Integer> partitions) {
        var words = new TreeMap<String, Integer>();
        partitions.forEach((stage, count) -> words.put(stage.word(), count));
        return words;
    }

    private static Map<String, Integer> counted(List<WorkerState> workers) {
        var counts = new TreeMap<String, Integer>();
        for (WorkerState worker : workers) {
            String word =
                    switch (worker) {
                        case WorkerState.Working() -> "working";
                        case WorkerState.Idle() -> "idle";
                        case WorkerState.Waiting _ -> "waiting";
                        case WorkerState.Paused() -> "paused";
                        case WorkerState.Stopped() -> "stopped";
                    };
            counts.merge(word, 1, Integer::sum);
        }
        return counts;
    }
}
