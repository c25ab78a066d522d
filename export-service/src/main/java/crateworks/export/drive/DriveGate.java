package crateworks.export.drive;

import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What must be true of a folder before anything is written to it. */
public final class DriveGate {
    /** What the index, the log and the folders take for a file, roughly. */
    private static final int INDEXED_BYTES = 1_000;

    private static final List<String> MOUNT_FOLDERS =
            List.of("/media", "/run/media", "/mnt", "/Volumes");

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

    /** The size of the pieces in which files take room on {@code drive}. */
    public static int blockBytes(Path drive) throws Outage {
        try {
            return Math.clamp(Files.getFileStore(drive).getBlockSize(), 512, 1 << 25);
        } catch (IOException failure) {
            throw DriveTrouble.outage(drive, 0, failure);
        }
    }

    /**
     * Says how much room is needed and how much there is; empty when it is enough.
     *
     * @param files how many will be written
     * @param bytes what they take in whole blocks
     */
    public static Optional<String> shortage(Path drive, long files, long bytes) throws Outage {
        try {
            var store = Files.getFileStore(drive);
            long needed = bytes + files * INDEXED_BYTES;
            long free = store.getUsableSpace();
            if (needed <= free) {
                return Optional.empty();
            }
            return Optional.of(
                    "%s is too small: %s for %,d files are needed and %s are free"
                            .formatted(drive, megabytes(needed), files, megabytes(free)));
        } catch (IOException failure) {
            throw DriveTrouble.outage(drive, 0, failure);
        }
    }

    /**
     * Whether {@code root} is where systems mount drives, and lies on the system's own disk: then
     * no drive is mounted there.
     */
    static boolean isMountPointWithoutDrive(Path root) throws IOException {
        Path real = real(root);
        boolean isForDrives = MOUNT_FOLDERS.stream().map(Path::of).anyMatch(real::startsWith);
        Path system = real.getRoot();
        Path there = Files.exists(real) ? real : real.getParent();
        return isForDrives
                && system != null
                && there != null
                && Files.getFileStore(there).equals(Files.getFileStore(system));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
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
