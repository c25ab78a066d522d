package crateworks.cli;

import crateworks.adapters.host.RunLine;
import crateworks.adapters.postgres.PostgresRuns;
import crateworks.ingest.app.LineImports;
import crateworks.ingest.discover.InboxSearch;
import crateworks.pipeline.lead.Coordinator;
import crateworks.pipeline.port.Mailbox;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import crateworks.web.imports.Imports;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs over a mailbox, one after another, each over what has come in since the one before. */
final class Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final Engine engine;
    private final Order order;
    private final InboxSearch search;
    private final Coordinator coordinator;
    private final PrintWriter out;
    private final RunLine line;
    private final AtomicReference<@Nullable Coordinator> leader = new AtomicReference<>();
    private final AtomicReference<Optional<Session>> inboxSession =
            new AtomicReference<>(Optional.empty());
    private String trouble = "";

    /** After its run was cancelled the inbox is left alone. */
    private volatile boolean isHeld;

    /** At first what an earlier process left, then what somebody asked for or an outage cut off. */
    private final AtomicBoolean mayBeUnfinished = new AtomicBoolean(true);

    Serving(Engine engine, Order order, Mailbox mailbox, InstantSource clock, PrintWriter out) {
        this.engine = engine;
        this.order = order;
        this.search = engine.inbox(mailbox, clock);
        this.coordinator = engine.coordinator(search);
        this.out = out;
        this.line = new RunLine(engine.sessions(), new PostgresRuns(engine.postgres()));
    }

    /** How runs are asked for here. */
    Imports imports() {
        return new LineImports(
                line, order, engine.requeue(), this::lead, Optional.of(this::beginInbox));
    }

    /** What the run that goes on waits for. */
    List<String> waitsFor() {
        return Optional.ofNullable(leader.get()).flatMap(Coordinator::waitsFor).stream().toList();
    }

    private Session beginInbox() throws Outage {
        Optional<Session> now = inboxSession.get();
        if (now.isPresent() && line.isLed(now.get().id())) {
            line.wake(); // it may have looked already
            return now.get();
        }
        Session session = engine.sessions().open(order);
        isHeld = false;
        mayBeUnfinished.set(true);
        line.wake();
        return session;
    }

    /** Leads a run that was asked for; one without sources tries again what it was given. */
    private void lead(Session session) throws InterruptedException {
        Coordinator its = engine.coordinator();
        leader.set(its);
        try {
            Ledger ledger =
                    session.order().sources().isEmpty() ? its.process(session) : its.lead(session);
            out.println(line(session, ledger));
            out.flush();
        } finally {
            leader.set(null);
        }
    }

    /** Sweeps again and again until somebody asks the process to end. */
    void untilStopped(Stopping stopping, Duration every) throws Outage, InterruptedException {
        try {
            line.takeUp(this::lead);
            while (!stopping.isAsked()) {
                boolean led = line.leadNext();
                if (!led) {
                    look();
                    line.await(every);
                }
            }
        } catch (InterruptedException | RuntimeException e) { // libraries wrap interrupts in theirs
            if (!stopping.isAsked()) {
                throw e;
            }
            LOG.info("stopped in a run", e);
        }
        out.println("Stopping: finishing the batches that are under way ...");
        out.flush();
        Optional<Session> unfinished = unfinished();
        if (unfinished.isPresent()) {
            engine.sessions().enter(unfinished.get().id(), SessionState.CANCELLED);
        }
    }

    private void look() throws InterruptedException {
        try {
            sweep();
            trouble = "";
        } catch (Outage outage) {
            String now = "Waiting for " + outage.of() + ": " + outage.getMessage();
            if (!now.equals(trouble)) {
                out.println(now);
                out.flush();
            }
            trouble = now;
        }
    }

    /** Makes a run when there is something for one; tells its ledger. */
    Optional<Ledger> sweep() throws Outage, InterruptedException {
        if (isHeld) {
            return Optional.empty();
        }
        boolean looksBack = mayBeUnfinished.getAndSet(false);
        try {
            boolean goesOn = looksBack && unfinished().isPresent();
            return goesOn || search.hasMail() ? led() : Optional.empty();
        } catch (Outage outage) {
            mayBeUnfinished.set(true);
            throw outage;
        }
    }

    private Optional<Ledger> led() throws Outage, InterruptedException {
        Session session = engine.sessions().open(order);
        inboxSession.set(Optional.of(session));
        leader.set(coordinator);
        boolean ended = line.lead(session, coordinator::lead);
        leader.set(null);
        if (!ended) {
            isHeld = true; // until somebody asks for the inbox again
            return Optional.empty();
        }
        Ledger ledger = engine.sessions().ledger(session.id());
        out.println(line(session, ledger));
        out.flush();
        return Optional.of(ledger);
    }

    /** The run of this order that was stopped before its end; those of others are not looked at. */
    private Optional<Session> unfinished() throws Outage {
        return engine.sessions().all().stream()
                .filter(session -> session.state() != SessionState.COMPLETED)
                .filter(session -> session.order().equals(order))
                .findFirst();
    }

    private static String line(Session session, Ledger ledger) {
        Ledger.Line files = ledger.files();
        var line = new StringBuilder("Run ").append(session.id()).append(": ");
        line.append(Wording.count(files.discovered(), "file"))
                .append(" found, ")
                .append(Wording.count(files.done()))
                .append(" done, ")
                .append(Wording.count(files.duplicate()))
                .append(" duplicate, ")
                .append(Wording.count(files.rejected()))
                .append(" rejected, ")
                .append(Wording.count(ledger.parked()))
                .append(" parked; ")
                .append(Wording.count(ledger.children().discovered()))
                .append(" parts");
        if (ledger.unchanged() > 0) {
            line.append("; ").append(Wording.count(ledger.unchanged())).append(" known already");
        }
        session.order().drive().ifPresent(drive -> line.append("; the drive is ").append(drive));
        return line.append(ledger.balances() ? "." : ". THE LEDGER DOES NOT BALANCE.").toString();
    }
}
