package crateworks.pipeline.run;

import crateworks.pipeline.Outcome;
import crateworks.pipeline.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stage whose thinking has a time limit. A batch that takes longer is given up with {@link
 * FileTrouble} {@code TIMED_OUT}; its thread is left behind, since Java cannot end it, and so the
 * number of threads left behind has a limit as well.
 */
public final class TimedStage<I, O> implements Stage<I, O> {
    private static final int LEFT_BEHIND_MAX = 8;

    private final Stage<I, O> stage;
    private final Duration limit;
    private final AtomicInteger leftBehind = new AtomicInteger();

    public TimedStage(Stage<I, O> stage, Duration limit) {
        this.stage = stage;
        this.limit = limit;
    }

    @Override
    public List<Outcome<O>> process(List<I> batch) {
        if (leftBehind.get() >= LEFT_BEHIND_MAX) {
            throw new FileTrouble("TIMED_OUT", "too many files hang; start the service again");
        }
        var task = new FutureTask<>(() -> stage.process(batch));
        Thread thread = Thread.ofPlatform().daemon().name("stage").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            leftBehind.incrementAndGet();
            thread.interrupt();
            throw new FileTrouble("TIMED_OUT", "took longer than " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new FileTrouble("STOPPED", "the worker was stopped");
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        return switch (cause) {
            case Error error -> throw error;
            case RuntimeException failure -> failure;
            default -> new IllegalStateException(cause);
        };
    }
}
