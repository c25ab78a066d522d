package crateworks.pipeline.run;

import crateworks.pipeline.port.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that wait for a disk or a server, a fixed few. */
public final class SideBySide implements AutoCloseable {
    private final ExecutorService threads;

    /** {@code name} is that of its threads, such as {@code drive-}. */
    public SideBySide(String name, int atOnceMax) {
        this.threads =
                Executors.newFixedThreadPool(
                        atOnceMax, Thread.ofPlatform().daemon().name(name, 0).factory());
    }

    /**
     * Waits for all, so that nothing is done any more when one has failed; an outage goes first.
     */
    public <T> List<T> all(List<Callable<T>> tasks) throws Outage, InterruptedException {
        var values = new ArrayList<T>(tasks.size());
        ExecutionException failed = null;
        for (Future<T> each : threads.invokeAll(tasks)) {
            try {
                values.add(each.get());
            } catch (ExecutionException failure) {
                failed = failed == null || isOutage(failure) ? failure : failed;
            }
        }
        if (failed == null) {
            return values;
        }
        switch (failed.getCause()) {
            case Outage outage -> throw outage;
            case RuntimeException trouble -> throw trouble;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    private static boolean isOutage(ExecutionException failure) {
        return failure.getCause() instanceof Outage;
    }
}
