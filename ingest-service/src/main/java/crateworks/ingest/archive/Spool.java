package crateworks.ingest.archive;

import crateworks.ingest.archive.ArchiveFault.Code;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A nested archive, laid down so that it can be read in any order: in memory, and from a size on in
 * a scratch file. The file has no name any more as soon as it is open, so that no crash leaves it.
 */
final class Spool extends OutputStream implements Closeable {
    private static final int FIRST_BYTES = 8 * 1024;
    private static final int COPY_BYTES = 64 * 1024;

    private final Scratch scratch;
    private byte[] memory = new byte[FIRST_BYTES];
    private int inMemory;
    private long inFile;
    private Optional<FileChannel> file = Optional.empty();

    /** What all spools of one outermost archive hold together. */
    static final class Scratch {
        private final Path folder;
        private final Budget budget;
        private long memoryBytes;
        private long fileBytes;

        Scratch(Path folder, Budget budget) {
            this.folder = folder;
            this.budget = budget;
        }
    }

    Spool(Scratch scratch) {
        this.scratch = scratch;
    }

    void fill(InputStream from) throws IOException {
        var buffer = new byte[COPY_BYTES];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            write(buffer, 0, count);
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        ArchiveLimits limits = scratch.budget.limits();
        if (file.isEmpty() && scratch.memoryBytes + length <= limits.spoolBytesMax()) {
            if (memory.length - inMemory < length) {
                int capacity = Math.max(inMemory + length, memory.length * 2);
                memory = Arrays.copyOf(memory, capacity);
            }
            System.arraycopy(from, offset, memory, inMemory, length);
            inMemory += length;
            scratch.memoryBytes += length;
            return;
        }
        if (file.isEmpty()) {
            file = Optional.of(open());
            toFile(file.get(), ByteBuffer.wrap(memory, 0, inMemory));
            forgetMemory();
        }
        toFile(file.get(), ByteBuffer.wrap(from, offset, length));
    }

    private void toFile(FileChannel channel, ByteBuffer bytes) throws IOException {
        long most = scratch.budget.limits().scratchBytesMax();
        if (scratch.fileBytes + bytes.remaining() > most) {
            String sentence = "Opening it takes more than " + most + " bytes of scratch space.";
            throw new Refusal(Code.SCRATCH_FULL, sentence);
        }
        scratch.fileBytes += bytes.remaining();
        inFile += bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw scratch.budget.outage(e);
        }
    }

    private FileChannel open() throws IOException {
        try {
            Files.createDirectories(scratch.folder);
            return FileChannel.open(
                    Files.createTempFile(scratch.folder, "nested", ".spool"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw scratch.budget.outage(e);
        }
    }

    /** All that was written, to be read; it is gone when this is closed. */
    SeekableByteChannel channel() {
        if (file.isPresent()) {
            return new SourceChannel(file.get(), scratch.budget);
        }
        memory = Arrays.copyOf(memory, inMemory);
        return new SeekableInMemoryByteChannel(memory);
    }

    private void forgetMemory() {
        scratch.memoryBytes -= inMemory;
        inMemory = 0;
        memory = new byte[0];
    }

    @Override
    public void close() throws IOException {
        forgetMemory();
        scratch.fileBytes -= inFile;
        inFile = 0;
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
