package crateworks.adapters.host;

import crateworks.pipeline.port.Outage;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that tries one piece of work again and again until it is done or the chore is closed.
 */
public final class Chore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chore.class);
    private static final Duration END_WITHIN = Duration.ofSeconds(30);

    /** Work that may have to wait for something. */
    public interface Work {
        /** Does what can be done now; true when that was all. */
        boolean isDone() throws Outage, InterruptedException;
    }

    private final String name;
    private final Duration pause;
    private final Work work;
    private final Thread thread;
    private volatile Optional<String> trouble = Optional.empty();

    private Chore(String name, Duration pause, Work work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    /** Starts a thread that tries {@code work}, with a {@code pause} after each attempt. */
    public static Chore start(String name, Duration pause, Work work) {
        var chore = new Chore(name, pause, work);
        chore.thread.start();
        return chore;
    }

    /** What the last attempt failed with; empty when it went well or there was none yet. */
    public Optional<String> trouble() {
        return trouble;
    }

    private void run() {
        try {
            while (!attempt()) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt() throws InterruptedException {
        try {
            boolean done = work.isDone();
            trouble = Optional.empty();
            return done;
        } catch (Outage e) {
            tell("waits for " + e.of() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            tell("failed: " + e, e);
        }
        return false;
    }

    /** Logs trouble when it is new, not again and again while it lasts. */
    private void tell(String what, Exception failure) {
        Optional<String> now = Optional.of(what);
        if (!trouble.equals(now)) {
            LOG.warn("{} {}", name, what, failure);
        }
        trouble = now;
    }

    /** Interrupts the work and waits for its end. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            if (!thread.join(END_WITHIN)) {
                LOG.warn("{} does not end", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
