package crateworks.export;

import crateworks.export.drive.DriveGate;
import crateworks.export.drive.DriveLeases;
import crateworks.export.drive.DriveMetadata;
import crateworks.export.drive.DriveRoot;
import crateworks.export.drive.DriveStanding;
import crateworks.export.made.DeviceFiles;
import crateworks.pipeline.lead.Drive;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Catalog;
import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.KnownDrives;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Requeue;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The drive of a run: looked at, planned, and told at the end what lies on it. */
public final class ExportDrive implements Drive, AutoCloseable {
    /** So many failures does the log of a drive tell. */
    public static final int FAILURES_MAX = 100_000;

    private final DrivePlans plans;
    private final Requeue requeue;
    private final Catalog catalog;
    private final DrivePlanner planner;
    private final DriveMetadata metadata;
    private final DeviceFiles deviceFiles;
    private final KnownDrives drives;
    private final DriveNames names;
    private final Supplier<String> marks;
    private final Path data;
    private final DriveLeases leases = new DriveLeases();

    /**
     * The drives that runs are led to.
     *
     * @param marks a new mark at each call
     * @param data the data directory, in which no drive may lie
     */
    public ExportDrive(
            DrivePlans plans,
            Requeue requeue,
            Catalog catalog,
            DrivePlanner planner,
            DriveMetadata metadata,
            DeviceFiles deviceFiles,
            KnownDrives drives,
            DriveNames names,
            Supplier<String> marks,
            Path data) {
        this.plans = plans;
        this.requeue = requeue;
        this.catalog = catalog;
        this.planner = planner;
        this.metadata = metadata;
        this.deviceFiles = deviceFiles;
        this.drives = drives;
        this.names = names;
        this.marks = marks;
        this.data = data;
    }

    /** Why this order cannot be exported, in one sentence; empty when it can. */
    public static Optional<String> refusal(Order order, Path data) {
        List<Path> sources =
                order.sources().stream().filter(Origin::isFolder).map(Path::of).toList();
        return order.drive().flatMap(drive -> DriveGate.refusal(Path.of(drive), sources, data));
    }

    @Override
    public void plan(Session session) throws Outage {
        String drive = session.order().drive().orElseThrow();
        Path root = Path.of(drive);
        refuse(refusal(session.order(), data));
        DriveStanding standing = accepted(root, session);
        DriveGate.open(root);
        leases.take(root);
        DrivePlans.Room room = plans.room(session.id(), drive, DriveGate.blockBytes(root));
        DrivePlans.Room made = deviceFiles.room(session, DriveGate.blockBytes(root));
        refuse(DriveGate.shortage(root, room.files() + made.files(), room.bytes() + made.bytes()));
        DriveRoot marked = marked(root, standing, session);
        if (!Files.exists(root.resolve(DriveMetadata.INDEX))) {
            metadata.write(marked, drive, List.of());
        }
        names.finish(marked, drive);
        planner.plan(session.id(), drive, session.order().wishes().shape().documents());
        plans.waive(session.id(), drive);
    }

    @Override
    public void make(Session session) throws Outage, InterruptedException {
        String drive = session.order().drive().orElseThrow();
        deviceFiles.make(known(drive), drive, session.order());
    }

    @Override
    public void finish(Session session) throws Outage {
        String drive = session.order().drive().orElseThrow();
        DriveRoot root = known(drive);
        metadata.write(root, drive, catalog.failures(false, FAILURES_MAX));
        leases.release(root.folder());
    }

    private DriveRoot known(String drive) throws Outage {
        String mark = drives.at(drive).flatMap(KnownDrives.Known::mark).orElseThrow();
        return new DriveRoot(Path.of(drive), mark);
    }

    @Override
    public Optional<String> makes() {
        return deviceFiles.makes();
    }

    /** What the drive is to the library; an outage says why it is not written to. */
    private DriveStanding accepted(Path root, Session session) throws Outage {
        String drive = session.order().drive().orElseThrow();
        DriveStanding standing = DriveStanding.of(root, drive, drives, plans);
        if (standing instanceof DriveStanding.Refused(var sentence)) {
            if (!session.order().wishes().newDrive()) {
                throw new Outage("the drive", sentence);
            }
            return new DriveStanding.New(Optional.empty());
        }
        return standing;
    }

    /** Makes drive and catalog know each other; the catalog first, so that a crash is repaired. */
    private DriveRoot marked(Path root, DriveStanding standing, Session session) throws Outage {
        String drive = session.order().drive().orElseThrow();
        String mark =
                switch (standing) {
                    case DriveStanding.Ours(var ours) -> ours;
                    case DriveStanding.Moved(var ours) -> ours;
                    case DriveStanding.New(var given) -> given.orElseGet(marks);
                    case DriveStanding.Unmarked() -> marks.get();
                    case DriveStanding.Refused(var sentence) ->
                            throw new IllegalStateException(sentence);
                };
        if (!(standing instanceof DriveStanding.Ours)) {
            drives.mount(mark, drive, !(standing instanceof DriveStanding.Unmarked));
            metadata.mark(root, mark);
            requeue.reopenForDrive(session.id(), session.order().sources(), drive);
        }
        return new DriveRoot(root, mark);
    }

    @Override
    public void close() {
        leases.close();
    }

    private static void refuse(Optional<String> reason) throws Outage {
        if (reason.isPresent()) {
            throw new Outage("the drive", reason.get());
        }
    }
}
