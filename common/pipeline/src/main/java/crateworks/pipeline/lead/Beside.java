package crateworks.pipeline.lead;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that goes on in a thread of its own until it is through, or this is closed. */
final class Beside implements AutoCloseable {
    private final FutureTask<Boolean> task;
    private final Thread thread;

    /** What is done; an interrupt stops it. */
    interface Work {
        void run() throws InterruptedException;
    }

    Beside(String name, Work work) {
        task =
                new FutureTask<>(
                        () -> {
                            work.run();
                            return true;
                        });
        thread = Thread.ofPlatform().name(name).start(task);
    }

    /** Returns when it is through. */
    void await() throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException mistake) {
                throw mistake;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Stops it where it is not through, and returns when it has stopped. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
