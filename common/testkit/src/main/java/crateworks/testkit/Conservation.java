package crateworks.testkit;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.session.Ledger;

/**
 * The law that nothing is lost: everything that was found is in exactly one place, in every session
 * and altogether, at any moment.
 */
public final class Conservation {
    private final Sessions sessions;

    public Conservation(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Returns the balance of {@code session} after making sure that all ledgers balance. */
    public Ledger holds(long session) throws Outage {
        Ledger ledger = sessions.ledger(session);
        check("session " + session, ledger);
        check("everything", sessions.total());
        long before = sessions.beforeExport(session);
        long inFlight = ledger.files().inFlight() + ledger.children().inFlight();
        if (before < 0 || before > inFlight) {
            throw new AssertionError(
                    before + " items before export of " + inFlight + " in flight: " + ledger);
        }
        return ledger;
    }

    /** As {@link #holds}, and nothing is on its way. */
    public Ledger holdsAtRest(long session) throws Outage {
        Ledger ledger = holds(session);
        if (!ledger.atRest()) {
            throw new AssertionError("session " + session + " is not at rest: " + ledger);
        }
        return ledger;
    }

    private static void check(String what, Ledger ledger) {
        check(what + ", files", ledger.files());
        check(what + ", parts", ledger.children());
    }

    private static void check(String what, Ledger.Line line) {
        boolean negative =
                line.discovered() < 0
                        || line.done() < 0
                        || line.duplicate() < 0
                        || line.rejected() < 0
                        || line.parked() < 0
                        || line.inFlight() < 0;
        if (negative || !line.balances()) {
            throw new AssertionError(what + " does not balance: " + line);
        }
    }
}
