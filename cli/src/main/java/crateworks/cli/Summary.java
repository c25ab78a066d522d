package crateworks.cli;

import crateworks.adapters.postgres.PostgresCatalog;
import crateworks.adapters.postgres.PostgresDrivePlans;
import crateworks.adapters.postgres.PostgresKnownDrives;
import crateworks.pipeline.port.Catalog.Failure;
import crateworks.pipeline.port.DrivePlans.LeftBehind;
import crateworks.pipeline.port.KnownDrives.Known;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Session;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** What a run says at its end. */
final class Summary {
    private static final int SHOWN_MAX = 10;

    private Summary() {}

    /** Prints the ledger and what failed, and returns the exit code that it comes to. */
    static int print(Engine engine, Session session, Ledger ledger, PrintWriter out) throws Outage {
        out.println();
        if (ledger.files().discovered() == 0 && ledger.unchanged() > 0) {
            out.println(
                    "Nothing to do: all "
                            + Wording.count(ledger.unchanged(), "file")
                            + " are in the library already, unchanged.");
        } else {
            out.println("Run " + session.id() + " is complete.");
        }
        LedgerText.print(ledger, out);
        Ledger total = engine.sessions().total();
        printParked(engine, total, out);
        if (session.order().drive().isPresent()) {
            String drive = session.order().drive().get();
            printDrive(engine, drive, out);
            printLeftBehind(engine, session, drive, out);
        }
        out.flush();
        return ledger.balances() && total.parked() == 0 && ledger.atRest()
                ? ExitCode.FINE
                : ExitCode.UNFINISHED;
    }

    private static void printDrive(Engine engine, String drive, PrintWriter out) throws Outage {
        out.println("The drive is " + drive + ".");
        Optional<String> suspicion =
                new PostgresKnownDrives(engine.postgres()).at(drive).flatMap(Known::suspicion);
        if (suspicion.isPresent()) {
            out.println(
                    "It failed while it was written ("
                            + Terminal.printable(suspicion.get())
                            + "): read all of it again with `crateworks verify --drive "
                            + drive
                            + "`.");
        }
    }

    private static void printLeftBehind(
            Engine engine, Session session, String drive, PrintWriter out) throws Outage {
        LeftBehind left = new PostgresDrivePlans(engine.postgres()).leftBehind(session.id(), drive);
        if (left.silent() > 0) {
            out.println(
                    Wording.count(left.silent(), "file")
                            + " of this run stayed in the library, having no note to play.");
        }
        long files = left.files() - left.silent();
        if (files == 0) {
            return;
        }
        boolean alike = !session.order().wishes().selection().nearDuplicates();
        out.println(
                Wording.count(files, "file")
                        + " of this run stayed in the library, "
                        + (alike
                                ? "most because they sound like one on the drive"
                                        + " (--near-duplicates takes them along)."
                                : "because the selection leaves them out."));
    }

    private static void printParked(Engine engine, Ledger total, PrintWriter out) throws Outage {
        if (total.parked() == 0) {
            return;
        }
        List<Failure> parked = new PostgresCatalog(engine.postgres()).failures(true, SHOWN_MAX);
        out.println(
                Wording.count(total.parked(), "file")
                        + " parked; `crateworks failed --parked` tells more:");
        for (Failure failure : parked) {
            out.println(
                    "  "
                            + Terminal.printable(failure.place())
                            + ": "
                            + Terminal.printable(failure.detail()));
        }
        if (total.parked() > parked.size()) {
            out.println("  ...");
        }
    }
}
