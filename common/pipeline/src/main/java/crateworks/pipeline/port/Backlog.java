package crateworks.pipeline.port;

import crateworks.pipeline.StageName;
import java.util.Map;

/** How many records wait for each stage: written to its topic and not yet committed as done. */
public interface Backlog {
    /** The waiting records by stage, for the stages that run. */
    Map<StageName, Long> waiting() throws Outage;

    /** Lets the broker forget the records that every stage is done with. */
    void forgetDone() throws Outage;
}
