package crateworks.adapters.host;

import crateworks.adapters.kafka.Lane;
import crateworks.adapters.kafka.MessageCodec;
import crateworks.adapters.kafka.StageWorkers;
import crateworks.adapters.kafka.Topics;
import crateworks.adapters.kafka.WorkerState;
import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresParking;
import crateworks.adapters.s3.PackKeys;
import crateworks.adapters.s3.PackStore;
import crateworks.adapters.s3.StoreClient;
import crateworks.pipeline.Stage;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.Binding;
import crateworks.pipeline.run.Job;
import crateworks.pipeline.run.RunLimits;
import crateworks.pipeline.run.StagedJob;
import crateworks.pipeline.run.TimedStage;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The stages that run in this process, with the database, the store and the topics they need. One
 * process may host all stages or one of them; nothing else differs.
 */
public final class StageHost implements AutoCloseable {
    /** The longest that a stage may think about one batch, far beyond what any file needs. */
    private static final Duration THINKING_MAX = Duration.ofSeconds(60);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<StageName, StageWorkers> workers = new ConcurrentHashMap<>();
    private final HostSettings settings;
    private final Postgres postgres;
    private final StoreClient store;
    private final PackStore packs;

    private StageHost(HostSettings settings) throws Outage, InterruptedException {
        this.settings = settings;
        try {
            this.postgres = keep(Postgres.open(settings.postgres()));
            this.store = keep(StoreClient.open(settings.store()));
            this.packs =
                    keep(
                            new PackStore(
                                    store,
                                    new PackKeys(InstantSource.system(), new SecureRandom())));
            Topics.prepare(settings.kafka(), settings.partitions());
        } catch (Outage | RuntimeException | InterruptedException e) {
            Closing.all(open);
            throw e;
        }
    }

    /** Connects, and makes tables, buckets and topics where they are missing. */
    public static StageHost open(HostSettings settings) throws Outage, InterruptedException {
        return new StageHost(settings);
    }

    public HostSettings settings() {
        return settings;
    }

    public Postgres postgres() {
        return postgres;
    }

    public StoreClient store() {
        return store;
    }

    public BlobStore blobs() {
        return packs;
    }

    /** Starts workers of a stage that is a function over a batch. */
    public <M extends Message, I, R, N extends Message> void start(
            StageName name,
            Binding<M, I, R, N> binding,
            Stage<I, R> stage,
            Class<M> records,
            int count) {
        start(
                new StagedJob<>(name, binding, new TimedStage<>(stage, THINKING_MAX), packs),
                records,
                count);
    }

    /**
     * Starts {@code count} workers that do {@code job} with records of the kind {@code records}.
     */
    public <M extends Message, N extends Message> void start(
            Job<M, N> job, Class<M> records, int count) {
        StageName stage = job.stage();
        var lane =
                new Lane<>(
                        settings.route().topicInto(stage),
                        settings.route().topicOutOf(stage),
                        records);
        workers.put(
                stage,
                StageWorkers.start(
                        settings.kafka(),
                        lane,
                        count,
                        MessageCodec.standard(),
                        job,
                        new PostgresParking(postgres),
                        RunLimits.DEFAULT));
    }

    /**
     * Has {@code part} closed with this host, after its workers and before what was kept earlier.
     */
    public <T extends AutoCloseable> T keep(T part) {
        open.addFirst(part);
        return part;
    }

    /** What the workers of each stage do at the moment. */
    public Map<StageName, List<WorkerState>> states() {
        return workers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().states()));
    }

    /** What workers wait for at the moment, each once. */
    public List<String> waiting() {
        return states().values().stream()
                .flatMap(List::stream)
                .filter(WorkerState.Waiting.class::isInstance)
                .map(state -> ((WorkerState.Waiting) state).waitsFor())
                .distinct()
                .toList();
    }

    /** Lets every worker finish what it has, then closes all parts, the last kept first. */
    @Override
    public void close() {
        workers.values().forEach(StageWorkers::stop);
        workers.values().forEach(StageWorkers::close);
        Closing.all(open);
    }
}
