package crateworks.pipeline.lead;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Backlog;
import crateworks.pipeline.port.LiveFigures;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Outbox;
import crateworks.pipeline.port.Requeue;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leads a session from its first file to its balanced ledger: search, wait for the stages, plan the
 * drive, wait for export, freeze the ledger.
 *
 * <p>Everything it does can be done again after a crash at any moment. Items that have neither an
 * end nor a record that waits for a stage are brought back from the database, see {@link Requeue}.
 */
public final class Coordinator {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** While more than a {@link #FEW} records wait; a look costs the broker some milliseconds. */
    private static final Duration LOOK_SELDOM = Duration.ofSeconds(1);

    private static final long FEW = 500;
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(1);

    /** So often may items be brought back without one of them coming to its end. */
    private static final int FRUITLESS_MAX = 5;

    private final Sessions sessions;
    private final Requeue requeue;
    private final Backlog backlog;
    private final Replay replay;
    private final LiveFigures figures;
    private final Search search;
    private final Drive drive;
    private final Map<StageName, Long> reopened = new ConcurrentHashMap<>();
    private volatile Optional<String> waitsFor = Optional.empty();

    public Coordinator(
            Sessions sessions,
            Requeue requeue,
            Backlog backlog,
            Outbox outbox,
            Route route,
            LiveFigures figures,
            Search search,
            Drive drive) {
        this.sessions = sessions;
        this.requeue = requeue;
        this.backlog = backlog;
        this.replay = new Replay(requeue, outbox, backlog, route);
        this.figures = figures;
        this.search = search;
        this.drive = drive;
    }

    /**
     * Leads {@code session} to its end and returns its ledger. An interrupt stops it in between.
     */
    public Ledger lead(Session session) throws InterruptedException {
        scan(session);
        return process(session);
    }

    /** Finds the files of {@code session}; whoever calls {@link #process} then leads it on. */
    public void scan(Session session) throws InterruptedException {
        Order order = session.order();
        persist(() -> sessions.enter(session.id(), SessionState.SCANNING));
        if (session.resumed()) {
            resumeInOrder(session.id());
        }
        persist(() -> search.search(session));
        if (order.forced().isPresent() && !session.resumed()) {
            var scope = new Requeue.Scope(order.forced().get(), order.sources());
            reopened.put(scope.from(), persisting(() -> requeue.reopen(session.id(), scope)));
        }
        StageName last = order.stages().getLast();
        long went = persisting(() -> requeue.goOn(session.id(), order.sources(), last));
        if (went > 0) {
            reopened.merge(StageName.SANITIZE, went, Long::sum);
        }
        persist(() -> sessions.enter(session.id(), SessionState.PROCESSING));
    }

    /** What was found before a crash, and not sent any more, comes before what is found now. */
    private void resumeInOrder(long session) throws InterruptedException {
        awaitQuiet(List.of(StageName.INGEST));
        persist(() -> replay.all(session, StageName.INGEST));
    }

    /** What it waits for, and tries again every second; may be asked by any thread. */
    public Optional<String> waitsFor() {
        return waitsFor;
    }

    /** How many earlier files were brought back before a stage; may be asked by any thread. */
    public Map<StageName, Long> reopened() {
        return Map.copyOf(reopened);
    }

    /** What is being made for the drive at the moment; may be asked by any thread. */
    public Optional<String> makes() {
        return drive.makes();
    }

    /** Leads a session whose items are all recorded already, such as a retry, to its end. */
    public Ledger process(Session session) throws InterruptedException {
        long id = session.id();
        persist(() -> sessions.enter(id, SessionState.PROCESSING));
        StageName last = session.order().stages().getLast();
        if (last.compareTo(StageName.ANALYZE) < 0) {
            restAfter(session, last);
        } else {
            settle(
                    id,
                    List.of(StageName.INGEST, StageName.SANITIZE, StageName.ANALYZE),
                    () -> sessions.beforeExport(id));
        }
        if (session.order().exports()) {
            export(session);
        }
        persist(() -> sessions.figures(id, figures.of(id)));
        persist(() -> sessions.enter(id, SessionState.COMPLETED));
        persist(backlog::forgetDone);
        return persisting(() -> sessions.ledger(id));
    }

