package crateworks.service.app;

import crateworks.adapters.host.Checkup;
import crateworks.adapters.host.Hosting;
import crateworks.adapters.host.StageHost;
import crateworks.pipeline.port.Outage;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the database or the store answers, and why not. */
final class PartHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HostLifecycle life;
    private final Part part;

    PartHealth(HostLifecycle life, Part part) {
        this.life = life;
        this.part = part;
    }

    /** How to ask a part whether it is there. */
    interface Part {
        void check(StageHost host) throws Outage;
    }

    @Override
    public Health health() {
        return life.hosting()
                .flatMap(Hosting::host)
                .map(host -> Checkup.trouble(() -> part.check(host), PATIENCE))
                .map(
                        trouble ->
                                trouble.map(
                                                reason ->
                                                        Health.down()
                                                                .withDetail("reason", reason)
                                                                .build())
                                        .orElseGet(() -> Health.up().build()))
                .orElseGet(
                        () -> Health.unknown().withDetail("reason", "not connected yet").build());
    }
}
