package crateworks.cli;

import crateworks.pipeline.StageName;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.StageFigures;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A ledger as a table for people. */
final class LedgerText {
    private static final String ROW = "  %-9s %12s %12s %12s %12s %10s %10s%n";

    private LedgerText() {}

    static void print(Ledger ledger, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                ROW,
                "",
                "discovered",
                "done",
                "duplicate",
                "rejected",
                "parked",
                "in flight");
        print("files", ledger.files(), out);
        print("children", ledger.children(), out);
        if (ledger.unchanged() > 0) {
            out.println("  unchanged since an earlier run: " + Wording.count(ledger.unchanged()));
        }
        if (ledger.junk() > 0) {
            out.println("  passed over as junk: " + Wording.count(ledger.junk()));
        }
        if (!ledger.balances()) {
            out.println("  THE LEDGER DOES NOT BALANCE: please report this.");
        }
    }

    private static void print(String what, Ledger.Line line, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                ROW,
                what,
                Wording.count(line.discovered()),
                Wording.count(line.done()),
                Wording.count(line.duplicate()),
                Wording.count(line.rejected()),
                Wording.count(line.parked()),
                Wording.count(line.inFlight()));
    }

    static void print(List<StageFigures> figures, PrintWriter out) {
        for (StageFigures stage : inOrder(figures)) {
            out.printf(
                    Locale.ROOT,
                    "  %-9s %,12d in %,12d out %,10d failed %10.1f s busy%n",
                    stage.stage(),
                    stage.in(),
                    stage.out(),
                    stage.rejected() + stage.parked(),
                    stage.busySeconds());
        }
    }

    /** The search first, then the stages in the order of the flow. */
    private static List<StageFigures> inOrder(List<StageFigures> figures) {
        List<String> flow = Arrays.stream(StageName.values()).map(StageName::word).toList();
        return figures.stream()
                .sorted(Comparator.comparingInt(stage -> flow.indexOf(stage.stage())))
                .toList();
    }
}
