package crateworks.pipeline.port;

import crateworks.pipeline.ContentHash;
import crateworks.pipeline.session.Selection;
import java.util.List;

/** What lies on drives and would not be chosen any more. */
public interface DriveExcess {
    /**
     * A file that was written to a drive.
     *
     * @param path below the drive's root
     * @param made whether it was made for the drive; else it is one of the library
     */
    record Lying(String path, ContentHash hash, long bytes, boolean made) {}

    /**
     * What of a drive {@code selection} leaves out when it has nothing to choose from but the files
     * that lie there, by path. With a file goes what was made of it, and with the last pattern of a
     * pack the rest of the pack.
     */
    List<Lying> of(String drive, Selection selection) throws Outage;

    /** Forgets that these files lie on the drive; their places are free again. */
    void forget(String drive, List<String> paths) throws Outage;
}
