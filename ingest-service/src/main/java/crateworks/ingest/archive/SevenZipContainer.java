package crateworks.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** A 7z. The library bounds the memory of its decoders and of its list of members. */
final class SevenZipContainer implements Container {
    private static final int UNIX_EXTENSION = 0x8000;

    private final SevenZFile file;
    private final Budget budget;
    private long sizeToCome;

    SevenZipContainer(SeekableByteChannel channel, Budget budget) throws IOException {
        this.budget = budget;
        this.file =
                SevenZFile.builder()
                        .setSeekableByteChannel(channel)
                        .setMaxMemoryLimitKiB(Decoders.kibibytes(budget.limits()))
                        .get();
    }

    @Override
    public Optional<Entry> next() throws IOException {
        SevenZArchiveEntry entry = file.getNextEntry();
        if (entry == null) {
            return Optional.empty();
        }
        sizeToCome = entry.hasStream() ? entry.getSize() : 0;
        OptionalLong modified =
                entry.getHasLastModifiedDate()
                        ? ZipEntries.micros(entry.getLastModifiedTime())
                        : OptionalLong.empty();
        String name = entry.getName() == null ? "" : NameText.clean(entry.getName());
        return Optional.of(
                new Entry(name, form(entry), OptionalLong.of(entry.getSize()), modified));
    }

    private static Form form(SevenZArchiveEntry entry) {
        if (entry.isDirectory() || entry.isAntiItem()) {
            return Form.FOLDER;
        }
        int attributes = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() : 0;
        boolean unix = (attributes & UNIX_EXTENSION) != 0;
        return unix ? UnixModes.form(attributes >>> Short.SIZE) : Form.FILE;
    }

    /**
     * Members share decoders, and the library expands all of a member whether it is read or not, in
     * one go: so its size is counted before. The decoder puts out no more than that.
     */
    @Override
    public InputStream content() throws IOException {
        budget.expanded(sizeToCome);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return file.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return file.read(into, offset, length);
            }
        };
    }

    @Override
    public boolean endsAtDamage() {
        return false;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
