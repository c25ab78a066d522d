package crateworks.export;

import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.Outage;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives every file that is ready its place on a drive, around the files that have one. The same
 * library gets the same places, also when planning was interrupted and done again; see {@code
 * docs/rationale/export-plan.md}.
 */
public final class DrivePlanner {
    private final DrivePlans plans;
    private final DriveLayout layout;

    public DrivePlanner(DrivePlans plans, DriveLayout layout) {
        this.plans = plans;
        this.layout = layout;
    }

    /** Places the files of {@code session} that are ready; returns how many there were. */
    public long plan(long session, String drive) throws Outage {
        return plan(session, drive, true);
    }

    /** The same, with {@code documents} or without the tree of {@code MPC_Documents}. */
    public long plan(long session, String drive, boolean documents) throws Outage {
        DriveLayout wanted = layout.withDocuments(documents);
        var placing = new Placing(plans, drive, wanted, filesByRange(session, drive, wanted));
        try {
            plans.eachWaiting(session, drive, placing::add);
            placing.finish();
        } catch (UncheckedIOException failure) {
            if (failure.getCause() instanceof Outage outage) {
                throw outage;
            }
            throw failure;
        }
        return placing.count();
    }

    /** Range folder to key folder to the number of files that will come. */
    private Map<String, Map<String, Long>> filesByRange(
            long session, String drive, DriveLayout wanted) throws Outage {
        var ranges = new HashMap<String, Map<String, Long>>();
        for (DrivePlans.Group group : plans.groups(session, drive)) {
            String range = wanted.rangeFolder(group.category(), group.tempoFrom(), group.key());
            ranges.computeIfAbsent(range, _ -> new TreeMap<>())
                    .merge(wanted.keyFolder(group.key()), group.files(), Long::sum);
        }
        return ranges;
    }
}
