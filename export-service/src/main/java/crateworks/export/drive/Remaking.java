package crateworks.export.drive;

import crateworks.pipeline.port.Outage;
import java.util.List;

/** Makes files again that were made for a drive and have no content in the library. */
public interface Remaking {
    /** Makes these paths of a drive again, and returns how many lie there then. */
    long again(DriveRoot root, List<String> paths) throws Outage, InterruptedException;
}
