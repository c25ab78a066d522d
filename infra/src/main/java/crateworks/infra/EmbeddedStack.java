package crateworks.infra;

import crateworks.infra.broker.Broker;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Lease;
import crateworks.infra.data.Part;
import crateworks.infra.data.Refusal;
import crateworks.infra.data.Refusal.Reason;
import crateworks.infra.database.Database;
import crateworks.infra.store.ObjectStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real broker, database and object store on the loopback interface, with durable data in one
 * directory. Whatever was acknowledged survives the sudden death of all processes. There are no
 * shutdown hooks in here: whoever started the stack closes it, after its last user.
 */
public final class EmbeddedStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStack.class);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Lease lease;
    private final Connections connections;
    private final List<AutoCloseable> started;
    private final Duration closeLimit;

    private EmbeddedStack(
            Lease lease,
            Connections connections,
            List<AutoCloseable> started,
            Duration closeLimit) {
        this.lease = lease;
        this.connections = connections;
        this.started = List.copyOf(started);
        this.closeLimit = closeLimit;
    }

    /**
     * Takes the data directory and starts the parts side by side; returns when all can be used.
     *
     * @throws Refusal if they cannot be started, with everything stopped again
     */
    public static EmbeddedStack start(DataDirectory data, StackSettings settings)
            throws InterruptedException {
        data.prepare();
        data.checkFreeBytes(settings.freeDiskBytesMin());
        Lease lease = data.take();
        var running = new CopyOnWriteArrayList<AutoCloseable>();
        try {
            if (settings.parts().contains(Part.DATABASE)) {
                Database.stopSurvivor(data, settings.closeLimit());
            }
            Connections connections = lease.settle(settings.parts(), settings.ports());
            startAll(starters(data, connections, settings), settings.startLimit(), running);
            lease.announce(connections);
            return new EmbeddedStack(lease, connections, running, settings.closeLimit());
        } catch (IOException e) {
            closeAll(running, settings.closeLimit());
            lease.close();
            throw new Refusal(Reason.BROKEN, "The embedded stack failed: " + e.getMessage(), e);
        } catch (RuntimeException | InterruptedException e) {
            closeAll(running, settings.closeLimit());
            lease.close();
            throw e;
        }
    }

    public Connections connections() {
        return connections;
    }

    public String bootstrapServers() {
        return connections.bootstrapServers();
    }

    public String jdbcUrl() {
        return connections.jdbcUrl();
    }

    public String s3Endpoint() {
        return connections.s3Endpoint();
    }

    /** Stops all parts side by side within the limit, then gives the data directory back. */
    @Override
    public void close() {
        closeAll(started, closeLimit);
        lease.close();
    }

    private static List<Callable<AutoCloseable>> starters(
            DataDirectory data, Connections connections, StackSettings settings) {
        var starters = new ArrayList<Callable<AutoCloseable>>();
        for (Part part : settings.parts()) {
            starters.add(
                    switch (part) {
                        case BROKER ->
                                () ->
                                        Broker.start(
                                                data.broker(), connections, settings.startLimit());
                        case DATABASE ->
                                () ->
                                        Database.start(
                                                data,
                                                connections,
                                                settings.sharedBuffersMiB(),
                                                settings.startLimit(),
                                                settings.closeLimit());
                        case STORE ->
                                () ->
                                        ObjectStore.start(
                                                data.store(), connections, settings.closeLimit());
                    });
        }
        return starters;
    }

    /** Starts all; those that did start are in {@code running} even if this fails. */
    private static void startAll(
            List<Callable<AutoCloseable>> starters, Duration limit, List<AutoCloseable> running)
            throws IOException, InterruptedException {
        ExecutorService threads = daemons();
        var failures = new ArrayList<Throwable>();
        try {
            var starting = new ArrayList<Future<?>>();
            for (Callable<AutoCloseable> starter : starters) {
                starting.add(threads.submit(() -> running.add(starter.call())));
            }
            for (Future<?> each : starting) {
                try {
                    each.get(limit.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
                } catch (ExecutionException e) {
                    failures.add(e.getCause() == null ? e : e.getCause());
                } catch (TimeoutException e) {
                    failures.add(
                            new Refusal(
                                    Reason.BROKEN,
                                    "A part of the stack did not start within " + limit + ".",
                                    e));
                }
            }
        } finally {
            // A part that is still starting is interrupted, and closed with the others.
            threads.shutdownNow();
            awaitEnd(threads);
        }
        if (!failures.isEmpty()) {
            report(failures);
        }
    }

    private static void report(List<Throwable> failures) throws IOException {
        failures.forEach(failure -> LOG.error("a part of the stack did not start", failure));
        if (failures.getFirst() instanceof Refusal refusal) {
            throw refusal;
        }
        throw new IOException(failures.getFirst().getMessage(), failures.getFirst());
    }

    private static void awaitEnd(ExecutorService threads) {
        try {
            if (!threads.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a part of the stack is still starting and is left alone");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService daemons() {
        return Executors.newFixedThreadPool(
                Part.values().length, Thread.ofPlatform().daemon().name("stack-", 0).factory());
    }

    private static void closeAll(List<AutoCloseable> running, Duration limit) {
        ExecutorService threads = daemons();
        var closing = new ArrayList<Future<?>>();
        for (AutoCloseable each : running) {
            closing.add(
                    threads.submit(
                            () -> {
                                each.close();
                                return each;
                            }));
        }
        long deadline = System.nanoTime() + limit.toNanos();
        for (Future<?> each : closing) {
            try {
                each.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("a part of the stack did not stop in time", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.shutdownNow();
    }
}
