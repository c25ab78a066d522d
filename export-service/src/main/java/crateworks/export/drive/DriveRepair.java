package crateworks.export.drive;

import crateworks.export.drive.DriveVerifier.Finding;
import crateworks.export.drive.DriveVerifier.Sums;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.Catalog;
import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.DrivePlans.Original;
import crateworks.pipeline.port.KnownDrives;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Verifies a drive against the catalog and writes again what is torn, changed, missing or
 * unreadable; deletes nothing but temporary files of killed writers.
 */
public final class DriveRepair {
    private static final int BATCH = 500;

    private final DrivePlans plans;
    private final KnownDrives drives;
    private final BlobStore blobs;
    private final DriveWriter writer;
    private final DriveMetadata metadata;
    private final Remaking remaking;

    public DriveRepair(
            DrivePlans plans,
            KnownDrives drives,
            BlobStore blobs,
            DriveWriter writer,
            DriveMetadata metadata,
            Remaking remaking) {
        this.plans = plans;
        this.drives = drives;
        this.blobs = blobs;
        this.writer = writer;
        this.metadata = metadata;
        this.remaking = remaking;
    }

    /** What was found, and how many files lie there again. */
    public record Repaired(Sums found, long rewritten) {}

    /**
     * Repairs the drive at {@code root}, which carries a mark that the catalog knows.
     *
     * @param failures what the log on the drive tells
     */
    public Repaired repair(DriveRoot root, List<Catalog.Failure> failures, Consumer<Finding> sink)
            throws Outage, InterruptedException {
        String drive = root.folder().toString();
        try (var leases = new DriveLeases()) {
            leases.take(root.folder());
            drives.mount(root.mark(), drive, true);
            var damaged = new ArrayList<String>();
            var leftovers = new ArrayList<String>();
            Sums sums =
                    new DriveVerifier(blobs::hash)
                            .verify(
                                    root.folder(),
                                    Manifest.ofCatalog(plans, drive),
                                    finding -> {
                                        note(finding, damaged, leftovers);
                                        sink.accept(finding);
                                    });
            var made = new LinkedHashSet<>(damaged);
            for (int from = 0; from < damaged.size(); from += BATCH) {
                int end = Math.min(from + BATCH, damaged.size());
                made.removeAll(rewrite(root, damaged.subList(from, end)));
            }
            long rewritten = (long) damaged.size() - made.size();
            if (!made.isEmpty()) {
                rewritten += remaking.again(root, List.copyOf(made));
            }
            delete(root.folder(), leftovers);
            metadata.write(root, drive, failures);
            return new Repaired(sums, rewritten);
        }
    }

    private static void note(Finding finding, List<String> damaged, List<String> leftovers) {
        switch (finding) {
            case Finding.Torn _, Finding.Changed _, Finding.Missing _, Finding.Unreadable _ ->
                    damaged.add(finding.path());
            case Finding.Leftover _ -> leftovers.add(finding.path());
            case Finding.Foreign _ -> {}
        }
    }

    /** Writes the files of the library among {@code paths} again, and returns those. */
    private List<String> rewrite(DriveRoot root, List<String> paths)
            throws Outage, InterruptedException {
        List<Original> originals = plans.originals(root.folder().toString(), paths);
        List<Bytes> contents = blobs.read(originals.stream().map(Original::content).toList());
        var deliveries = new ArrayList<Delivery>(contents.size());
        for (int at = 0; at < contents.size(); at++) {
            Original original = originals.get(at);
            deliveries.add(
                    new Delivery(
                            original.path(), contents.get(at), original.content().hash(), true));
        }
        writer.write(root, deliveries);
        return originals.stream().map(Original::path).toList();
    }

    private static void delete(Path root, List<String> leftovers) throws Outage {
        try {
            for (String path : leftovers) {
                Files.deleteIfExists(root.resolve(path));
            }
        } catch (IOException failure) {
            throw DriveTrouble.outage(root, 0, failure);
        }
    }
}
