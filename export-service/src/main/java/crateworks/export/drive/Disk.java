package crateworks.export.drive;

import crateworks.pipeline.Bytes;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The two things a disk is asked for that a crash must not undo. */
interface Disk {
    Disk REAL = new Disk() {};

    /** Makes {@code file} with {@code content} and returns when both are on the medium. */
    default void save(Path file, Bytes content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content.array());
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
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
}
