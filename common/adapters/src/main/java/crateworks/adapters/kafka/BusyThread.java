package crateworks.adapters.kafka;

import crateworks.pipeline.run.NotYet;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread for the work itself, so that the one that owns the reader can show signs of life. */
final class BusyThread implements AutoCloseable {
    private final ExecutorService thread;

    BusyThread(String name) {
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name(name + "-busy").factory());
    }

    /** Calls {@code work} and, while it lasts, {@code sign} from this thread every so often. */
    <T> T call(Callable<T> work, Duration every, Runnable sign)
            throws NotYet, InterruptedException {
        Future<T> running = thread.submit(work);
        try {
            while (true) {
                try {
                    return running.get(every.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    sign.run();
                }
            }
        } catch (ExecutionException e) {
            throw rethrown(e);
        } finally {
            running.cancel(true);
        }
    }

    private static RuntimeException rethrown(ExecutionException failure)
            throws NotYet, InterruptedException {
        return switch (failure.getCause()) {
            case NotYet notYet -> throw notYet;
            case InterruptedException interrupted -> throw interrupted;
            case Error error -> throw error;
            case RuntimeException runtime -> runtime;
            case null, default -> new IllegalStateException(failure);
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
