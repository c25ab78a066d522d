package crateworks.service.app;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether anything moves that should. It does not make a process unhealthy: starting it again would
 * bring no drive back.
 */
final class StallHealth implements HealthIndicator {
    private static final String STALLED = "STALLED";

    private final Monitoring monitoring;

    StallHealth(Monitoring monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public Health health() {
        return monitoring
                .stall()
                .map(reason -> Health.status(STALLED).withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }
}
