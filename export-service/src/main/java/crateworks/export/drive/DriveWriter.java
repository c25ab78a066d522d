package crateworks.export.drive;

import crateworks.export.drive.FileWriter.Prepared;
import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.port.Measures;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.FileTrouble;
import crateworks.pipeline.run.SideBySide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Writes files to drives, a batch at a time: all under temporary names, all made durable, then all
 * under their own names. May be shared by all workers. Why so: {@code
 * docs/rationale/trusted-copies.md}.
 */
public final class DriveWriter implements AutoCloseable {
    /** The code of a file that the drive's hardware failed on. */
    public static final String DEVICE_FAILED = "DEVICE_FAILED";

    /** How many files are written at a moment; more gain nothing on the disks measured. */
    public static final int AT_ONCE_DEFAULT = 32;

    private final Measures measures;
    private final SideBySide threads;
    private final Disk disk;
    private final Folders folders;
    private final FileWriter files;

    /** {@code owner} is a word that no other writer to the drive has at the same time. */
    public DriveWriter(DriveLayout layout, int atOnceMax, String owner) {
        this(layout, atOnceMax, owner, Disk.REAL, Measures.NONE);
    }

    /** The same, with {@code measures} told of what is written. */
    public DriveWriter(DriveLayout layout, int atOnceMax, String owner, Measures measures) {
        this(layout, atOnceMax, owner, Disk.REAL, measures);
    }

    DriveWriter(DriveLayout layout, int atOnceMax, String owner, Disk disk) {
        this(layout, atOnceMax, owner, disk, Measures.NONE);
    }

    private DriveWriter(
            DriveLayout layout, int atOnceMax, String owner, Disk disk, Measures measures) {
        this.measures = measures;
        var leftovers = new Leftovers(owner);
        this.disk = disk;
        this.folders = new Folders(disk, leftovers);
        this.files = new FileWriter(disk, leftovers, folders, layout);
        this.threads = new SideBySide("drive-", atOnceMax);
    }

    /**
     * Writes all files below {@code root} and returns their paths, in their order. When this
     * returns they are on the medium; after an exception it may be called again with any of them.
     *
     * @throws Outage when the drive is gone, another one, full or cannot be written to
     * @throws FileTrouble when the drive takes other files, but not one of these
     */
    public List<String> write(DriveRoot root, List<Delivery> deliveries)
            throws Outage, InterruptedException {
        try {
            root.require();
            List<String> landed = writeInOneGo(root, deliveries);
            root.require(); // else what was written may have gone to another drive
            measures.driveWritten(
                    landed.size(),
                    deliveries.stream().mapToLong(each -> each.content().length()).sum());
            return landed;
        } catch (Outage outage) {
            folders.doubt();
            throw outage;
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    /** One sync for all; where that is not to be had or fails, one for each. */
    private List<String> writeInOneGo(DriveRoot root, List<Delivery> deliveries)
            throws Outage, InterruptedException {
        boolean atOnce;
        try {
            atOnce = disk.syncs(root.folder());
        } catch (IOException failure) {
            throw DriveTrouble.outage(root.folder(), 0, failure);
        }
        if (!atOnce || deliveries.size() == 1) {
            return writeEach(root, deliveries);
        }
        var written = new ConcurrentLinkedQueue<Path>();
        try {
            List<Prepared> prepared = prepare(root, deliveries, false, written);
            disk.sync(root.folder());
            List<String> landed = land(root, deliveries, prepared);
            disk.sync(root.folder());
            return landed;
        } catch (Outage outage) {
            throw outage;
        } catch (IOException failure) {
            discard(written); // after a failed sync nobody knows what of them is on the medium
            folders.doubt();
            return writeEach(root, deliveries);
        } finally {
            discard(written);
        }
    }

    private List<String> writeEach(DriveRoot root, List<Delivery> deliveries)
            throws Outage, InterruptedException {
        var written = new ConcurrentLinkedQueue<Path>();
        try {
            List<String> landed = land(root, deliveries, prepare(root, deliveries, true, written));
            var touched = new LinkedHashSet<String>();
            landed.forEach(path -> touched.add(path.substring(0, path.lastIndexOf('/') + 1)));
            threads.all(
                    touched.stream()
                            .<Callable<Boolean>>map(folder -> () -> settle(root, folder))
                            .toList());
            return landed;
        } finally {
            discard(written);
        }
    }

    private List<Prepared> prepare(
            DriveRoot root, List<Delivery> deliveries, boolean safely, Queue<Path> written)
            throws Outage, InterruptedException {
        return threads.all(
                deliveries.stream()
                        .<Callable<Prepared>>map(each -> () -> prepare(root, each, safely, written))
                        .toList());
    }

    private Prepared prepare(DriveRoot root, Delivery file, boolean safely, Queue<Path> written)
            throws Outage {
        try {
            Prepared prepared = files.prepare(root, file, safely);
            if (prepared instanceof Prepared.Beside beside) {
                written.add(beside.temporary());
            }
            return prepared;
        } catch (InvalidPathException failure) {
            throw new FileTrouble("NAME_REFUSED", "this system cannot write " + file.path());
        } catch (IOException failure) {
            throw blame(root, file, failure);
        }
    }

    private List<String> land(DriveRoot root, List<Delivery> deliveries, List<Prepared> prepared)
            throws Outage {
        var landed = new ArrayList<String>(prepared.size());
        for (int at = 0; at < prepared.size(); at++) {
            switch (prepared.get(at)) {
                case Prepared.Lies(var path) -> landed.add(path);
                case Prepared.Beside beside -> {
                    try {
                        files.land(beside, deliveries.get(at).replaces());
                    } catch (IOException failure) {
                        throw blame(root, deliveries.get(at), failure);
                    }
                    landed.add(beside.path());
                }
            }
        }
        return landed;
    }

    /** Whether the one file is to blame, which is then thrown, or the whole drive. */
    private Outage blame(DriveRoot root, Delivery file, IOException failure) {
        folders.doubt();
        if (failure instanceof Outage outage) {
            return outage;
        }
        if (files.canWriteBeside(root, file.path(), file.content())) {
            boolean device = failure instanceof Disk.NotSynced;
            throw new FileTrouble(
                    device ? DEVICE_FAILED : "NOT_WRITABLE",
                    file.path() + " cannot be written: " + DriveTrouble.reason(failure));
        }
        return DriveTrouble.outage(root.folder(), file.content().length(), failure);
    }

    private boolean settle(DriveRoot root, String folder) throws Outage {
        try {
            disk.settle(root.folder().resolve(folder));
            return true;
        } catch (IOException failure) {
            throw DriveTrouble.outage(root.folder(), 0, failure);
        }
    }

    /** Deletes what still has a temporary name; a drive that is gone keeps it until the sweep. */
    private static void discard(Queue<Path> temporaries) {
        for (Path next = temporaries.poll(); next != null; next = temporaries.poll()) {
            try {
                Files.deleteIfExists(next);
            } catch (IOException gone) {
                // Whoever writes to this folder next sweeps it.
            }
        }
    }
}
