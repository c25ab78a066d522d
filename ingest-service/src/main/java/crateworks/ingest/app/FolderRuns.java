package crateworks.ingest.app;

import crateworks.adapters.host.Lead;
import crateworks.adapters.host.StageHost;
import crateworks.adapters.postgres.Leadership;
import crateworks.music.analysis.Analyst;
import crateworks.pipeline.lead.Coordinator;
import crateworks.pipeline.lead.Drive;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs over the configured folders, led by one process however many replicas there are. Where a
 * drive follows, a run is led here until everything is found, and from then on by export-service,
 * which has the drive.
 */
final class FolderRuns {
    private static final Logger LOG = LoggerFactory.getLogger(FolderRuns.class);
    private static final Set<SessionState> HANDED_OVER =
            EnumSet.of(SessionState.PROCESSING, SessionState.EXPORTING);

    private final Leadership leadership;
    private final Sessions sessions;
    private final Coordinator coordinator;
    private final Order order;
    private final Duration every;

    private FolderRuns(
            Leadership leadership,
            Sessions sessions,
            Coordinator coordinator,
            Order order,
            Duration every) {
        this.leadership = leadership;
        this.sessions = sessions;
        this.coordinator = coordinator;
        this.order = order;
        this.every = every;
    }

    /** Runs that do what {@code order} says, once or again and again. */
    static FolderRuns of(StageHost host, Order order, Path state, Duration every) {
        var leadership = host.keep(new Leadership(host.postgres(), "runs over folders"));
        var lead = new Lead(host, state, Analyst.VERSION);
        var search = FolderSearching.search(host, lead, state, order.drive().map(Path::of));
        return new FolderRuns(
                leadership,
                lead.sessions(),
                lead.coordinator(search, new DriveElsewhere()),
                order,
                every);
    }

    /** Leads one run if this process may; true when none follows. */
    boolean isDone() throws Outage, InterruptedException {
        if (!leadership.isHeld() || isHandedOver()) {
            return false;
        }
        Session session = sessions.open(order);
        LOG.info("run {} looks for files in {}", session.id(), order.sources());
        coordinator.scan(session);
        if (order.exports()) {
            LOG.info("run {} found its files; export-service leads it on", session.id());
        } else {
            LOG.info("run {} is done: {}", session.id(), coordinator.process(session));
        }
        if (every.isZero()) {
            return true;
        }
        Thread.sleep(every);
        return false;
    }

    /** Opening a run that export-service leads already would take it back to its beginning. */
    private boolean isHandedOver() throws Outage {
        return order.exports()
                && sessions.all().stream()
                        .anyMatch(
                                session ->
                                        session.order().equals(order)
                                                && HANDED_OVER.contains(session.state()));
    }

    /** The drive of a process that has none. */
    private static final class DriveElsewhere implements Drive {
        @Override
        public void plan(Session session) {
            throw new IllegalStateException("export-service plans the drive");
        }

        @Override
        public void make(Session session) {
            throw new IllegalStateException("export-service makes what is on the drive");
        }

        @Override
        public void finish(Session session) {
            throw new IllegalStateException("export-service finishes the drive");
        }

        @Override
        public Optional<String> makes() {
            return Optional.empty();
        }
    }
}
