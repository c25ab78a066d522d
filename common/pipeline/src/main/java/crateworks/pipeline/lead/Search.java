package crateworks.pipeline.lead;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Session;

/** The search for files of a session; may be done again, and then finds only what is new. */
public interface Search {
    /** Looks through all sources and returns when everything found is recorded and on its way. */
    void search(Session session) throws Outage, InterruptedException;
}
