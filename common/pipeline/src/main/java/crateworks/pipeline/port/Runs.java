package crateworks.pipeline.port;

import crateworks.pipeline.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The runs as people look at them, and those that they asked for and that have not ended. */
public interface Runs {
    /** A run, and when it ended, if it has. */
    record Run(Session session, Optional<Instant> endedAt) {}

    /** The newest runs before {@code before}. */
    List<Run> newest(OptionalLong before, int max) throws Outage;

    Optional<Run> find(long session) throws Outage;

    /** Keeps that somebody asked for a run, so that it is led also after a restart. */
    void ask(long session) throws Outage;

    /** Forgets a run that has ended, or that nobody wants any more. */
    void forget(long session) throws Outage;

    /** The runs that were asked for, in that order. */
    List<Long> asked() throws Outage;
}
