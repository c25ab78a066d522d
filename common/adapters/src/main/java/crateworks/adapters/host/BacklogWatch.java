package crateworks.adapters.host;

import crateworks.adapters.kafka.KafkaBacklog;
import crateworks.adapters.kafka.KafkaSettings.Sharing;
import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Stillness;
import crateworks.pipeline.port.Outage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every so often how much waits for each stage, and says so, with the reason, when nothing of
 * it has moved for long. A process speaks for the stages that it hosts; the one that hosts the
 * first stage speaks for all, so that a stage is missed which nobody hosts.
 */
public final class BacklogWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BacklogWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final int EMPTY_LOOKS_MIN = 3;

    private final StageHost host;
    private final KafkaBacklog backlog;
    private final Duration patience;
    private final InstantSource clock;
    private final Stillness stillness;
    private volatile Map<StageName, Long> waiting = Map.of();
    private volatile Duration still = Duration.ZERO;
    private volatile Optional<String> stall = Optional.empty();
    private final Map<StageName, Integer> emptyLooks = new EnumMap<>(StageName.class);
    private volatile Set<StageName> superfluous = Set.of();

    BacklogWatch(StageHost host, KafkaBacklog backlog, Duration patience, InstantSource clock) {
        this.host = host;
        this.backlog = backlog;
        this.patience = patience;
        this.clock = clock;
        this.stillness = new Stillness(clock.instant());
    }

    /** Begins to look; what has not moved for {@code patience} is told. Closed with its host. */
    public static BacklogWatch start(StageHost host, Duration patience) {
        var backlog = host.keep(new KafkaBacklog(host.settings().kafka(), host.settings().route()));
        var watch = new BacklogWatch(host, backlog, patience, InstantSource.system());
        host.keep(watch);
        host.keep(Chore.start("backlog", LOOK_EVERY, watch::isOver));
        return watch;
    }

    /** How many records waited for each stage when that was last known. */
    public Map<StageName, Long> waiting() {
        return waiting;
    }

    /** For how long nothing has moved though something waits. */
    public Duration still() {
        return still;
    }

    /** What does not move, and why; empty while everything is well. */
    public Optional<String> stall() {
        return stall;
    }

    /** Stages of which no partition falls to this process, since others have them all. */
    public Set<StageName> superfluous() {
        return superfluous;
    }

    /** Joining a group takes some seconds, so only what lasts is told. */
    private void countPartitions() {
        var now = EnumSet.noneOf(StageName.class);
        host.partitions()
                .forEach(
                        (stage, partitions) -> {
                            int looks = partitions > 0 ? 0 : emptyLooks.getOrDefault(stage, 0) + 1;
                            emptyLooks.put(stage, looks);
                            if (looks >= EMPTY_LOOKS_MIN) {
                                now.add(stage);
                            }
                            if (looks == EMPTY_LOOKS_MIN) {
                                LOG.info(
                                        "no partition of {} falls to this process: others have all"
                                                + " of them, it stands by",
                                        stage.word());
                            }
                        });
        superfluous = Set.copyOf(now);
    }

    boolean isOver() throws Outage {
        countPartitions();
        try {
            long read = backlog.read();
            waiting = backlog.waiting();
            long all = waiting.values().stream().mapToLong(Long::longValue).sum();
            still = stillness.look(all, read, clock.instant());
            tell(isLong() ? sentence(all) : Optional.empty());
            return false;
        } catch (Outage outage) {
            still = stillness.look(clock.instant());
            if (isLong()) {
                tell(Optional.of(outage.of() + " is away: " + outage.getMessage()));
            }
            throw outage;
        }
    }

    private boolean isLong() {
        return still.compareTo(patience) >= 0;
    }

    private void tell(Optional<String> now) {
        if (now.isPresent() && stall.isEmpty()) {
            LOG.warn("nothing has moved for {} s: {}", still.toSeconds(), now.get());
        } else if (now.isEmpty() && stall.isPresent()) {
            LOG.info("what had not moved goes on");
        }
        stall = now;
    }

    private Optional<String> sentence(long all) throws Outage {
        Map<StageName, Integer> alive =
                host.settings().kafka().sharing() == Sharing.GROUP ? backlog.alive() : Map.of();
        boolean speaksForAll = host.states().containsKey(StageName.INGEST);
        var reasons = new ArrayList<String>();
        for (StageName stage : host.settings().route().stages()) {
            long here = waiting.getOrDefault(stage, 0L);
            if (here > 0 && (speaksForAll || host.states().containsKey(stage))) {
                reasons.add(stage.word() + " (" + here + ") " + reason(stage, alive));
            }
        }
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(all + " records wait; " + String.join("; ", reasons));
    }

    private String reason(StageName stage, Map<StageName, Integer> alive) {
        if (host.isPaused(stage)) {
            return "is paused";
        }
        if (alive.getOrDefault(stage, 1) == 0) {
            return "has no worker that is alive";
        }
        List<String> reasons = host.waiting(stage);
        if (!reasons.isEmpty()) {
            return "waits for " + String.join(" and ", reasons);
        }
        return host.states().containsKey(stage)
                ? "waits for the stages before it, or for a batch that does not end"
                : "has workers elsewhere; their health tells what they wait for";
    }

    @Override
    public void close() {
        waiting = Map.of();
        stall = Optional.empty();
    }
}
