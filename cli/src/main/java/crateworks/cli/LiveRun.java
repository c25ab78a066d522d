package crateworks.cli;

import crateworks.pipeline.lead.Coordinator;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Gauge;
import crateworks.pipeline.session.Gauge.Moment;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A run while it goes on: led in one thread, shown from another. */
final class LiveRun {
    private static final long LOOK_MILLIS = 500;

    /** How a run is led: from its search on, or over items that are there already. */
    interface Leading {
        Ledger by(Coordinator coordinator) throws InterruptedException;
    }

    private final Engine engine;
    private final Session session;
    private final PrintWriter out;

    LiveRun(Engine engine, Session session, PrintWriter out) {
        this.engine = engine;
        this.session = session;
        this.out = out;
    }

    /** Leads the run to its end and shows how far it is. */
    Ledger lead(Stopping stopping, Leading leading) throws Outage, InterruptedException {
        Coordinator coordinator = engine.coordinator();
        var task = new FutureTask<>(() -> leading.by(coordinator));
        Thread leader = Thread.ofPlatform().name("coordinator").start(task);
        try (Display display = display()) {
            return shown(task, coordinator, display);
        } catch (InterruptedException e) {
            leader.interrupt();
            leader.join();
            if (stopping.isAsked()) {
                out.println("Stopping: finishing the batches that are under way ...");
                out.flush();
                engine.sessions().enter(session.id(), SessionState.CANCELLED);
            }
            throw e;
        }
    }

    private Display display() {
        boolean steers = !"dumb".equals(System.getenv("TERM"));
        return steers
                        && Optional.ofNullable(System.console())
                                .filter(Console::isTerminal)
                                .isPresent()
                ? new LiveBars(session.order().stages())
                : new PlainLines(out);
    }

    private Ledger shown(FutureTask<Ledger> task, Coordinator coordinator, Display display)
            throws Outage, InterruptedException {
        var gauge = new Gauge(session.order().stages(), "discover");
        long startedNanos = System.nanoTime();
        while (true) {
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                var elapsed = Duration.ofNanos(System.nanoTime() - startedNanos);
                show(display, gauge, elapsed, coordinator);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the run failed: " + e.getCause(), e);
            }
        }
    }

    private void show(Display display, Gauge gauge, Duration elapsed, Coordinator coordinator)
            throws Outage {
        Optional<Session> now = engine.sessions().find(session.id());
        SessionState state = now.map(Session::state).orElse(SessionState.SCANNING);
        Moment moment =
                gauge.read(
                        engine.figures().of(session.id()),
                        state != SessionState.SCANNING,
                        elapsed,
                        coordinator.reopened());
        Optional<String> makes = coordinator.makes();
        display.show(
                makes.isPresent() && moment.share() >= 1 ? moment.withoutEnd() : moment,
                makes.orElseGet(() -> phase(state)),
                elapsed,
                waiting(coordinator));
    }

    private List<String> waiting(Coordinator coordinator) {
        return Stream.concat(coordinator.waitsFor().stream(), engine.waiting().stream())
                .distinct()
                .toList();
    }

    private static String phase(SessionState state) {
        return switch (state) {
            case SCANNING -> "searching";
            case PROCESSING -> "working";
            case EXPORTING -> "exporting";
            case COMPLETED, CANCELLED, FAILED -> "finishing";
        };
    }
}
