package crateworks.cli;

import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the thread that made this, and holds the process
 * until that thread has put everything away.
 */
final class Stopping implements AutoCloseable {
    private static final long PUT_AWAY_SECONDS_MAX = 90;

    private final Thread main = Thread.currentThread();
    private final CountDownLatch away = new CountDownLatch(1);
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicReference<OptionalInt> answer = new AtomicReference<>(OptionalInt.empty());
    private final Thread hook = Thread.ofPlatform().name("stopping").unstarted(this::stop);

    Stopping() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether somebody asked this process to end. */
    boolean isAsked() {
        return asked.get();
    }

    /** Makes {@code exitCode} the answer to the shell, rather than the number of the signal. */
    void answer(int exitCode) {
        answer.set(OptionalInt.of(exitCode));
    }

    private void stop() {
        asked.set(true);
        main.interrupt();
        try {
            if (!away.await(PUT_AWAY_SECONDS_MAX, TimeUnit.SECONDS)) {
                System.err.println("Not everything could be put away in time; nothing is lost.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A process that a signal ends has the signal's exit code, unless it is halted.
        answer.get().ifPresent(Runtime.getRuntime()::halt);
    }

    @Override
    public void close() {
        away.countDown();
        if (!asked.get()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
