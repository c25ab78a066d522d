package crateworks.web.live;

import crateworks.pipeline.port.LiveFigures;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Runs;
import crateworks.pipeline.port.Runs.Run;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.session.Gauge;
import crateworks.pipeline.session.Gauge.Moment;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import crateworks.pipeline.session.StageFigures;
import crateworks.web.imports.Imports;
import crateworks.web.live.Views.LedgerView;
import crateworks.web.live.Views.ProgressView;
import crateworks.web.live.Views.SessionView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Reads how far runs are: live numbers while they go on, and what was kept of them afterwards. */
public final class RunWatch {
    private static final int TRACKS_MAX = 64;
    private static final double MILLIS_A_SECOND = 1e3;

    private final Sessions sessions;
    private final Runs runs;
    private final LiveFigures figures;
    private final Imports imports;
    private final Supplier<List<String>> waitsFor;
    private final InstantSource clock;
    private final Map<Long, Track> tracks = new LinkedHashMap<>();

    /** {@code waitsFor} tells what workers and the leader of a run wait for at the moment. */
    public RunWatch(
            Sessions sessions,
            Runs runs,
            LiveFigures figures,
            Imports imports,
            Supplier<List<String>> waitsFor,
            InstantSource clock) {
        this.sessions = sessions;
        this.runs = runs;
        this.figures = figures;
        this.imports = imports;
        this.waitsFor = waitsFor;
        this.clock = clock;
    }

    public Sessions sessions() {
        return sessions;
    }

    /** The newest runs before {@code before}. */
    public List<SessionView> newest(OptionalLong before, int max) throws Outage {
        return runs.newest(before, max).stream().map(this::view).toList();
    }

    public Optional<SessionView> session(long id) throws Outage {
        return runs.find(id).map(this::view);
    }

    static boolean isActive(SessionState state) {
        return switch (state) {
            case SCANNING, PROCESSING, EXPORTING -> true;
            case COMPLETED, CANCELLED, FAILED -> false;
        };
    }

    /** The newest run; empty when there was none yet. */
    OptionalLong newestId() throws Outage {
        return runs.newest(OptionalLong.empty(), 1).stream()
                .mapToLong(run -> run.session().id())
                .findFirst();
    }

    /** A moment of a run; empty when there is no such run. */
    public synchronized Optional<ProgressView> progress(long id) throws Outage {
        Optional<Run> run = runs.find(id);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Session session = run.get().session();
        Ledger ledger = sessions.ledger(id);
        List<StageFigures> now = figures(session);
        long nanos = System.nanoTime();
        Track track = track(session, nanos);
        Moment moment =
                track.see(
                        now,
                        RunPace.passed(session, sessions),
                        session.state() != SessionState.SCANNING,
                        nanos);
        boolean active = isActive(session.state());
        boolean completed = session.state() == SessionState.COMPLETED;
        Instant at = clock.instant();
        Duration elapsed = Duration.between(session.startedAt(), run.get().endedAt().orElse(at));
        return Optional.of(
                new ProgressView(
                        view(run.get()),
                        at,
                        elapsed.toMillis() / MILLIS_A_SECOND,
                        moment.found(),
                        completed ? 1 : moment.share(),
                        active ? OptionalDouble.of(track.filesPerSecond()) : OptionalDouble.empty(),
                        active ? track.eta(moment) : Optional.empty(),
                        track.stages(moment, now),
                        LedgerView.of(ledger),
                        active ? waitsFor.get() : List.of()));
    }

    private List<StageFigures> figures(Session session) throws Outage {
        if (session.state() == SessionState.COMPLETED) {
            List<StageFigures> kept = sessions.figures(session.id());
            if (!kept.isEmpty()) {
                return kept;
            }
        }
        return figures.of(session.id());
    }

    private Track track(Session session, long nanos) {
        Track known = tracks.get(session.id());
        if (known != null) {
            return known;
        }
        if (tracks.size() >= TRACKS_MAX) {
            tracks.remove(tracks.keySet().iterator().next());
        }
        var track = new Track(new Gauge(session.order().stages(), "discover"), nanos);
        tracks.put(session.id(), track);
        return track;
    }

    private SessionView view(Run run) {
        Session session = run.session();
        return new SessionView(
                session.id(),
                session.state().name(),
                session.startedAt(),
                run.endedAt(),
                session.order().sources(),
                session.order().stages().stream().map(stage -> stage.word()).toList(),
                session.order().drive(),
                imports.isQueued(session.id()),
                imports.isLed(session.id()));
    }
}
