package crateworks.export.drive;

import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes files to drives, many side by side: a disk makes several durable in the time of one. May
 * be shared by all workers.
 */
public final class DriveWriter implements AutoCloseable {
    /** How many files are written at a moment; more gain nothing on the disks measured. */
    public static final int AT_ONCE_DEFAULT = 32;

    private final ExecutorService threads;
    private final Disk disk;
    private final Folders folders;
    private final FileWriter files;

    /** {@code owner} is a word that no other writer to the drive has at the same time. */
    public DriveWriter(DriveLayout layout, int atOnceMax, String owner) {
        this(layout, atOnceMax, owner, Disk.REAL);
    }

    DriveWriter(DriveLayout layout, int atOnceMax, String owner, Disk disk) {
        var leftovers = new Leftovers(owner);
        this.disk = disk;
        this.folders = new Folders(disk, leftovers);
        this.files = new FileWriter(disk, leftovers, folders, layout);
        this.threads =
                Executors.newFixedThreadPool(
                        atOnceMax, Thread.ofPlatform().daemon().name("drive-", 0).factory());
    }

    /**
     * Writes all files below {@code root} and returns their paths, in their order. When this
     * returns they are on the medium; after an exception it may be called again with any of them.
     *
     * @throws Outage when the drive is gone, full or cannot be written to
     * @throws FileTrouble when the drive takes other files, but not one of these
     */
    public List<String> write(Path root, List<Delivery> deliveries)
            throws Outage, InterruptedException {
        requireMark(root);
        var landed =
                all(
                        deliveries.stream()
                                .<Callable<String>>map(each -> () -> deliver(root, each))
                                .toList());
        var touched = new LinkedHashSet<String>();
        landed.forEach(path -> touched.add(path.substring(0, path.lastIndexOf('/') + 1)));
        all(touched.stream().<Callable<Boolean>>map(each -> () -> settle(root, each)).toList());
        return landed;
    }

    @Override
    public void close() {
        threads.close();
    }

    private void requireMark(Path root) throws Outage {
        if (!Files.isRegularFile(root.resolve(DriveMetadata.INDEX))) {
            folders.doubt();
            throw new Outage(
                    DriveTrouble.DRIVE,
                    root + " is not the drive that was planned: it has no " + DriveMetadata.INDEX);
        }
    }

    private String deliver(Path root, Delivery file) throws Outage {
        try {
            return files.write(root, file);
        } catch (InvalidPathException failure) {
            throw new FileTrouble("NAME_REFUSED", "this system cannot write " + file.path());
        } catch (IOException failure) {
            folders.doubt();
            if (files.canWriteBeside(root, file.path(), file.content())) {
                throw new FileTrouble(
                        "NOT_WRITABLE", file.path() + " cannot be written: " + failure);
            }
            throw DriveTrouble.outage(root, file.content().length(), failure);
        }
    }

    private boolean settle(Path root, String folder) throws Outage {
        try {
            disk.settle(root.resolve(folder));
            return true;
        } catch (IOException failure) {
            folders.doubt();
            throw DriveTrouble.outage(root, 0, failure);
        }
    }

    /** Waits for all, so that nothing is written any more when one has failed. */
    private <T> List<T> all(List<Callable<T>> tasks) throws Outage, InterruptedException {
        var values = new ArrayList<T>(tasks.size());
        ExecutionException failed = null;
        for (Future<T> each : threads.invokeAll(tasks)) {
            try {
                values.add(each.get());
            } catch (ExecutionException failure) {
                failed = failed == null || isOutage(failure) ? failure : failed;
            }
        }
        if (failed == null) {
            return values;
        }
        switch (failed.getCause()) {
            case Outage outage -> throw outage;
            case RuntimeException trouble -> throw trouble;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(failed);
        }
    }

    private static boolean isOutage(ExecutionException failure) {
        return failure.getCause() instanceof Outage;
    }
}