    /** Leads a run that goes no further than a stage before analysis; a later one goes on there. */
    private void restAfter(Session session, StageName last) throws InterruptedException {
        long id = session.id();
        settle(
                id,
                List.of(StageName.INGEST),
                () -> requeue.inFlight(id, StageName.INGEST, 0, 1).messages().size());
        if (session.resumed() || reopened.containsKey(StageName.SANITIZE)) {
            persist(() -> replay.all(id, StageName.SANITIZE));
        }
        awaitQuiet(List.of(last));
        persist(() -> requeue.rest(id, last));
    }

    private void export(Session session) throws InterruptedException {
        long id = session.id();
        Order order = session.order();
        String root = order.drive().orElseThrow();
        reopened.put(
                StageName.EXPORT,
                persisting(() -> requeue.reopenForDrive(id, order.sources(), root)));
        plan(session);
        persist(() -> sessions.enter(id, SessionState.EXPORTING));
        try (var making = new Beside("device-files", () -> persist(() -> drive.make(session)))) {
            settle(id, List.of(StageName.EXPORT), () -> inFlight(sessions.ledger(id)));
            making.await();
        }
        persist(() -> drive.finish(session));
    }

    /** Files that the plan leaves in the library end there, so that none of them comes in. */
    private void plan(Session session) throws InterruptedException {
        long ready = persisting(() -> inFlight(sessions.ledger(session.id())));
        persist(() -> drive.plan(session));
        long stay = ready - persisting(() -> inFlight(sessions.ledger(session.id())));
        reopened.computeIfPresent(StageName.EXPORT, (_, came) -> Math.max(0, came - stay));
    }

    private static long inFlight(Ledger ledger) {
        return ledger.files().inFlight() + ledger.children().inFlight();
    }

    /** Waits until nothing is {@code left}, bringing back what no topic holds any more. */
    private void settle(long session, List<StageName> stages, Asking left)
            throws InterruptedException {
        long before = Long.MAX_VALUE;
        int fruitless = 0;
        while (true) {
            awaitQuiet(stages);
            long now = persisting(left::ask);
            if (now == 0) {
                return;
            }
            fruitless = now < before ? 0 : fruitless + 1;
            if (fruitless > FRUITLESS_MAX) {
                throw new IllegalStateException(
                        now + " items of run " + session + " do not come to an end");
            }
            before = now;
            for (StageName stage : stages) {
                persist(() -> replay.all(session, stage));
            }
        }
    }

    private void awaitQuiet(List<StageName> stages) throws InterruptedException {
        StageName last = stages.getLast();
        for (long waiting = persisting(() -> waitingUpTo(last));
                waiting > 0;
                waiting = persisting(() -> waitingUpTo(last))) {
            Thread.sleep(waiting > FEW ? LOOK_SELDOM : LOOK_EVERY);
        }
    }

    private long waitingUpTo(StageName last) throws Outage {
        return backlog.waiting().entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(last) <= 0)
                .mapToLong(entry -> entry.getValue())
                .sum();
    }

    private void persist(Doing doing) throws InterruptedException {
        persisting(
                () -> {
                    doing.run();
                    return 0;
                });
    }

    private <T> T persisting(Getting<T> getting) throws InterruptedException {
        while (true) {
            try {
                T got = getting.get();
                waitsFor = Optional.empty();
                return got;
            } catch (Outage outage) {
                waitsFor = Optional.of(outage.of() + ": " + outage.getMessage());
                Thread.sleep(OUTAGE_PAUSE);
            }
        }
    }

    private interface Asking {
        long ask() throws Outage, InterruptedException;
    }

    private interface Doing {
        void run() throws Outage, InterruptedException;
    }

    private interface Getting<T> {
        T get() throws Outage, InterruptedException;
    }
}
