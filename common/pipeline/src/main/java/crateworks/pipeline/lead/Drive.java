package crateworks.pipeline.lead;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Session;

/** The drive of a session, from its plan to its index. */
public interface Drive {
    /** Gives every file of the session that is ready a place. */
    void plan(Session session) throws Outage, InterruptedException;

    /** Writes the index of what lies on the drive now. */
    void finish(Session session) throws Outage, InterruptedException;
}
