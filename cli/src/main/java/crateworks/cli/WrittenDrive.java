package crateworks.cli;

import crateworks.adapters.postgres.PostgresCatalog;
import crateworks.adapters.postgres.PostgresDrivePlans;
import crateworks.adapters.postgres.PostgresKnownDrives;
import crateworks.export.ExportDrive;
import crateworks.export.app.ExportWorkers;
import crateworks.export.drive.DriveLeases;
import crateworks.export.drive.DriveMark;
import crateworks.export.drive.DriveMetadata;
import crateworks.export.drive.DriveRoot;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A drive that a library wrote, held by one command. */
record WrittenDrive(Library library, DriveRoot root, DriveLeases leases) implements AutoCloseable {
    /** Refuses a folder that this library did not write to, and a drive that is written to now. */
    static WrittenDrive open(Library library, Path root) throws Outage {
        var drives = new PostgresKnownDrives(library.postgres());
        String mark = mark(root).orElse("");
        if (drives.marked(mark).isEmpty()) {
            throw new Usage(
                    ExitCode.NO_INPUT, "The library did not write to a drive at " + root + ".");
        }
        var leases = new DriveLeases();
        leases.take(root);
        drives.mount(mark, root.toString(), true);
        return new WrittenDrive(library, new DriveRoot(root, mark), leases);
    }

    String path() {
        return root.folder().toString();
    }

    /** Writes the index of what lies on the drive now. */
    void index() throws Outage {
        new DriveMetadata(new PostgresDrivePlans(library.postgres()), ExportWorkers.DRIVE_OWNER)
                .write(
                        root,
                        path(),
                        new PostgresCatalog(library.postgres())
                                .failures(false, ExportDrive.FAILURES_MAX));
    }

    @Override
    public void close() {
        leases.close();
    }

    private static Optional<String> mark(Path root) throws Outage {
        try {
            return DriveMark.read(root);
        } catch (IOException failure) {
            throw new Outage("the drive", "its mark cannot be read: " + failure, failure);
        }
    }
}
