package crateworks.export.app;

import crateworks.adapters.host.Lead;
import crateworks.adapters.host.StageHost;
import crateworks.adapters.postgres.Leadership;
import crateworks.music.analysis.Analyst;
import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Coordinator;
import crateworks.pipeline.lead.Search;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads runs that have found their files and end on the drive of this process. */
final class DriveRuns {
    private static final Logger LOG = LoggerFactory.getLogger(DriveRuns.class);
    private static final Set<SessionState> OURS =
            EnumSet.of(SessionState.PROCESSING, SessionState.EXPORTING);

    private final Leadership leadership;
    private final Sessions sessions;
    private final Coordinator coordinator;
    private final Path drive;

    private DriveRuns(
            Leadership leadership, Sessions sessions, Coordinator coordinator, Path drive) {
        this.leadership = leadership;
        this.sessions = sessions;
        this.coordinator = coordinator;
        this.drive = drive;
    }

    static DriveRuns of(StageHost host, Path state, Path drive) {
        var leadership = host.keep(new Leadership(host.postgres(), "drive " + drive));
        var lead = new Lead(host, state, Analyst.VERSION);
        Search searched =
                session -> {
                    throw new IllegalStateException("ingest-service searches");
                };
        Coordinator coordinator = lead.coordinator(searched, ExportWorkers.drive(host, state));
        host.leads(StageName.EXPORT, coordinator::waitsFor);
        return new DriveRuns(leadership, lead.sessions(), coordinator, drive);
    }

    /** Leads the oldest run that waits for its drive; never the last one. */
    boolean isDone() throws Outage, InterruptedException {
        if (leadership.isHeld()) {
            Optional<Session> next =
                    sessions.all().stream()
                            .filter(this::isOurs)
                            .min(Comparator.comparingLong(Session::id));
            if (next.isPresent()) {
                LOG.info("run {} is led to the drive {}", next.get().id(), drive);
                LOG.info("run {} is done: {}", next.get().id(), coordinator.process(next.get()));
            }
        }
        return false;
    }

    private boolean isOurs(Session session) {
        return OURS.contains(session.state())
                && session.order().exports()
                && session.order().drive().map(Path::of).filter(drive::equals).isPresent();
    }
}
