package crateworks.benchmarks.endtoend;

import crateworks.benchmarks.corpus.Manifest;
import crateworks.benchmarks.endtoend.RunReport.Counts;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a ledger against what the collection is known to be.
 *
 * <p>How many children are duplicates is left open: a content belongs to the first file that has
 * it, and when a later one came through ingest before, both are split.
 */
final class LedgerCheck {
    private final List<String> differences = new ArrayList<>();

    private LedgerCheck() {}

    /** What is not as it has to be, a sentence each; empty when all is right. */
    static List<String> differences(Manifest manifest, RunReport run) {
        var check = new LedgerCheck();
        check.conserves("files", run.files());
        check.conserves("children", run.children());
        if (!run.balances()) {
            check.differences.add("the ledger itself says that it does not balance");
        }
        check.equal("files discovered", manifest.files(), run.discovered());
        check.equal("files done", manifest.distinct(), run.done());
        check.equal("files that are duplicates", manifest.duplicates(), run.duplicate());
        check.equal("files rejected", manifest.rejected(), run.rejected());
        check.equal("files parked", 0, run.parked());
        check.equal("files in flight", 0, run.inFlight());
        check.equal("pieces of junk", manifest.junk(), run.junk());
        check.equal("children done", manifest.parts(), run.children().done());
        check.equal("children rejected", 0, run.children().rejected());
        check.equal("children parked", 0, run.children().parked());
        check.equal("children in flight", 0, run.children().inFlight());
        if (run.children().duplicate() > 0 && manifest.duplicates() == 0) {
            check.differences.add("children are duplicates, although no file is one");
        }
        return List.copyOf(check.differences);
    }

    private void conserves(String what, Counts counts) {
        long accounted =
                counts.done()
                        + counts.duplicate()
                        + counts.rejected()
                        + counts.parked()
                        + counts.inFlight();
        equal(what + " accounted for", counts.discovered(), accounted);
    }

    private void equal(String what, long expected, long actual) {
        if (expected != actual) {
            differences.add("%s: %d, not %d".formatted(what, actual, expected));
        }
    }
}
