package crateworks.service.app;

import crateworks.adapters.host.HostSettings;
import crateworks.adapters.host.Hosting;
import crateworks.pipeline.port.Measures;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** Ties the stages of this process to the life of the Spring context: its end drains them. */
final class HostLifecycle implements SmartLifecycle {
    private final HostSettings settings;
    private final Hosting.Work work;
    private final Measures measures;
    private volatile Optional<Hosting> hosting = Optional.empty();

    HostLifecycle(HostSettings settings, Hosting.Work work, Measures measures) {
        this.settings = settings;
        this.work = work;
        this.measures = measures;
    }

    Optional<Hosting> hosting() {
        return hosting;
    }

    @Override
    public void start() {
        hosting = Optional.of(Hosting.begin(settings, measures, work));
    }

    @Override
    public void stop() {
        hosting.ifPresent(Hosting::close);
        hosting = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return hosting.isPresent();
    }
}
