package crateworks.cli;

import crateworks.adapters.kafka.KafkaBacklog;
import crateworks.adapters.kafka.KafkaOutbox;
import crateworks.adapters.kafka.KafkaSettings;
import crateworks.adapters.kafka.Lane;
import crateworks.adapters.kafka.LiveProgress;
import crateworks.adapters.kafka.MessageCodec;
import crateworks.adapters.kafka.StageWorkers;
import crateworks.adapters.kafka.Topics;
import crateworks.adapters.kafka.WorkerState;
import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresCatalog;
import crateworks.adapters.postgres.PostgresDiscoveries;
import crateworks.adapters.postgres.PostgresDrivePlans;
import crateworks.adapters.postgres.PostgresParking;
import crateworks.adapters.postgres.PostgresRequeue;
import crateworks.adapters.postgres.PostgresSessions;
import crateworks.adapters.s3.PackKeys;
import crateworks.adapters.s3.PackStore;
import crateworks.adapters.s3.StoreClient;
import crateworks.adapters.s3.StoreSettings;
import crateworks.export.DrivePlanner;
import crateworks.export.ExportDrive;
import crateworks.export.drive.DriveMetadata;
import crateworks.export.drive.DriveWriter;
import crateworks.infra.EmbeddedStack;
import crateworks.infra.StackSettings;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.ingest.archive.ArchiveLimits;
import crateworks.ingest.archive.ArchiveReader;
import crateworks.ingest.discover.FolderSearches;
import crateworks.ingest.source.Settling;
import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Coordinator;
import crateworks.pipeline.lead.Route;
import crateworks.pipeline.lead.Search;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.LiveFigures;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.run.Job;
import crateworks.pipeline.run.RunLimits;
import crateworks.pipeline.session.Order;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The whole system in this process: broker, database and store, and the workers of every stage. */
final class Engine implements AutoCloseable {
    /** So many records may wait for the stages before the search for files holds back. */
    private static final long WAITING_MAX = 10_000;

    private static final int CONNECTIONS_MAX = 32;
    private static final String DRIVE_OWNER = "crateworks";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<StageWorkers> workers = new ArrayList<>();
    private final Order order;
    private final Route route;
    private final DataDirectory data;
    private final Connections connections;
    private final Postgres postgres;
    private final StoreClient store;
    private final PackStore packs;
    private final KafkaSettings kafka;
    private final KafkaOutbox outbox;
    private final KafkaBacklog backlog;
    private final LiveProgress progress;

    private Engine(DataDirectory data, Order order, Connections connections)
            throws Outage, InterruptedException {
        this.data = data;
        this.order = order;
        this.route = new Route(order.stages());
        this.connections = connections;
        this.kafka = KafkaSettings.alone(connections.bootstrapServers());
        this.postgres = opened(Postgres.open(Library.settings(connections, CONNECTIONS_MAX)));
        this.store = opened(StoreClient.open(storeSettings(connections)));
        this.packs =
                opened(
                        new PackStore(
                                store, new PackKeys(InstantSource.system(), new SecureRandom())));
        this.outbox = opened(new KafkaOutbox(kafka, MessageCodec.standard()));
        this.backlog = opened(new KafkaBacklog(kafka, route));
        this.progress = new LiveProgress(kafka, data.root().resolve("streams"));
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
            var engine = new Engine(data, order, stack.connections());
            try {
                engine.startStages(byStage(workers));
                engine.open.addLast(stack);
                return engine;
            } catch (Outage | RuntimeException | InterruptedException e) {
                engine.close();
                throw e;
            }
        } catch (Outage | RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
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

    private void startStages(Map<StageName, Integer> counts) throws Outage, InterruptedException {
        Topics.prepare(kafka, counts);
        progress.start();
        open.addFirst(progress);
        var writer =
                opened(
                        new DriveWriter(
                                DriveLayout.STANDARD, DriveWriter.AT_ONCE_DEFAULT, DRIVE_OWNER));
        var jobs = new Jobs(postgres, packs, writer, order.exports());
        var parking = new PostgresParking(postgres);
        for (StageName stage : route.stages()) {
            workers.add(
                    jobs.start(
                            stage,
                            new Jobs.Starter() {
                                @Override
                                public <M extends Message, N extends Message> StageWorkers start(
                                        Job<M, N> job, Class<M> records) {
                                    return StageWorkers.start(
                                            kafka,
                                            new Lane<>(
                                                    route.topicInto(stage),
                                                    route.topicOutOf(stage),
                                                    records),
                                            counts.getOrDefault(stage, 1),
                                            MessageCodec.standard(),
                                            job,
                                            parking,
                                            RunLimits.DEFAULT);
                                }
                            }));
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.addFirst(part);
        return part;
    }

    Sessions sessions() {
        return new PostgresSessions(postgres);
    }

    LiveFigures figures() {
        return progress;
    }

    Postgres postgres() {
        return postgres;
    }

    StoreClient store() {
        return store;
    }

    Connections connections() {
        return connections;
    }

    /** Who leads runs here, finding files in the folders of their orders. */
    Coordinator coordinator() {
        return coordinator(folders());
    }

    Coordinator coordinator(Search search) {
        var plans = new PostgresDrivePlans(postgres);
        var requeue = new PostgresRequeue(postgres);
        var drive =
                opened(
                        new ExportDrive(
                                plans,
                                requeue,
                                new PostgresCatalog(postgres),
                                new DrivePlanner(plans, DriveLayout.STANDARD),
                                new DriveMetadata(plans, DRIVE_OWNER),
                                data.root()));
        return new Coordinator(
                sessions(), requeue, backlog, outbox, route, progress, search, drive);
    }

    private Search folders() {
        var exclusions = new ArrayList<Path>();
        exclusions.add(data.root());
        order.drive().map(Path::of).ifPresent(exclusions::add);
        return new FolderSearches(
                new PostgresDiscoveries(postgres),
                sessions(),
                packs,
                outbox,
                backlog,
                new ArchiveReader(ArchiveLimits.defaults(), data.root().resolve("scratch")),
                exclusions,
                Settling.once(InstantSource.system()),
                WAITING_MAX);
    }

    /** What workers wait for at the moment, each once. */
    List<String> waiting() {
        return workers.stream()
                .flatMap(stage -> stage.states().stream())
                .filter(WorkerState.Waiting.class::isInstance)
                .map(state -> ((WorkerState.Waiting) state).waitsFor())
                .distinct()
                .toList();
    }

    /** Lets every worker finish what it has, then stops all parts, the last started first. */
    @Override
    public void close() {
        workers.forEach(StageWorkers::stop);
        workers.forEach(StageWorkers::close);
        Closing.all(open);
    }
}
