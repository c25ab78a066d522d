package crateworks.web.live;

import crateworks.pipeline.port.Failures;
import crateworks.pipeline.port.Outage;
import crateworks.web.http.EventSink;
import crateworks.web.http.Problem;
import crateworks.web.live.Views.ProgressView;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All open event streams, told every second by one thread that waits for none of them. While nobody
 * listens it only keeps the pace of what goes on.
 */
public final class EventStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    static final int STREAMS_MAX = 1_000;
    private static final Duration TICK = Duration.ofSeconds(1);

    /** Runs that do not go on are told of this seldom, in ticks; less than a silence may last. */
    private static final int SELDOM = 15;

    /** The pace of runs is kept so often, in ticks. */
    private static final int PACE_EVERY = 5;

    private final RunWatch watch;
    private final Failures failures;
    private final RunPace pace;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private long ticks;

    public EventStreams(RunWatch watch, Failures failures, RunPace pace) {
        this.watch = watch;
        this.failures = failures;
        this.pace = pace;
        this.thread = Thread.ofPlatform().daemon().name("page-events").start(this::run);
    }

    /** How many callers listen. */
    public int count() {
        return listeners.size();
    }

    /** Checks that a caller may listen now. */
    public void admit(OptionalLong session) throws Outage {
        if (listeners.size() >= STREAMS_MAX) {
            throw new Problem(503, "TOO_MANY_STREAMS", "Too many event streams are open.");
        }
        if (session.isPresent() && watch.session(session.getAsLong()).isEmpty()) {
            throw Problem.unknown("SESSION", "There is no session " + session.getAsLong() + ".");
        }
    }

    /** Tells {@code sink} from now on; {@code lastId} is the last event that it had before. */
    public void add(EventSink sink, OptionalLong session, Optional<String> lastId) {
        sink.retryAfterMillis(2_000);
        listeners.add(new Listener(sink, session, ErrorMark.of(lastId)));
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(TICK);
                try {
                    tick();
                } catch (RuntimeException e) {
                    LOG.error("the event streams missed a second", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        listeners.removeIf(listener -> listener.sink().isClosed());
        ticks++;
        if (ticks % PACE_EVERY == 0) {
            keepPace();
        }
        if (listeners.isEmpty()) {
            return;
        }
        boolean all = ticks % SELDOM == 0;
        try {
            OptionalLong newest = watch.newestId();
            var moments = new HashMap<Long, Optional<ProgressView>>();
            for (Listener listener : listeners) {
                OptionalLong session = listener.session().isPresent() ? listener.session() : newest;
                if (session.isPresent()) {
                    moment(moments, session.getAsLong())
                            .ifPresent(moment -> tell(listener, moment, all));
                }
            }
        } catch (Outage outage) {
            LOG.debug("the event streams wait for {}", outage.of());
        }
        if (all) {
            listeners.forEach(listener -> listener.sink().stillHere());
        }
    }

    private void keepPace() {
        try {
            pace.mark();
        } catch (Outage outage) {
            LOG.debug("the pace of runs waits for {}", outage.of());
        }
    }

    private Optional<ProgressView> moment(Map<Long, Optional<ProgressView>> moments, long session)
            throws Outage {
        Optional<ProgressView> known = moments.get(session);
        if (known != null) {
            return known;
        }
        Optional<ProgressView> read = watch.progress(session);
        moments.put(session, read);
        return read;
    }

    private void tell(Listener listener, ProgressView moment, boolean all) {
        try {
            listener.tell(moment, failures, all);
        } catch (Outage outage) {
            LOG.debug("the event streams wait for {}", outage.of());
        }
    }

    /** Ends all streams; browsers come back to whoever serves next. */
    @Override
    public void close() {
        thread.interrupt();
        for (Iterator<Listener> each = listeners.iterator(); each.hasNext(); ) {
            each.next().sink().close();
        }
        listeners.clear();
    }
}
