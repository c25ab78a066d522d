package crateworks.ingest.archive;

import com.github.junrar.Archive;
import com.github.junrar.io.SeekableReadOnlyByteChannel;
import com.github.junrar.volume.Volume;
import com.github.junrar.volume.VolumeManager;
import crateworks.ingest.archive.ArchiveFault.Code;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only volume of a RAR, as its library wants it. While the list of members is read, which the
 * library holds in memory, it counts the seeks, of which each member takes at least one.
 */
final class RarChannel implements SeekableReadOnlyByteChannel, VolumeManager {
    /** The library looks through the whole list for each member: 100,000 take half a minute. */
    static final int MEMBERS_MAX = 100_000;

    private final SeekableByteChannel file;
    private final long length;
    private int seeks;
    private boolean listed;
    private Optional<Refusal> refusal = Optional.empty();

    RarChannel(SeekableByteChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
    }

    /** To be called when the list was read; the library swallows what is thrown before. */
    void listed() throws Refusal {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        listed = true;
    }

    long length() {
        return length;
    }

    @Override
    public long getPosition() throws IOException {
        return file.position();
    }

    @Override
    public void setPosition(long position) throws IOException {
        if (!listed && ++seeks > MEMBERS_MAX) {
            String sentence = "It has more than " + MEMBERS_MAX + " entries.";
            refusal = Optional.of(new Refusal(Code.TOO_MANY_ENTRIES, sentence));
        }
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        if (position < 0) {
            throw new EOFException("a header points before the archive");
        }
        file.position(position);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return file.read(ByteBuffer.wrap(into, offset, count));
    }

    @Override
    public int readFully(byte[] into, int count) throws IOException {
        int filled = 0;
        while (filled < count) {
            int read = read(into, filled, count - filled);
            if (read < 0) {
                throw new EOFException("the archive ends early");
            }
            filled += read;
        }
        return filled;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    @Override
    public @Nullable Volume nextVolume(Archive archive, @Nullable Volume last) {
        return last == null ? new OnlyVolume(archive) : null;
    }

    private final class OnlyVolume implements Volume {
        private final Archive archive;

        OnlyVolume(Archive archive) {
            this.archive = archive;
        }

        @Override
        public SeekableReadOnlyByteChannel getChannel() {
            return RarChannel.this;
        }

        @Override
        public long getLength() {
            return length;
        }

        @Override
        public Archive getArchive() {
            return archive;
        }
    }
}
