package crateworks.export.drive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to plan and write one drive. A lease ends with its process; the file that stays after a
 * crash locks nobody out. Where the file system has no locks, everybody gets a lease.
 */
final class DriveLease implements AutoCloseable {
    static final String FILE = ".crateworks.lock";

    private final Path file;
    private final FileChannel channel;
    private final @Nullable FileLock lock; // a library's edge: null where there are no locks

    private DriveLease(Path file, FileChannel channel, @Nullable FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /** A lease of the drive at {@code root}, or empty while another has it. */
    static Optional<DriveLease> tryTake(Path root) throws IOException {
        Path file = root.resolve(FILE);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new DriveLease(file, channel, lock));
            }
        } catch (OverlappingFileLockException taken) {
            channel.close();
            return Optional.empty();
        } catch (IOException unsupported) {
            return Optional.of(new DriveLease(file, channel, null));
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        if (lock != null) {
            lock.release();
        }
        channel.close();
    }
}
