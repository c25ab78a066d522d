package crateworks.web.live;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Pace;
import crateworks.pipeline.port.Pace.Mark;
import crateworks.pipeline.port.Runs;
import crateworks.pipeline.port.Runs.Run;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Session;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Keeps how quickly runs go, whether or not anybody watches, and tells it afterwards. */
public final class RunPace {
    /** So many of the newest runs may go on at a time. */
    private static final int RUNS_MAX = 8;

    /** More than a chart has pixels for. */
    private static final int TOLD_MAX = 600;

    private final Runs runs;
    private final Sessions sessions;
    private final Pace pace;
    private final InstantSource clock;

    public RunPace(Runs runs, Sessions sessions, Pace pace, InstantSource clock) {
        this.runs = runs;
        this.sessions = sessions;
        this.pace = pace;
        this.clock = clock;
    }

    /** Keeps how far the runs are that go on at the moment. */
    void mark() throws Outage {
        for (Run run : runs.newest(OptionalLong.empty(), RUNS_MAX)) {
            if (RunWatch.isActive(run.session().state())) {
                long id = run.session().id();
                pace.mark(id, mark(run, clock.instant()));
            }
        }
    }

    /** From the start of a run to its end, or to now; empty when there is no such run. */
    public Optional<List<Mark>> of(long session) throws Outage {
        Optional<Run> run = runs.find(session);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        var start = new Mark(run.get().session().startedAt(), 0);
        var end = mark(run.get(), run.get().endedAt().orElse(clock.instant()));
        var marks = new ArrayList<Mark>();
        marks.add(start);
        pace.of(session).stream()
                .filter(mark -> mark.at().isAfter(start.at()) && mark.at().isBefore(end.at()))
                .forEach(marks::add);
        marks.add(end);
        return Optional.of(thinned(marks));
    }

    /** Every so manieth of {@code marks}, the first and the last always. */
    private static List<Mark> thinned(List<Mark> marks) {
        int step = (marks.size() + TOLD_MAX - 1) / TOLD_MAX;
        var thinned = new ArrayList<Mark>();
        for (int at = 0; at < marks.size() - 1; at += step) {
            thinned.add(marks.get(at));
        }
        thinned.add(marks.getLast());
        return List.copyOf(thinned);
    }

    private Mark mark(Run run, Instant at) throws Outage {
        return new Mark(at, passed(run.session(), sessions));
    }

    /** As {@link Mark} counts them, so that a run has a pace before anything reaches the drive. */
    static long passed(Session session, Sessions sessions) throws Outage {
        Ledger ledger = sessions.ledger(session.id());
        long ended = ended(ledger.files()) + ended(ledger.children());
        if (!session.order().exports()) {
            return ended;
        }
        long found = ledger.files().discovered() + ledger.children().discovered();
        long analyzed = Math.max(ended, found - sessions.beforeExport(session.id()));
        return analyzed + ledger.files().done() + ledger.children().done();
    }

    private static long ended(Ledger.Line line) {
        return line.discovered() - line.inFlight();
    }
}
