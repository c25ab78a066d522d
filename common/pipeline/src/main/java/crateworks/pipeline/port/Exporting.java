package crateworks.pipeline.port;

import crateworks.pipeline.ContentHash;
import java.util.List;
import java.util.Map;

/** The rows that export reads and writes; each call is one transaction and may be repeated. */
public interface Exporting {
    /**
     * A file that lies on a drive.
     *
     * @param path below the drive's root, with {@code /}
     */
    record Placed(
            long session,
            long item,
            long file,
            String drive,
            String path,
            ContentHash hash,
            long bytes) {}

    /** A place that the plan gave a file; {@code written} when it lies there already. */
    record Place(String path, boolean written) {}

    /**
     * Where the plan wants these files on {@code drive}; a file without a place is not exported.
     */
    Map<Long, Place> places(String drive, List<Long> files) throws Outage;

    /** Whether files of {@code session} may be written now, and where to. */
    Turn turn(long session) throws Outage;

    /** What export does with the records of a session. */
    sealed interface Turn {
        /** The plan is made: write below this folder, to the drive with this mark. */
        record Go(String drive, String mark) implements Turn {}

        /** Analysis is not finished, so there is no plan yet: leave the records where they are. */
        record Wait() implements Turn {}

        /** The session is not running or does not export; its items come again when it goes on. */
        record Pass() implements Turn {}
    }

    /** Records what was written, and ends those items and {@code unplaced} ones as done. */
    void record(List<Placed> placed, List<Waived> unplaced) throws Outage;

    /** An item that ends as done without a place on the drive. */
    record Waived(long session, long item) {}
}
