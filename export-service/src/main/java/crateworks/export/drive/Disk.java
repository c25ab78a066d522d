package crateworks.export.drive;

import crateworks.pipeline.Bytes;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a disk is asked for that a crash must not undo. */
interface Disk {
    Disk REAL = new Disk() {};

    /**
     * File systems on which one call makes everything durable. {@code fuseblk} is a driver outside
     * of the kernel on a device of its own, such as that of exFAT: it holds nothing back of a file
     * that was closed but what {@link #settle} makes it give, and the call does the rest.
     */
    Set<String> DURABLE_AT_ONCE =
            Set.of(
                    "ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "exfat", "vfat", "msdos",
                    "ntfs3", "fuseblk", "tmpfs");

    /** Makes {@code file} with {@code content}, which a crash may undo or tear. */
    default void write(Path file, Bytes content) throws IOException {
        try (FileChannel channel = create(file)) {
            writeAll(channel, content);
        }
    }

    /** Makes {@code file} with {@code content} and returns when both are on the medium. */
    default void save(Path file, Bytes content) throws IOException {
        try (FileChannel channel = create(file)) {
            writeAll(channel, content);
            force(channel);
        }
    }

    /** Whether {@link #sync} does what it says on the file system of {@code folder}. */
    default boolean syncs(Path folder) throws IOException {
        return NativeCalls.here().isPresent()
                && DURABLE_AT_ONCE.contains(
                        Files.getFileStore(folder).type().toLowerCase(Locale.ROOT));
    }

    /** Returns when everything that was written to the file system of {@code folder} is on it. */
    default void sync(Path folder) throws IOException {
        Optional<NativeCalls> calls = NativeCalls.here();
        if (calls.isEmpty()) {
            throw new UnsupportedOperationException("this system has no such call");
        }
        settle(folder); // a driver outside of the kernel gives what it holds back
        calls.get().syncFileSystemOf(folder);
        settle(folder); // FAT forgets to tell the device to empty its own memory
    }

    /** Returns when the names in {@code folder} are on the medium; Windows does so by itself. */
    default void settle(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The system took bytes, and then could not bring them to the medium. */
    final class NotSynced extends IOException {
        private static final long serialVersionUID = 1L;

        NotSynced(IOException failure) {
            super(failure.getMessage(), failure);
        }
    }

    private static void force(FileChannel channel) throws NotSynced {
        try {
            channel.force(true);
        } catch (IOException failure) {
            throw new NotSynced(failure);
        }
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void writeAll(FileChannel channel, Bytes content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content.array());
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }
}
