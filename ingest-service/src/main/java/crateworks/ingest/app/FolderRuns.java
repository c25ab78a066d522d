package crateworks.ingest.app;

import crateworks.adapters.postgres.Leadership;
import crateworks.pipeline.port.Outage;
import java.time.Duration;

/** Runs over the configured folders, led by one process however many replicas there are. */
final class FolderRuns {
    private final Leadership leadership;
    private final RunLeading leading;
    private final Duration every;

    /** Runs once when {@code every} is zero, or else again and again with that time between. */
    FolderRuns(Leadership leadership, RunLeading leading, Duration every) {
        this.leadership = leadership;
        this.leading = leading;
        this.every = every;
    }

    /** Leads one run if this process may; true when none follows. */
    boolean isDone() throws Outage, InterruptedException {
        if (!leadership.isHeld() || leading.isHandedOver()) {
            return false;
        }
        leading.lead();
        if (every.isZero()) {
            return true;
        }
        Thread.sleep(every);
        return false;
    }
}
