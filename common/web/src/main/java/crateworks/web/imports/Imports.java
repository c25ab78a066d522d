package crateworks.web.imports;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Requeue.Choice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Who leads runs in this process. Calls that it does not serve are refused with a problem. */
public interface Imports {
    /**
     * A run that was asked for.
     *
     * @param queued how many come before it
     * @param files of a retry, how many are tried again
     */
    record Started(long session, boolean resumed, int queued, OptionalLong files) {}

    /** Why no run can be asked for; empty when it can. */
    Optional<String> whyNot();

    /** Whether files that are put into the inbox are taken in here. */
    boolean takesInbox();

    /**
     * Asks for a run over a folder.
     *
     * @param force whether unchanged files are done again
     */
    Started folder(Path folder, OptionalLong limit, boolean force) throws Outage;

    /** Has the inbox looked into now. */
    Started inbox() throws Outage;

    /** Asks for a run that tries parked files again. */
    Started retry(Choice choice) throws Outage;

    /** Whether a run is led here, and so can be cancelled here. */
    boolean isLed(long session);

    /** Whether it waits for the one before it. */
    boolean isQueued(long session);

    /** Stops a run after the batches that are under way; only if it is led here. */
    void cancel(long session) throws Outage;
}
