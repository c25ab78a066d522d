package crateworks.export.made;

import crateworks.export.drive.DriveRoot;
import crateworks.export.drive.DriveWriter;
import crateworks.music.mpc.PadOrder;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renditions;
import crateworks.pipeline.session.DriveShape;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Makes everything that a drive holds beside the files of the library. Each step looks at what lies
 * there and makes what is missing, so that it can be done again after a crash at any moment, and
 * makes nothing the second time.
 */
public final class DeviceFiles {
    private static final String MPC_ONLY = "mpc-one";

    /** A note of a pattern, and what a drive has once: kits, samples, covers. */
    private static final int NOTE_BYTES = 262;

    private static final int PACK_FILES_MAX = 2_000;
    private static final int ONCE_FILES = 1_000;
    private static final long ONCE_BYTES = 50_000_000;

    private final Renditions renditions;
    private final BlobStore blobs;
    private final DriveWriter writer;
    private volatile Optional<String> makes = Optional.empty();

    public DeviceFiles(Renditions renditions, BlobStore blobs, DriveWriter writer) {
        this.renditions = renditions;
        this.blobs = blobs;
        this.writer = writer;
    }

    /** Makes what {@code order} wants of a drive, of the files that lie there. */
    public void make(DriveRoot root, String drive, Order order)
            throws Outage, InterruptedException {
        DriveShape shape = order.wishes().shape();
        List<KitSound> own = List.of();
        if (shape.kitSamples().isPresent()) {
            own = KitSamples.read(Path.of(shape.kitSamples().get()));
        }
        try (var target = new Target(renditions, writer, blobs::hash, root, drive, this::say)) {
            make(target, new KitMaking(own, PadOrder.of(shape.drumNotes())), order);
        } finally {
            makes = Optional.empty();
        }
    }

    private void make(Target target, KitMaking kits, Order order)
            throws Outage, InterruptedException {
        DriveShape shape = order.wishes().shape();
        int packFilesMax = order.wishes().selection().packFilesMax().orElse(PACK_FILES_MAX);
        new PatternMaking(renditions, blobs, shape).make(target, packFilesMax);
        target.begin("progressions", 0);
        new ChordMaking(renditions, shape).make(target);
        target.begin("kits and packs", 0);
        if (shape.documents() && PatternMaking.drums(target)) {
            kits.make(target);
        }
        if (shape.packs()) {
            new PackMaking(kits).make(target);
        }
        if (!order.driveFormat().equals(MPC_ONLY)) {
            new SongMaking(renditions, blobs).make(target);
        }
    }

    /**
     * What is being made at the moment, and how much of it there is; may be asked by any thread.
     */
    public Optional<String> makes() {
        return makes;
    }

    private void say(String what) {
        makes = Optional.of(what);
    }

    /** Makes these damaged files again, and returns how many lie on the drive then. */
    public long again(DriveRoot root, String drive, Order order, List<String> damaged)
            throws Outage, InterruptedException {
        root.delete(damaged);
        renditions.forget(drive, damaged);
        make(root, drive, order);
        var lying = new HashSet<String>();
        for (Tree tree : Tree.values()) {
            renditions.made(drive, tree.word()).forEach(made -> lying.add(made.path()));
        }
        return damaged.stream().filter(lying::contains).count();
    }

    /** About what room will be taken by what is made of the session's files that are ready. */
    public DrivePlans.Room room(Session session, int blockBytes) throws Outage {
        DriveShape shape = session.order().wishes().shape();
        Renditions.Coming coming =
                renditions.coming(
                        session.id(),
                        session.order().drive().orElseThrow(),
                        PatternMaking.NOTES_MAX);
        if (coming.parts() == 0) {
            return new DrivePlans.Room(0, 0);
        }
        int trees = (shape.documents() ? 1 : 0) + (shape.packs() ? 1 : 0);
        long patterns = trees * Math.min(coming.parts(), shape.patternsMax());
        long noteBytes = NOTE_BYTES * (coming.notes() / coming.parts());
        return new DrivePlans.Room(
                patterns + ONCE_FILES, patterns * (noteBytes + blockBytes) + ONCE_BYTES);
    }
}
