package crateworks.ingest.app;

import crateworks.adapters.host.RunLine;
import crateworks.adapters.host.RunLine.Asked;
import crateworks.adapters.host.RunLine.Leading;
import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Requeue;
import crateworks.pipeline.port.Requeue.Choice;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.web.http.Problem;
import crateworks.web.imports.Imports;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs asked for by the page, put into a {@link RunLine}; each does what the process's own does.
 */
public final class LineImports implements Imports {
    /** Who takes the inbox in, and what its run is. */
    public interface InboxRun {
        /** Opens the run and has the inbox looked into. */
        Session begin() throws Outage;
    }

    private final RunLine line;
    private final Order pattern;
    private final Requeue requeue;
    private final Leading leading;
    private final Optional<InboxRun> inbox;

    /**
     * @param pattern what runs do, with other sources
     * @param leading how runs are led, those over folders and those that retry
     */
    public LineImports(
            RunLine line,
            Order pattern,
            Requeue requeue,
            Leading leading,
            Optional<InboxRun> inbox) {
        this.line = line;
        this.pattern = pattern;
        this.requeue = requeue;
        this.leading = leading;
        this.inbox = inbox;
    }

    @Override
    public Optional<String> whyNot() {
        return Optional.empty();
    }

    @Override
    public boolean takesInbox() {
        return inbox.isPresent();
    }

    @Override
    public Started folder(Path folder, OptionalLong limit, boolean force) throws Outage {
        Order order =
                order(
                        List.of(folder.toString()),
                        limit,
                        force ? Optional.of(StageName.INGEST) : Optional.empty());
        return started(line.ask(order, _ -> {}, leading), OptionalLong.empty());
    }

    private Order order(List<String> sources, OptionalLong limit, Optional<StageName> forced) {
        return new Order(
                sources,
                pattern.stages(),
                pattern.drive(),
                pattern.driveFormat(),
                pattern.template(),
                limit,
                forced,
                pattern.wishes());
    }

    private static Started started(Asked asked, OptionalLong files) {
        return new Started(asked.session().id(), asked.session().resumed(), asked.before(), files);
    }

    @Override
    public Started inbox() throws Outage {
        InboxRun run = inbox.orElseThrow(() -> Problem.notHere("The inbox is not taken in here."));
        Session session = run.begin();
        return new Started(session.id(), session.resumed(), 0, OptionalLong.empty());
    }

    @Override
    public Started retry(Choice choice) throws Outage {
        Order order = order(List.of(), OptionalLong.empty(), Optional.empty());
        if (line.has(order)) {
            throw new Problem(409, "BUSY", "Another retry goes on: wait for its end.");
        }
        var files = new AtomicLong();
        Asked asked =
                line.ask(order, session -> files.set(requeue.retry(session.id(), choice)), leading);
        return started(asked, OptionalLong.of(files.get()));
    }

    @Override
    public boolean isLed(long session) {
        return line.isLed(session);
    }

    @Override
    public boolean isQueued(long session) {
        return line.isWaiting(session);
    }

    @Override
    public void cancel(long session) {
        line.cancel(session);
    }
}
