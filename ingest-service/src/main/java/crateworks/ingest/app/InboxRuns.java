package crateworks.ingest.app;

import crateworks.adapters.postgres.Leadership;
import crateworks.ingest.discover.InboxSearch;
import crateworks.pipeline.port.Outage;

/**
 * Runs over the inbox, one after another, each over what has come in since the one before; led by
 * one process however many replicas there are.
 */
final class InboxRuns {
    private final Leadership leadership;
    private final RunLeading leading;
    private final InboxSearch search;

    /** At first what an earlier process left, then what an outage cut off. */
    private boolean mayBeUnfinished = true;

    InboxRuns(Leadership leadership, RunLeading leading, InboxSearch search) {
        this.leadership = leadership;
        this.leading = leading;
        this.search = search;
    }

    /** Leads one run if there is something for it and this process may; there is always another. */
    boolean isDone() throws Outage, InterruptedException {
        if (!leadership.isHeld()) {
            mayBeUnfinished = true;
            return false;
        }
        boolean goesOn = mayBeUnfinished && leading.isUnfinished();
        mayBeUnfinished = goesOn;
        if (leading.isHandedOver() || (!goesOn && !search.hasMail())) {
            return false;
        }
        mayBeUnfinished = true;
        leading.lead();
        mayBeUnfinished = false;
        return false;
    }
}
