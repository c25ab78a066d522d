package crateworks.export.drive;

import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What must be true of a folder before anything is written to it. */
public final class DriveGate {
    private static final int FILE_BYTES_LEAST = 4096;

    private DriveGate() {}

    /**
     * Why {@code drive} cannot be exported to, in one sentence; empty when it can. A drive that is
     * not there is made when its parent is: one missing folder is a new folder, more are a drive
     * that is not mounted.
     *
     * @param sources the folders that are read
     * @param data the data directory
     */
    public static Optional<String> refusal(Path drive, List<Path> sources, Path data) {
        Path root = drive.toAbsolutePath().normalize();
        Path parent = root.getParent();
        if (parent == null) {
            return Optional.of(root + " is the root of a file system of the computer");
        }
        if (!Files.exists(root) && !Files.isDirectory(parent)) {
            return Optional.of(parent + " is not there; is the drive mounted?");
        }
        if (Files.exists(root) && !Files.isDirectory(root)) {
            return Optional.of(root + " is not a folder");
        }
        Path written = Files.exists(root) ? root : parent;
        if (!Files.isWritable(written)) {
            return Optional.of(written + " cannot be written to");
        }
        return overlap(root, sources, data);
    }

    /** Makes the drive's folder if it is missing. */
    public static void open(Path drive) throws Outage {
        try {
            if (!Files.isDirectory(drive)) {
                Files.createDirectory(drive);
                Path parent = drive.toAbsolutePath().getParent();
                if (parent != null) {
                    Disk.REAL.settle(parent);
                }
            }
        } catch (IOException failure) {
            throw DriveTrouble.outage(drive, 0, failure);
        }
    }

    /**
     * Says that {@code files} more cannot fit, from what the smallest files would take: each takes
     * whole blocks. Empty when they may fit.
     */
    public static Optional<String> shortage(Path drive, long files) throws Outage {
        try {
            var store = Files.getFileStore(drive);
            long needed = files * Math.max(FILE_BYTES_LEAST, store.getBlockSize());
            long free = store.getUsableSpace();
            if (needed <= free) {
                return Optional.empty();
            }
            return Optional.of(
                    "%s needs at least %,d MB for %,d files and has %,d MB free"
                            .formatted(drive, needed / 1_000_000, files, free / 1_000_000));
        } catch (IOException failure) {
            throw DriveTrouble.outage(drive, 0, failure);
        }
    }

    private static Optional<String> overlap(Path root, List<Path> sources, Path data) {
        Path real = real(root);
        for (Path source : sources) {
            if (nested(real, real(source))) {
                return Optional.of(root + " and the source " + source + " lie in each other");
            }
        }
        return nested(real, real(data))
                ? Optional.of(root + " and the data directory " + data + " lie in each other")
                : Optional.empty();
    }

    private static boolean nested(Path one, Path other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /** Without links, as far as it is there. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException missing) {
            Path parent = absolute.getParent();
            Path name = absolute.getFileName();
            return parent == null || name == null ? absolute : real(parent).resolve(name);
        }
    }
}
