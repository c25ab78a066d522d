package crateworks.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import crateworks.ingest.archive.ArchiveFault.Code;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** A zip that has lost its central directory, read from its first byte on as far as it goes. */
final class ZipStreamContainer implements Container {
    private final ZipArchiveInputStream zip;
    private final Budget budget;
    private boolean inMember;

    ZipStreamContainer(InputStream source, Budget budget) {
        this.zip = new ZipArchiveInputStream(source, UTF_8.name(), true, false);
        this.budget = budget;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (inMember) {
            new MeteredStream(new Unclosed(zip), budget).skip(Long.MAX_VALUE);
        }
        ZipArchiveEntry entry = zip.getNextEntry();
        if (entry == null) {
            return Optional.empty();
        }
        inMember = zip.canReadEntryData(entry);
        Entry found = ZipEntries.entry(entry);
        boolean unreadable = found.form() == Form.FILE && !inMember;
        return Optional.of(
                unreadable
                        ? new Entry(
                                found.name(),
                                Form.UNSUPPORTED,
                                found.size(),
                                found.modifiedMicros())
                        : found);
    }

    @Override
    public InputStream content() {
        return new MeteredStream(new Unclosed(zip), budget);
    }

    @Override
    public boolean endsAtDamage() {
        return true;
    }

    @Override
    public Optional<ArchiveFault> fault() {
        return Optional.of(
                new ArchiveFault(Code.TRUNCATED, "It is cut off: its directory is missing."));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
