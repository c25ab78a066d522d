package crateworks.export.drive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads files from the medium itself, so that what the system remembers of them cannot hide what
 * became of them; for one thread. Where the file system allows no direct reading, the system is
 * asked to forget the file first; where even that is not to be had, {@link #doubt} says so.
 */
final class PastCache {
    private static final int CHUNK_BYTES = 1 << 20;

    private static final Optional<OpenOption> DIRECT = direct();

    private final String type;
    private final int alignment;
    private final ByteBuffer chunk;
    private boolean direct = DIRECT.isPresent();
    private boolean forgets = NativeCalls.here().isPresent();

    private PastCache(String type, int alignment) {
        this.type = type;
        this.alignment = alignment;
        this.chunk =
                ByteBuffer.allocateDirect(CHUNK_BYTES + 2 * alignment)
                        .alignedSlice(alignment)
                        .slice(0, CHUNK_BYTES / alignment * alignment);
    }

    /** A reader of files on the file system of {@code root}. */
    static PastCache of(Path root) throws IOException {
        var store = Files.getFileStore(root);
        long block = Math.clamp(store.getBlockSize(), 512, CHUNK_BYTES);
        return new PastCache(
                store.type().toLowerCase(Locale.ROOT), (int) Long.highestOneBit(block));
    }

    /** The first {@code bytes} of a file that is at least so long. */
    byte[] read(Path file, int bytes) throws IOException {
        if (direct) {
            try {
                return read(file, bytes, true);
            } catch (UnsupportedOperationException | IOException refused) {
                byte[] content =
                        readForgotten(file, bytes); // the same failure again where it is one
                direct = false;
                return content;
            }
        }
        return readForgotten(file, bytes);
    }

    /** Why what was read may come from memory all the same; empty when it does not. */
    Optional<String> doubt() {
        if (!direct && !forgets) {
            return Optional.of(
                    "This system let nothing be read past its memory: unplug the drive and plug it in"
                            + " again before you verify it.");
        }
        return type.startsWith("fuse")
                ? Optional.of(
                        "The driver of this drive ("
                                + type
                                + ") may answer from its own memory: unplug the drive and plug it in"
                                + " again before you verify it.")
                : Optional.empty();
    }

    private byte[] readForgotten(Path file, int bytes) throws IOException {
        Optional<NativeCalls> calls = NativeCalls.here();
        if (forgets && calls.isPresent()) {
            try {
                calls.get().forget(file);
            } catch (IOException refused) {
                forgets = false;
            }
        }
        return read(file, bytes, false);
    }

    private byte[] read(Path file, int bytes, boolean directly) throws IOException {
        byte[] content = new byte[bytes];
        try (FileChannel channel =
                directly
                        ? FileChannel.open(file, StandardOpenOption.READ, DIRECT.orElseThrow())
                        : FileChannel.open(file, StandardOpenOption.READ)) {
            int filled = 0;
            while (filled < bytes) {
                chunk.clear();
                int wanted = Math.min(chunk.capacity(), bytes - filled);
                chunk.limit((wanted + alignment - 1) / alignment * alignment);
                if (channel.read(chunk, filled) < 0) {
                    throw new EOFException(file + " ends after " + filled + " bytes");
                }
                chunk.flip();
                int got = Math.min(chunk.remaining(), bytes - filled);
                chunk.get(content, filled, got);
                filled += got;
            }
        }
        return content;
    }

    /** The option for direct reading, by its name: it is in no standard. */
    private static Optional<OpenOption> direct() {
        try {
            Object[] options =
                    Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants();
            return Arrays.stream(options)
                    .filter(option -> option.toString().equals("DIRECT"))
                    .map(OpenOption.class::cast)
                    .findFirst();
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
    }
}
