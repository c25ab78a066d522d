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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stage whose thinking has a time limit. A batch that takes longer is given up with {@link
 * FileTrouble} {@code TIMED_OUT}; its thread is left behind, since Java cannot end it. When too
 * many are, nothing begins any more until some end: no file is to blame for that.
 */
public final class TimedStage<I, O> implements Stage<I, O> {
    /** Finding one file in a batch of a thousand and giving it up leaves a dozen behind. */
    static final int LEFT_BEHIND_MAX = 64;

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
            throw new TooManyHang(leftBehind.get());
        }
        var task = new FutureTask<>(() -> stage.process(batch));
        var late = new AtomicBoolean();
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("stage")
                        .start(
                                () -> {
                                    task.run();
                                    if (!late.compareAndSet(false, true)) {
                                        leftBehind.decrementAndGet();
                                    }
                                });
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            leftBehind.incrementAndGet();
            if (!late.compareAndSet(false, true)) {
                leftBehind.decrementAndGet(); // it has just ended
            }
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
