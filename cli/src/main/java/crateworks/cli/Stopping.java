package crateworks.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the thread that made this, and holds the process
 * until that thread has put everything away and said its last sentence.
 */
final class Stopping implements AutoCloseable {
    private static final Duration PUT_AWAY_MAX = Duration.ofSeconds(90);
    private static final AtomicBoolean ASKED = new AtomicBoolean();

    private final Thread main = Thread.currentThread();
    private final Thread hook = Thread.ofPlatform().name("stopping").unstarted(this::stop);

    Stopping() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Does what Ctrl-C does. */
    void ask() {
        ASKED.set(true);
        main.interrupt();
    }

    /** Whether somebody asked this process to end. */
    boolean isAsked() {
        return ASKED.get();
    }

    /**
     * Ends the process. One that a signal ends has the signal's exit code, unless it is halted; so
     * the answer to the shell is the same whoever asked, and comes after the last sentence.
     */
    static void exit(int code) {
        if (ASKED.get()) {
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }

    private void stop() {
        ASKED.set(true);
        main.interrupt();
        try {
            if (!main.join(PUT_AWAY_MAX)) {
                System.err.println("Not everything could be put away in time; nothing is lost.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (!ASKED.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException stopping) {
                ASKED.set(true); // the signal came this moment
            }
        }
    }
}
