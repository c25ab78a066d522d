package crateworks.export.app;

import crateworks.adapters.host.StageHost;
import crateworks.adapters.postgres.PostgresCatalog;
import crateworks.adapters.postgres.PostgresDriveMoves;
import crateworks.adapters.postgres.PostgresDrivePlans;
import crateworks.adapters.postgres.PostgresExporting;
import crateworks.adapters.postgres.PostgresKnownDrives;
import crateworks.adapters.postgres.PostgresRenditions;
import crateworks.adapters.postgres.PostgresRequeue;
import crateworks.export.DriveNames;
import crateworks.export.DrivePlanner;
import crateworks.export.ExportDrive;
import crateworks.export.ExportJob;
import crateworks.export.drive.DriveMetadata;
import crateworks.export.drive.DriveMover;
import crateworks.export.drive.DriveWriter;
import crateworks.export.made.DeviceFiles;
import crateworks.music.analysis.Analyst;
import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.lead.Drive;
import crateworks.pipeline.message.Analyzed;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;

/** Export, bound to the database and the store. */
public final class ExportWorkers {
    /**
     * Another word in each process, so that temporary files of one that was killed are known for
     * leftovers and deleted.
     */
    public static final String DRIVE_OWNER =
            Long.toString(new SecureRandom().nextLong() >>> 1, Character.MAX_RADIX);

    private ExportWorkers() {}

    /** Starts {@code count} workers. */
    public static void start(StageHost host, int count) {
        host.start(
                new ExportJob(
                        new PostgresExporting(host.postgres()),
                        host.blobs(),
                        writer(host),
                        new PostgresKnownDrives(host.postgres())),
                Analyzed.class,
                count);
    }

    private static DriveWriter writer(StageHost host) {
        return host.keep(
                new DriveWriter(
                        DriveLayout.STANDARD,
                        DriveWriter.AT_ONCE_DEFAULT,
                        DRIVE_OWNER,
                        host.measures()));
    }

    /** The drive of runs that are led here; it must not lie in the folder {@code data}. */
    public static Drive drive(StageHost host, Path data) {
        var plans = new PostgresDrivePlans(host.postgres());
        var deviceFiles =
                new DeviceFiles(
                        new PostgresRenditions(host.postgres()), host.blobs(), writer(host));
        return host.keep(
                new ExportDrive(
                        plans,
                        new PostgresRequeue(host.postgres(), Analyst.VERSION),
                        new PostgresCatalog(host.postgres()),
                        new DrivePlanner(plans, DriveLayout.STANDARD),
                        new DriveMetadata(plans, DRIVE_OWNER),
                        deviceFiles,
                        new PostgresKnownDrives(host.postgres()),
                        new DriveNames(
                                new PostgresDriveMoves(host.postgres()),
                                new DriveMover(),
                                DriveLayout.STANDARD),
                        () -> UUID.randomUUID().toString(),
                        data));
    }
}
