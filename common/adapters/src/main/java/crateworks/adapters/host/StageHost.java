package crateworks.adapters.host;

import crateworks.adapters.kafka.Lane;
import crateworks.adapters.kafka.MessageCodec;
import crateworks.adapters.kafka.Staffing;
import crateworks.adapters.kafka.StageWorkers;
import crateworks.adapters.kafka.Topics;
import crateworks.adapters.kafka.WorkerState;
import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresParking;
import crateworks.adapters.postgres.PostgresStageControl;
import crateworks.adapters.s3.PackKeys;
import crateworks.adapters.s3.PackStore;
import crateworks.adapters.s3.StoreClient;
import crateworks.pipeline.Stage;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.Measures;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.StageControl;
import crateworks.pipeline.port.StageControl.Wish;
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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stages that run in this process, with the database, the store and the topics they need. One
 * process may host all stages or one of them; nothing else differs.
 */
public final class StageHost implements AutoCloseable {
    /** The longest that a stage may think about one batch, far beyond what any file needs. */
    private static final Duration THINKING_MAX = Duration.ofSeconds(60);

    /** One small query for the whole process; people see what they asked for soon enough. */
    private static final Duration OBEY_EVERY = Duration.ofSeconds(1);

    private static final Duration TOPICS_EVERY = Duration.ofSeconds(15);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<StageName, StageWorkers> workers = new ConcurrentHashMap<>();
    private final Map<StageName, Supplier<Optional<String>>> leading = new ConcurrentHashMap<>();
    private final HostSettings settings;
    private final Measures measures;
    private final Postgres postgres;
    private final StoreClient store;
    private final PackStore packs;
    private final StageControl control;
    private final Map<StageName, Integer> configured = new ConcurrentHashMap<>();
    private final Chore obeying;
    private final Chore keepingTopics;
    private volatile Map<StageName, Wish> wishes;

    private StageHost(HostSettings settings, Measures measures)
            throws Outage, InterruptedException {
        this.settings = settings;
        this.measures = measures;
        try {
            this.postgres = keep(Postgres.open(settings.postgres()));
            this.store = keep(StoreClient.open(settings.store()));
            this.packs =
                    keep(
                            new PackStore(
                                    store,
                                    new PackKeys(InstantSource.system(), new SecureRandom()),
                                    measures));
            Topics.prepare(settings.kafka(), settings.partitions());
            this.control = new PostgresStageControl(postgres);
            this.wishes = control.wishes();
        } catch (Outage | RuntimeException | InterruptedException e) {
            Closing.all(open);
            throw e;
        }
        this.obeying = Chore.start("control", OBEY_EVERY, this::isOver);
        this.keepingTopics = Chore.start("topics", TOPICS_EVERY, this::isTopicsOver);
    }

    /** A broker that lost its data has topics again before long; nothing else would notice. */
    private boolean isTopicsOver() throws Outage, InterruptedException {
        Topics.restore(settings.kafka(), settings.partitions());
        return false;
    }

    /** Has all workers do what is asked of their stages by now; there is never an end to that. */
    private boolean isOver() throws Outage {
        wishes = control.wishes();
        workers.forEach((stage, each) -> each.obey(staffing(stage)));
        return false;
    }

    private Staffing staffing(StageName stage) {
        return Staffing.of(
                wishes.getOrDefault(stage, Wish.NONE),
                configured.getOrDefault(stage, 1),
                settings.partitions().getOrDefault(stage, 1));
    }

    /** Connects, and makes tables, buckets and topics where they are missing. */
    public static StageHost open(HostSettings settings) throws Outage, InterruptedException {
        return open(settings, Measures.NONE);
    }

    /** The same, with {@code measures} told what the stages do. */
    public static StageHost open(HostSettings settings, Measures measures)
            throws Outage, InterruptedException {
        return new StageHost(settings, measures);
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
        configured.put(stage, count);
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
                        staffing(stage),
                        MessageCodec.standard(),
                        job,
                        new PostgresParking(postgres),
                        RunLimits.DEFAULT,
                        measures));
    }

    /**
     * Has {@code part} closed with this host, after its workers and before what was kept earlier.
     */
    public <T extends AutoCloseable> T keep(T part) {
        open.addFirst(part);
        return part;
    }

    /** Who is told what this process does. */
    public Measures measures() {
        return measures;
    }

    /** What the workers of each stage do at the moment. */
    public Map<StageName, List<WorkerState>> states() {
        return workers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().states()));
    }

    /** Has what the leading of runs waits for told together with what workers of {@code by} do. */
    public void leads(StageName by, Supplier<Optional<String>> waitsFor) {
        leading.merge(by, waitsFor, (one, other) -> () -> one.get().or(other));
        keep(new LeadWatch(waitsFor));
    }

    /** What workers and runs that are led here wait for at the moment, each once. */
    public List<String> waiting() {
        return workers.keySet().stream()
                .flatMap(stage -> waiting(stage).stream())
                .distinct()
                .toList();
    }

    /** The same of one stage, and of runs that are led by its process. */
    public List<String> waiting(StageName stage) {
        return Stream.concat(
                        leading.getOrDefault(stage, Optional::empty).get().stream(),
                        states().getOrDefault(stage, List.of()).stream()
                                .flatMap(state -> waitsFor(stage, state).stream()))
                .distinct()
                .toList();
    }

    /** Whether somebody has paused a stage, here or elsewhere. */
    public boolean isPaused(StageName stage) {
        return wishes.getOrDefault(stage, Wish.NONE).paused();
    }

    /** How many partitions the workers of each stage have here together. */
    public Map<StageName, Integer> partitions() {
        return workers.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().partitions()));
    }

    private static Optional<String> waitsFor(StageName stage, WorkerState state) {
        return switch (state) {
            case WorkerState.Waiting(String what) -> Optional.of(what);
            case WorkerState.Paused() -> Optional.of(stage.word() + ", which is paused");
            case WorkerState.Working(), WorkerState.Idle(), WorkerState.Stopped() ->
                    Optional.empty();
        };
    }

    /** Lets every worker finish what it has, then closes all parts, the last kept first. */
    @Override
    public void close() {
        workers.values().forEach(StageWorkers::stop);
        obeying.close();
        keepingTopics.close();
        workers.values().forEach(StageWorkers::close);
        Closing.all(open);
    }
}
