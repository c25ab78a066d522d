package crateworks.export;

import crateworks.export.drive.DriveGate;
import crateworks.export.drive.DriveLeases;
import crateworks.export.drive.DriveMetadata;
import crateworks.export.drive.DriveStanding;
import crateworks.pipeline.lead.Drive;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Catalog;
import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Requeue;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The drive of a run: looked at, planned, and told at the end what lies on it. */
public final class ExportDrive implements Drive, AutoCloseable {
    private static final int FAILURES_MAX = 100_000;

    private final DrivePlans plans;
    private final Requeue requeue;
    private final Catalog catalog;
    private final DrivePlanner planner;
    private final DriveMetadata metadata;
    private final Path data;
    private final DriveLeases leases = new DriveLeases();

    /** {@code data} is the data directory, in which no drive may lie. */
    public ExportDrive(
            DrivePlans plans,
            Requeue requeue,
            Catalog catalog,
            DrivePlanner planner,
            DriveMetadata metadata,
            Path data) {
        this.plans = plans;
        this.requeue = requeue;
        this.catalog = catalog;
        this.planner = planner;
        this.metadata = metadata;
        this.data = data;
    }

    /** Why this order cannot be exported, in one sentence; empty when it can. */
    public static Optional<String> refusal(Order order, Path data) {
        List<Path> sources =
                order.sources().stream()
                        .filter(source -> !source.equals(Origin.INBOX))
                        .map(Path::of)
                        .toList();
        return order.drive().flatMap(drive -> DriveGate.refusal(Path.of(drive), sources, data));
    }

    @Override
    public void plan(Session session) throws Outage {
        String drive = session.order().drive().orElseThrow();
        Path root = Path.of(drive);
        refuse(refusal(session.order(), data));
        DriveGate.open(root);
        leases.take(root);
        switch (DriveStanding.of(root, drive, plans)) {
            case NEW, OURS -> {}
            case EMPTIED -> {
                plans.forget(drive);
                requeue.reopenForDrive(session.id(), session.order().sources(), drive);
            }
            case FOREIGN ->
                    throw new Outage(
                            "the drive",
                            "another library was written to "
                                    + drive
                                    + "; plug in the drive that belongs there, or choose another"
                                    + " folder");
        }
        if (!Files.exists(root.resolve(DriveMetadata.INDEX))) {
            metadata.write(root, drive, List.of());
        }
        refuse(DriveGate.shortage(root, planner.waiting(session.id(), drive)));
        planner.plan(session.id(), drive);
    }

    @Override
    public void finish(Session session) throws Outage {
        String drive = session.order().drive().orElseThrow();
        metadata.write(Path.of(drive), drive, catalog.failures(false, FAILURES_MAX));
        leases.release(Path.of(drive));
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
