package crateworks.pipeline.lead;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Session;
import java.util.Optional;

/** The drive of a session, from its plan to its index. */
public interface Drive {
    /** Gives every file of the session that is ready a place. */
    void plan(Session session) throws Outage, InterruptedException;

    /** Makes what belongs on it beside the files; while these are written. */
    void make(Session session) throws Outage, InterruptedException;

    /** Writes the index of what lies on the drive now. */
    void finish(Session session) throws Outage, InterruptedException;

    /** What is being made at the moment, for people; may be asked by any thread. */
    Optional<String> makes();
}
