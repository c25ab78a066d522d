package crateworks.pipeline.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Fetches many things side by side, each on a virtual thread, at most {@code atOnceMax} at a
 * moment. Values come in the order of their keys; a failure cancels the rest and is thrown.
 */
public final class Prefetch implements AutoCloseable {
    /** How one thing is fetched; may wait. */
    @FunctionalInterface
    public interface Fetch<K, V> {
        V fetch(K key) throws IOException, InterruptedException;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore slots;

    public Prefetch(int atOnceMax) {
        slots = new Semaphore(atOnceMax);
    }

    /** The values of {@code keys}; a single one is fetched on the caller's own thread. */
    public <K, V> List<V> all(List<K> keys, Fetch<K, V> fetch)
            throws IOException, InterruptedException {
        if (keys.size() == 1) {
            return List.of(fetchInSlot(keys.getFirst(), fetch));
        }
        var running = new ArrayList<Future<V>>(keys.size());
        try {
            for (K key : keys) {
                running.add(threads.submit(() -> fetchInSlot(key, fetch)));
            }
            var values = new ArrayList<V>(keys.size());
            for (Future<V> each : running) {
                values.add(each.get());
            }
            return values;
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            running.forEach(each -> each.cancel(true));
        }
    }

    /** Cancels what is still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** The slot is taken in here, so that a task that is cancelled before it starts holds none. */
    private <K, V> V fetchInSlot(K key, Fetch<K, V> fetch)
            throws IOException, InterruptedException {
        slots.acquire();
        try {
            return fetch.fetch(key);
        } finally {
            slots.release();
        }
    }

    private static IOException unwrapped(ExecutionException failure) {
        return switch (Objects.requireNonNullElse(failure.getCause(), failure)) {
            case IOException cause -> cause;
            case RuntimeException cause -> throw cause;
            case Error cause -> throw cause;
            case Throwable cause -> new IOException("a fetch was given up", cause);
        };
    }
}
