package crateworks.ingest.archive;

import crateworks.ingest.archive.ArchiveFault.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Enumeration;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip with its central directory, which decides over the local headers. */
final class ZipContainer implements Container {
    private final SeekableByteChannel zip;
    private final ZipDirectory directory;
    private final Budget budget;
    private int slice;
    private @Nullable ZipFile file;
    private @Nullable Enumeration<ZipArchiveEntry> entries;
    private @Nullable ZipArchiveEntry current;

    ZipContainer(SeekableByteChannel zip, ZipDirectory directory, Budget budget) {
        this.zip = zip;
        this.directory = directory;
        this.budget = budget;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        while (entries == null || !entries.hasMoreElements()) {
            if (slice + 1 >= directory.sliceStarts().size()) {
                return Optional.empty();
            }
            openSlice();
        }
        current = entries.nextElement();
        return Optional.of(ZipEntries.entry(current));
    }

    private void openSlice() throws IOException {
        close();
        file =
                ZipFile.builder()
                        .setSeekableByteChannel(ZipSlice.of(zip, directory, slice))
                        .setIgnoreLocalFileHeader(true)
                        .get();
        entries = file.getEntries();
        slice++;
    }

    @Override
    public InputStream content() throws IOException {
        if (file == null || current == null) {
            throw new IllegalStateException("no entry was asked for yet");
        }
        return new MeteredStream(ZipEntries.content(file, current, budget.limits()), budget);
    }

    @Override
    public boolean endsAtDamage() {
        return false;
    }

    @Override
    public Optional<ArchiveFault> fault() {
        return directory.whole()
                ? Optional.empty()
                : Optional.of(
                        new ArchiveFault(Code.DAMAGED, "Its directory breaks off before its end."));
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
