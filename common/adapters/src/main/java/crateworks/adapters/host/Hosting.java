package crateworks.adapters.host;

import crateworks.pipeline.port.Measures;
import crateworks.pipeline.port.Outage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The life of a {@link StageHost} in a process of its own: it comes up as soon as broker, database
 * and store are there, in whatever order they start, and drains when it is closed.
 */
public final class Hosting implements AutoCloseable {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

    /** What to start once everything is connected. */
    public interface Work {
        void start(StageHost host) throws Outage, InterruptedException;
    }

    private final AtomicReference<Optional<StageHost>> host =
            new AtomicReference<>(Optional.empty());
    private final Chore opening;

    private Hosting(HostSettings settings, Measures measures, Work work) {
        this.opening = Chore.start("opening", AGAIN_AFTER, () -> open(settings, measures, work));
    }

    /** Begins to connect, and returns at once. */
    public static Hosting begin(HostSettings settings, Measures measures, Work work) {
        return new Hosting(settings, measures, work);
    }

    private boolean open(HostSettings settings, Measures measures, Work work)
            throws Outage, InterruptedException {
        StageHost opened = StageHost.open(settings, measures);
        try {
            work.start(opened);
        } catch (Outage | RuntimeException | InterruptedException e) {
            opened.close();
            throw e;
        }
        host.set(Optional.of(opened));
        return true;
    }

    /** The host, once it is up. */
    public Optional<StageHost> host() {
        return host.get();
    }

    /** Why the host is not up yet; empty when it is, or when nothing failed so far. */
    public Optional<String> trouble() {
        return opening.trouble();
    }

    /** Lets every worker finish what it has, and disconnects. */
    @Override
    public void close() {
        opening.close();
        host.get().ifPresent(StageHost::close);
    }
}
