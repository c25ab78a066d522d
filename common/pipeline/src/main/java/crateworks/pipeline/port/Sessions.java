package crateworks.pipeline.port;

import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import crateworks.pipeline.session.StageFigures;
import java.util.List;
import java.util.Optional;

/** The runs, their states and their ledgers. */
public interface Sessions {
    /**
     * Opens a run for {@code order}: the unfinished one with an equal order, else a new one, in
     * state {@link SessionState#SCANNING}.
     */
    Session open(Order order) throws Outage;

    /** Another state; at {@link SessionState#COMPLETED} ledger and figures are frozen with it. */
    void enter(long session, SessionState state) throws Outage;

    /** Adds to the counts of what was passed over while searching. */
    void passedOver(long session, long unchanged, long junk) throws Outage;

    /** What the stages did, replacing what was recorded for this session before. */
    void figures(long session, List<StageFigures> figures) throws Outage;

    List<StageFigures> figures(long session) throws Outage;

    /** The balance of one run; of a completed one as it was then. */
    Ledger ledger(long session) throws Outage;

    /** The balance of everything that was ever found. */
    Ledger total() throws Outage;

    /** Items of the run that have neither an end nor wait for export only. */
    long beforeExport(long session) throws Outage;

    Optional<Session> find(long session) throws Outage;

    /** All runs, newest first. */
    List<Session> all() throws Outage;
}
