package crateworks.adapters.host;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Runs;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that somebody asked for, led one after another by whoever calls {@link #leadNext}. What is
 * in line is kept in the database, and goes on after a restart.
 */
public final class RunLine {
    private static final Logger LOG = LoggerFactory.getLogger(RunLine.class);

    /** How a run is led to its end. */
    @FunctionalInterface
    public interface Leading {
        void lead(Session session) throws InterruptedException;
    }

    /** What to do between opening a run and leading it, such as giving it its files. */
    @FunctionalInterface
    public interface Preparing {
        void prepare(Session session) throws Outage;
    }

    /** A run in line, and how many come before it. */
    public record Asked(Session session, int before) {}

    private record Entry(Session session, Leading leading) {}

    private static final class Running {
        private final Entry entry;
        private final Thread thread;
        private boolean cancelled;

        Running(Entry entry, Thread thread) {
            this.entry = entry;
            this.thread = thread;
        }
    }

    private final Sessions sessions;
    private final Runs runs;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private Optional<Running> running = Optional.empty();
    private boolean woken;

    public RunLine(Sessions sessions, Runs runs) {
        this.sessions = sessions;
        this.runs = runs;
    }

    /** Puts back in line what an earlier process left, each led as {@code leading} leads. */
    public synchronized void takeUp(Leading leading) throws Outage {
        for (long id : runs.asked()) {
            Optional<Runs.Run> run = runs.find(id);
            boolean goesOn = run.filter(each -> isUnfinished(each.session())).isPresent();
            if (!goesOn) {
                runs.forget(id);
                continue;
            }
            Session kept = run.orElseThrow().session();
            waiting.add(
                    new Entry(
                            new Session(id, kept.order(), kept.state(), kept.startedAt(), true),
                            leading));
        }
    }

    private static boolean isUnfinished(Session session) {
        return switch (session.state()) {
            case SCANNING, PROCESSING, EXPORTING -> true;
            case COMPLETED, CANCELLED, FAILED -> false;
        };
    }

    /** Puts a run for {@code order} in line, unless it is there or goes on already. */
    public synchronized Asked ask(Order order, Preparing preparing, Leading leading) throws Outage {
        Optional<Asked> known = known(order);
        if (known.isPresent()) {
            return known.get();
        }
        Session session = sessions.open(order);
        runs.ask(session.id());
        preparing.prepare(session);
        waiting.add(new Entry(session, leading));
        wake();
        return new Asked(session, waiting.size() - 1 + (running.isPresent() ? 1 : 0));
    }

    private Optional<Asked> known(Order order) {
        if (running.isPresent() && running.get().entry.session().order().equals(order)) {
            return Optional.of(new Asked(running.get().entry.session(), 0));
        }
        int before = running.isPresent() ? 1 : 0;
        for (Entry entry : waiting) {
            if (entry.session().order().equals(order)) {
                return Optional.of(new Asked(entry.session(), before));
            }
            before++;
        }
        return Optional.empty();
    }

    /** Whether a run for {@code order} is in line or goes on. */
    public synchronized boolean has(Order order) {
        return known(order).isPresent();
    }

    /** Ends {@link #await} now. */
    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Waits until somebody asks for a run or wakes this, at most so long. */
    public synchronized void await(Duration most) throws InterruptedException {
        long untilNanos = System.nanoTime() + most.toNanos();
        while (!woken && waiting.isEmpty()) {
            long leftMillis = (untilNanos - System.nanoTime()) / 1_000_000;
            if (leftMillis <= 0) {
                return;
            }
            wait(leftMillis);
        }
        woken = false;
    }

    /** Leads the next run in line to its end; false when there is none. */
    public boolean leadNext() throws InterruptedException {
        Optional<Entry> next = next();
        if (next.isEmpty()) {
            return false;
        }
        Entry entry = next.get();
        lead(entry.session(), entry.leading());
        return true;
    }

    private synchronized Optional<Entry> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /**
     * Leads a run in a thread of its own, so that it can be cancelled; tells whether it came to its
     * end. An interrupt of the caller stops the run too, and is thrown.
     */
    public boolean lead(Session session, Leading leading) throws InterruptedException {
        var entry = new Entry(session, leading);
        Thread thread = Thread.ofPlatform().name("run " + session.id()).unstarted(() -> run(entry));
        var now = new Running(entry, thread);
        synchronized (this) {
            running = Optional.of(now);
            thread.start();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
            thread.join();
            throw e;
        } finally {
            synchronized (this) {
                running = Optional.empty();
            }
        }
        return !now.cancelled;
    }

    private void run(Entry entry) {
        Session session = entry.session();
        try {
            entry.leading().lead(session);
            forget(session);
        } catch (InterruptedException e) {
            stopped(session);
        } catch (RuntimeException e) { // libraries wrap interrupts in theirs
            if (isCancelled(session)) {
                stopped(session);
                return;
            }
            LOG.error("run {} failed", session.id(), e);
            enter(session, SessionState.FAILED);
            forget(session);
        }
    }

    private void stopped(Session session) {
        boolean cancelled = isCancelled(session);
        Thread.interrupted(); // what follows talks to the database
        if (cancelled) {
            enter(session, SessionState.CANCELLED);
            forget(session);
        }
    }

    private synchronized boolean isCancelled(Session session) {
        return running.filter(now -> now.entry.session().id() == session.id())
                .filter(now -> now.cancelled)
                .isPresent();
    }

    /** Stops a run that goes on after its batches, or takes one out of the line. */
    public synchronized void cancel(long session) {
        Optional<Entry> inLine =
                waiting.stream().filter(entry -> entry.session().id() == session).findFirst();
        if (inLine.isPresent()) {
            waiting.remove(inLine.get());
            enter(inLine.get().session(), SessionState.CANCELLED);
            forget(inLine.get().session());
            return;
        }
        running.filter(now -> now.entry.session().id() == session)
                .ifPresent(
                        now -> {
                            now.cancelled = true;
                            now.thread.interrupt();
                        });
    }

    private void enter(Session session, SessionState state) {
        try {
            sessions.enter(session.id(), state);
        } catch (Outage outage) {
            LOG.warn("run {} is {}, which could not be recorded", session.id(), state, outage);
        }
    }

    private void forget(Session session) {
        try {
            runs.forget(session.id());
        } catch (Outage outage) {
            LOG.warn("run {} goes on after a restart, though it ended", session.id(), outage);
        }
    }

    public synchronized boolean isLed(long session) {
        return running.filter(now -> now.entry.session().id() == session).isPresent();
    }

    public synchronized boolean isWaiting(long session) {
        return waiting.stream().anyMatch(entry -> entry.session().id() == session);
    }
}
