package crateworks.cli;

import crateworks.adapters.postgres.PostgresCatalog;
import crateworks.adapters.postgres.PostgresDrivePlans;
import crateworks.adapters.postgres.PostgresKnownDrives;
import crateworks.adapters.postgres.PostgresRenditions;
import crateworks.adapters.postgres.PostgresSessions;
import crateworks.adapters.s3.PackKeys;
import crateworks.adapters.s3.PackStore;
import crateworks.adapters.s3.StoreClient;
import crateworks.export.ExportDrive;
import crateworks.export.app.ExportWorkers;
import crateworks.export.drive.DriveMetadata;
import crateworks.export.drive.DriveRepair;
import crateworks.export.drive.DriveRoot;
import crateworks.export.drive.DriveWriter;
import crateworks.export.drive.Remaking;
import crateworks.export.made.DeviceFiles;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;

/** The repair of one drive from the library that wrote it. */
final class Repairing {
    private final Path root;
    private final Optional<String> mark;
    private final DataDirectory data;
    private final PrintWriter out;

    Repairing(Path root, Optional<String> mark, DataDirectory data, PrintWriter out) {
        this.root = root;
        this.mark = mark;
        this.data = data;
        this.out = out;
    }

    /** Makes files again as the last run that exported to the drive was asked to. */
    private static Remaking remaking(Library library, DeviceFiles files) {
        var sessions = new PostgresSessions(library.postgres());
        return (root, paths) -> {
            String drive = root.folder().toString();
            Optional<Order> last =
                    sessions.all().stream()
                            .filter(run -> run.order().drive().filter(drive::equals).isPresent())
                            .max(Comparator.comparingLong(Session::id))
                            .map(Session::order);
            return last.isPresent() ? files.again(root, drive, last.get(), paths) : 0;
        };
    }

    /** Verifies and repairs; returns the exit code. */
    int repair() throws Outage, InterruptedException {
        try (Library library = Library.open(data, EnumSet.of(Part.DATABASE, Part.STORE));
                StoreClient store = StoreClient.open(Engine.storeSettings(library.connections()));
                var writer =
                        new DriveWriter(
                                DriveLayout.STANDARD,
                                DriveWriter.AT_ONCE_DEFAULT,
                                ExportWorkers.DRIVE_OWNER)) {
            var drives = new PostgresKnownDrives(library.postgres());
            if (mark.isEmpty() || drives.marked(mark.get()).isEmpty()) {
                throw new Usage(
                        ExitCode.NO_INPUT,
                        "The library in "
                                + data.root()
                                + " did not write the drive "
                                + root
                                + ": give the --data that did, or export to it with --new-drive.");
            }
            var plans = new PostgresDrivePlans(library.postgres());
            var blobs =
                    new PackStore(store, new PackKeys(InstantSource.system(), new SecureRandom()));
            DriveRepair.Repaired repaired =
                    new DriveRepair(
                                    plans,
                                    drives,
                                    blobs,
                                    writer,
                                    new DriveMetadata(plans, ExportWorkers.DRIVE_OWNER),
                                    remaking(
                                            library,
                                            new DeviceFiles(
                                                    new PostgresRenditions(library.postgres()),
                                                    blobs,
                                                    writer)))
                            .repair(
                                    new DriveRoot(root, mark.get()),
                                    new PostgresCatalog(library.postgres())
                                            .failures(false, ExportDrive.FAILURES_MAX),
                                    finding -> VerifyCommand.print(finding, out));
            VerifyCommand.print(repaired.found(), out);
            out.println(Wording.count(repaired.rewritten(), "file") + " written again.");
            out.flush();
            return ExitCode.FINE;
        }
    }
}
