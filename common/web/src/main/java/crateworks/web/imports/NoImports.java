package crateworks.web.imports;

import crateworks.pipeline.port.Requeue.Choice;
import crateworks.web.http.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** A process that takes no orders for runs, and says why; it may lead one of its own. */
public final class NoImports implements Imports {
    private final String whyNot;
    private final OwnRun own;

    /** The one run of a process that has one. */
    public interface OwnRun {
        boolean is(long session);

        void cancel();
    }

    public NoImports(String whyNot, OwnRun own) {
        this.whyNot = whyNot;
        this.own = own;
    }

    /** A process without runs. */
    public static NoImports none(String whyNot) {
        return new NoImports(
                whyNot,
                new OwnRun() {
                    @Override
                    public boolean is(long session) {
                        return false;
                    }

                    @Override
                    public void cancel() {
                        throw Problem.notHere("No run is led here.");
                    }
                });
    }

    @Override
    public Optional<String> whyNot() {
        return Optional.of(whyNot);
    }

    @Override
    public boolean takesInbox() {
        return false;
    }

    @Override
    public Started folder(Path folder, OptionalLong limit, boolean force) {
        throw Problem.notHere(whyNot);
    }

    @Override
    public Started inbox() {
        throw Problem.notHere(whyNot);
    }

    @Override
    public Started retry(Choice choice) {
        throw Problem.notHere(whyNot);
    }

    @Override
    public boolean isLed(long session) {
        return own.is(session);
    }

    @Override
    public boolean isQueued(long session) {
        return false;
    }

    @Override
    public void cancel(long session) {
        own.cancel();
    }
}
