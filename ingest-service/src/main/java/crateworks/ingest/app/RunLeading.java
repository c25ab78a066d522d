package crateworks.ingest.app;

import crateworks.pipeline.lead.Coordinator;
import crateworks.pipeline.lead.Drive;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads runs with one order. Where a drive follows, a run is led here until everything is found,
 * and from then on by export-service, which has the drive.
 */
final class RunLeading {
    private static final Logger LOG = LoggerFactory.getLogger(RunLeading.class);
    private static final Set<SessionState> HANDED_OVER =
            EnumSet.of(SessionState.PROCESSING, SessionState.EXPORTING);

    private final Sessions sessions;
    private final Coordinator coordinator;
    private final Order order;

    RunLeading(Sessions sessions, Coordinator coordinator, Order order) {
        this.sessions = sessions;
        this.coordinator = coordinator;
        this.order = order;
    }

    /** Leads one run as far as this process can. */
    void lead() throws Outage, InterruptedException {
        Session session = sessions.open(order);
        LOG.info("run {} looks for files in {}", session.id(), order.sources());
        coordinator.scan(session);
        if (order.exports()) {
            LOG.info("run {} found its files; export-service leads it on", session.id());
        } else {
            LOG.info("run {} is done: {}", session.id(), coordinator.process(session));
        }
    }

    /** Opening a run that export-service leads already would take it back to its beginning. */
    boolean isHandedOver() throws Outage {
        return order.exports()
                && sessions.all().stream()
                        .anyMatch(
                                session ->
                                        session.order().equals(order)
                                                && HANDED_OVER.contains(session.state()));
    }

    /** Whether a run was begun here and stopped before its end. */
    boolean isUnfinished() throws Outage {
        return sessions.all().stream()
                .filter(session -> session.order().equals(order))
                .map(Session::state)
                .anyMatch(
                        state ->
                                state != SessionState.COMPLETED
                                        && !(order.exports() && HANDED_OVER.contains(state)));
    }

    /** The drive of a process that has none. */
    static final class DriveElsewhere implements Drive {
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
