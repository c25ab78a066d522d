package crateworks.cli;

import crateworks.adapters.host.Checkup.Question;
import crateworks.adapters.host.HostSettings;
import crateworks.adapters.host.Lead;
import crateworks.adapters.host.StageHost;
import crateworks.adapters.kafka.KafkaSettings;
import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresRequeue;
import crateworks.adapters.s3.StoreClient;
import crateworks.adapters.s3.StoreSettings;
import crateworks.analyze.AnalyzeStage;
import crateworks.export.app.ExportWorkers;
import crateworks.infra.EmbeddedStack;
import crateworks.infra.StackSettings;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.ingest.app.FolderSearching;
import crateworks.ingest.app.InboxSearching;
import crateworks.ingest.app.PageWiring;
import crateworks.ingest.discover.InboxSearch;
import crateworks.music.analysis.Analyst;
import crateworks.music.tags.TagDictionary;
import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Coordinator;
import crateworks.pipeline.lead.Route;
import crateworks.pipeline.lead.Search;
import crateworks.pipeline.port.LiveFigures;
import crateworks.pipeline.port.Mailbox;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Requeue;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.session.Order;
import crateworks.web.api.SystemCalls.Home;
import crateworks.web.api.Uploads;
import crateworks.web.imports.Imports;
import crateworks.web.imports.Roots;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The whole system in this process: broker, database and store, and the workers of every stage. */
final class Engine implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 32;

    private final DataDirectory data;
    private final Order order;
    private final EmbeddedStack stack;
    private final StageHost host;
    private final Lead lead;

    private Engine(
            DataDirectory data, Order order, EmbeddedStack stack, StageHost host, Lead lead) {
        this.data = data;
        this.order = order;
        this.stack = stack;
        this.host = host;
        this.lead = lead;
    }

    /**
     * Starts everything that {@code order} needs.
     *
     * @param workers for each stage, in the order of the flow
     */
    static Engine start(DataDirectory data, Order order, List<Integer> workers)
            throws Outage, InterruptedException {
        EmbeddedStack stack = EmbeddedStack.start(data, StackSettings.everything());
        try {
            Map<StageName, Integer> counts = byStage(workers);
            StageHost host = StageHost.open(settings(stack.connections(), order, counts));
            try {
                var lead = new Lead(host, data.root(), Analyst.VERSION);
                TagDictionary dictionary = TagRules.of(data);
                for (StageName stage : host.settings().route().stages()) {
                    Jobs.start(host, stage, counts.getOrDefault(stage, 1), dictionary);
                }
                return new Engine(data, order, stack, host, lead);
            } catch (RuntimeException e) {
                host.close();
                throw e;
            }
        } catch (Outage | RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    private static HostSettings settings(
            Connections connections, Order order, Map<StageName, Integer> counts) {
        return new HostSettings(
                KafkaSettings.alone(connections.bootstrapServers()),
                Library.settings(connections, CONNECTIONS_MAX),
                storeSettings(connections),
                new Route(order.stages()),
                counts);
    }

    static StoreSettings storeSettings(Connections connections) {
        return StoreSettings.of(
                URI.create(connections.s3Endpoint()),
                connections.s3AccessKey(),
                connections.s3SecretKey());
    }

    private static Map<StageName, Integer> byStage(List<Integer> workers) {
        var byStage = new EnumMap<StageName, Integer>(StageName.class);
        Iterator<Integer> counts = workers.iterator();
        for (StageName stage : StageName.values()) {
            byStage.put(stage, counts.next());
        }
        return byStage;
    }

    Sessions sessions() {
        return lead.sessions();
    }

    LiveFigures figures() {
        return lead.figures();
    }

    Postgres postgres() {
        return host.postgres();
    }

    StoreClient store() {
        return host.store();
    }

    Connections connections() {
        return stack.connections();
    }

    /** Who leads runs here, finding files in the folders of their orders. */
    Coordinator coordinator() {
        return coordinator(
                FolderSearching.search(host, lead, data.root(), order.drive().map(Path::of)));
    }

    Coordinator coordinator(Search search) {
        return lead.coordinator(search, ExportWorkers.drive(host, data.root()));
    }

    /** The search of a mailbox, whose entries settle by {@code clock}. */
    InboxSearch inbox(Mailbox mailbox, InstantSource clock) {
        return InboxSearching.search(host, lead, data.root(), mailbox, clock);
    }

    /** What workers wait for at the moment, each once. */
    List<String> waiting() {
        return host.waiting();
    }

    Requeue requeue() {
        return new PostgresRequeue(host.postgres(), Analyst.VERSION);
    }

    /** What the page of this process shows and asks of it. */
    PageWiring.Lent lent(String mode, Supplier<List<String>> alsoWaiting, Asking asking) {
        return new PageWiring.Lent(
                new Home(PageWiring.VERSION, mode, Optional.of(data.root().toString())),
                host.postgres(),
                host.blobs(),
                host.settings().route().stages(),
                lead.figures(),
                Optional.of(lead.backlog()),
                () -> Stream.concat(alsoWaiting.get().stream(), waiting().stream()).toList(),
                host::states,
                checks(),
                data.root(),
                asking.imports(),
                asking.roots(),
                asking.uploads(),
                Optional.of(new DriveVerification()),
                AnalyzeStage::appraisal);
    }

    /** How the page asks for runs. */
    record Asking(Imports imports, Roots roots, Optional<Uploads> uploads) {}

    private Map<String, Question> checks() {
        var checks = new LinkedHashMap<String, Question>();
        checks.put("broker", () -> lead.backlog().waiting());
        checks.put("database", () -> host.postgres().check());
        checks.put("store", () -> host.store().check());
        return checks;
    }

    /** Lets every worker finish what it has, then stops all parts, the last started first. */
    @Override
    public void close() {
        host.close();
        stack.close();
    }
}
