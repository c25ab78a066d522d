package crateworks.ingest.app;

import crateworks.adapters.host.Checkup.Question;
import crateworks.adapters.host.Chore;
import crateworks.adapters.host.Lead;
import crateworks.adapters.host.RunLine;
import crateworks.adapters.host.StageHost;
import crateworks.adapters.postgres.Leadership;
import crateworks.adapters.postgres.PostgresRequeue;
import crateworks.adapters.postgres.PostgresRuns;
import crateworks.adapters.s3.Inbox;
import crateworks.analyze.AnalyzeStage;
import crateworks.music.analysis.Analyst;
import crateworks.pipeline.lead.Coordinator;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Requeue.Choice;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import crateworks.web.api.SystemCalls.Home;
import crateworks.web.api.Uploads;
import crateworks.web.imports.Imports;
import crateworks.web.imports.Roots;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page of a service, and the runs that are asked for there; of several replicas one leads them,
 * the others show.
 */
final class ServicePage {
    private static final Logger LOG = LoggerFactory.getLogger(ServicePage.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final RunLine line;
    private final Leadership leadership;
    private final Lead lead;
    private final StageHost host;
    private final Path state;
    private final Optional<Order> inbox;
    private boolean tookUp;

    private ServicePage(StageHost host, Lead lead, Path state, Optional<Order> inbox) {
        this.inbox = inbox;
        this.host = host;
        this.lead = lead;
        this.state = state;
        this.line = new RunLine(lead.sessions(), new PostgresRuns(host.postgres()));
        this.leadership = host.keep(new Leadership(host.postgres(), "runs that were asked for"));
    }

    /** Answers the calls of the page until {@code host} is closed. */
    static void open(
            StageHost host,
            Lead lead,
            Order pattern,
            Optional<Order> inbox,
            Path state,
            PageFront front) {
        var page = new ServicePage(host, lead, state, inbox);
        var inLine =
                new LineImports(
                        page.line,
                        pattern,
                        new PostgresRequeue(host.postgres(), Analyst.VERSION),
                        page::lead,
                        inbox.map(order -> () -> page.inboxRun(order)));
        PageWiring wiring = host.keep(PageWiring.of(page.lent(pattern, page.led(inLine))));
        host.keep(Chore.start("asked runs", LOOK_EVERY, page::isOver));
        host.<AutoCloseable>keep(front::end);
        front.begin(wiring.routes());
    }

    private boolean isOver() throws Outage, InterruptedException {
        if (!leadership.isHeld()) {
            return false;
        }
        if (!tookUp) {
            line.takeUp(this::lead);
            tookUp = true;
        }
        while (line.leadNext()) {
            LOG.debug("looking for the next run");
        }
        line.await(LOOK_EVERY);
        return false;
    }

    /** Finds the files of a run; where a drive follows, export-service leads it on from there. */
    private void lead(Session session) throws InterruptedException {
        Order order = session.order();
        Coordinator coordinator =
                lead.coordinator(
                        FolderSearching.search(host, lead, state, order.drive().map(Path::of)),
                        new RunLeading.DriveElsewhere());
        if (!order.sources().isEmpty()) {
            coordinator.scan(session);
        }
        if (!order.exports()) {
            coordinator.process(session);
        }
    }

    /** The run that takes the inbox in, which is looked into every few seconds. */
    private Session inboxRun(Order order) throws Outage {
        Optional<Session> unfinished =
                lead.sessions().all().stream()
                        .filter(session -> session.order().equals(order))
                        .filter(session -> session.state() != SessionState.COMPLETED)
                        .findFirst();
        return unfinished.isPresent() ? unfinished.get() : lead.sessions().open(order);
    }

    private PageWiring.Lent lent(Order pattern, Imports imports) {
        return new PageWiring.Lent(
                new Home(PageWiring.VERSION, "service", Optional.empty()),
                host.postgres(),
                host.blobs(),
                host.settings().route().stages(),
                lead.figures(),
                Optional.of(lead.backlog()),
                host::waiting,
                host::states,
                checks(),
                state,
                imports,
                new Roots(pattern.sources().stream().map(Path::of).toList()),
                inbox.<Uploads>map(_ -> new Inbox(host.store())::put),
                Optional.empty(),
                AnalyzeStage::appraisal);
    }

    private Map<String, Question> checks() {
        var checks = new LinkedHashMap<String, Question>();
        checks.put("broker", () -> lead.backlog().waiting());
        checks.put("database", () -> host.postgres().check());
        checks.put("store", () -> host.store().check());
        return checks;
    }

    /** The same where this process leads; elsewhere nothing can be asked for. */
    private Imports led(LineImports inLine) {
        return new Imports() {
            @Override
            public Optional<String> whyNot() {
                try {
                    return leadership.isHeld()
                            ? Optional.empty()
                            : Optional.of("Another ingest-service leads the runs: ask that one.");
                } catch (Outage outage) {
                    return Optional.of("The database does not answer at the moment.");
                }
            }

            @Override
            public boolean takesInbox() {
                return inLine.takesInbox();
            }

            @Override
            public Started folder(Path folder, OptionalLong limit, boolean force) throws Outage {
                return inLine.folder(folder, limit, force);
            }

            @Override
            public Started inbox() throws Outage {
                return inLine.inbox();
            }

            @Override
            public Started retry(Choice choice) throws Outage {
                return inLine.retry(choice);
            }

            @Override
            public boolean isLed(long session) {
                return inLine.isLed(session);
            }

            @Override
            public boolean isQueued(long session) {
                return inLine.isQueued(session);
            }

            @Override
            public void cancel(long session) {
                inLine.cancel(session);
            }
        };
    }
}
