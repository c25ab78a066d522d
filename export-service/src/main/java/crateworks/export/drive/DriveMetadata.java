package crateworks.export.drive;

import crateworks.pipeline.port.Catalog;
import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * What a drive tells of itself: {@code README.txt} and the files in {@code METADATA}, see {@code
 * docs/formats/drive.md}. The same library makes the same bytes, and what would not change is not
 * written.
 */
public final class DriveMetadata {
    /** The path of the index. */
    public static final String INDEX = "METADATA/file_index.json";

    private final DrivePlans plans;
    private final Leftovers leftovers;

    /** {@code owner} is a word that no other writer to the drive has at the same time. */
    public DriveMetadata(DrivePlans plans, String owner) {
        this.plans = plans;
        this.leftovers = new Leftovers(owner);
    }

    /** Writes all of it, each file replaced as a whole. */
    public void write(DriveRoot marked, String drive, List<Catalog.Failure> failures)
            throws Outage {
        Path root = marked.folder();
        try {
            marked.require();
            Path folder = new Folders(Disk.REAL, leftovers).ready(marked, INDEX, true);
            leftovers.sweep(root);
            try (var lists = new MetadataLists(folder, leftovers)) {
                var readme = new DriveReadme(leftovers);
                plans.eachEntry(
                        drive,
                        entry -> {
                            lists.add(entry);
                            readme.add(entry.path());
                        });
                lists.finish(failures);
                Disk.REAL.settle(folder);
                readme.write(root);
            }
        } catch (JacksonException failure) {
            throw DriveTrouble.outage(root, 0, new IOException(failure));
        } catch (Outage outage) {
            throw outage;
        } catch (IOException failure) {
            throw DriveTrouble.outage(root, 0, failure);
        }
    }

    /** Marks the drive at {@code root}. */
    public void mark(Path root, String mark) throws Outage {
        try {
            DriveMark.write(root, mark, leftovers);
        } catch (IOException failure) {
            throw DriveTrouble.outage(root, 0, failure);
        }
    }
}
