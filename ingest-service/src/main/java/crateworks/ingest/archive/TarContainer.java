package crateworks.ingest.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import crateworks.ingest.archive.ArchiveFault.Code;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar, which is read from its first byte to its last. */
final class TarContainer implements Container {
    private static final int BLOCK_BYTES = 10_240;
    private static final int RECORD_BYTES = 512;

    private final TarStream source;
    private final TarArchiveInputStream tar;
    private final Budget budget;
    private boolean sparse;
    private boolean cut;

    TarContainer(InputStream source, Budget budget) {
        this.source = new TarStream(source);
        this.budget = budget;
        this.tar =
                new TarArchiveInputStream(
                        this.source, BLOCK_BYTES, RECORD_BYTES, ISO_8859_1.name(), false);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        finishMember();
        source.headersBegin();
        TarArchiveEntry entry = tar.getNextEntry();
        source.headersEnd();
        if (entry == null) {
            cut = !source.hadRecord();
            return Optional.empty();
        }
        if (!entry.isCheckSumOK()) {
            throw new Refusal(Code.DAMAGED, "The header of a member has a wrong checksum.");
        }
        sparse = entry.isSparse();
        return Optional.of(
                new Entry(
                        name(entry),
                        form(entry),
                        OptionalLong.of(entry.getRealSize()),
                        ZipEntries.micros(entry.getLastModifiedTime())));
    }

    /** Otherwise the library would skip the rest as part of reading the next headers. */
    private void finishMember() throws IOException {
        if (tar.getCurrentEntry() == null) {
            return;
        }
        InputStream rest = content();
        long count = rest.skip(Long.MAX_VALUE);
        while (count > 0) {
            count = rest.skip(Long.MAX_VALUE);
        }
    }

    /** ISO 8859-1 maps each byte to one character, so the bytes of the name can be had back. */
    private String name(TarArchiveEntry entry) {
        String name = entry.getName();
        return source.isPax() ? NameText.clean(name) : NameText.of(name.getBytes(ISO_8859_1));
    }

    private static Form form(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return Form.FOLDER;
        }
        if (entry.isSymbolicLink() || entry.isLink()) {
            return Form.LINK;
        }
        boolean device = entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO();
        return device ? Form.DEVICE : Form.FILE;
    }

    /** What is sparse expands here; other content was counted when it came out of a decoder. */
    @Override
    public InputStream content() {
        InputStream member = new Unclosed(tar);
        return sparse ? new MeteredStream(member, budget) : member;
    }

    @Override
    public boolean endsAtDamage() {
        return true;
    }

    @Override
    public Optional<ArchiveFault> fault() {
        return cut
                ? Optional.of(new ArchiveFault(Code.TRUNCATED, "It ends without its end mark."))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
