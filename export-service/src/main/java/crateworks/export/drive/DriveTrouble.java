package crateworks.export.drive;

import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says in one sentence what is wrong with a drive. */
final class DriveTrouble {
    static final String DRIVE = "the drive";

    private static final int FULL_BYTES = 1 << 20;

    private DriveTrouble() {}

    /** The outage behind {@code failure}; {@code bytesWanted} of the file that was written. */
    static Outage outage(Path root, long bytesWanted, IOException failure) {
        return new Outage(DRIVE, sentence(root, bytesWanted, failure), failure);
    }

    private static String sentence(Path root, long bytesWanted, IOException failure) {
        if (!Files.isDirectory(root)) {
            return root + " is gone; plug the drive in again";
        }
        if (!Files.isWritable(root)) {
            return root + " cannot be written to; is it mounted read-only?";
        }
        long free = freeBytes(root);
        if (free < bytesWanted + FULL_BYTES) {
            return root + " is full: " + free + " bytes are free";
        }
        return root + " cannot be written to: " + reason(failure);
    }

    private static long freeBytes(Path root) {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    /** What the system says of it. */
    static String reason(IOException failure) {
        if (failure instanceof FileSystemException at && at.getReason() != null) {
            return at.getReason() + " at " + at.getFile();
        }
        return failure.getClass().getSimpleName() + " " + failure.getMessage();
    }
}
