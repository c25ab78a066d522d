package crateworks.ingest.archive;

import com.github.junrar.Archive;
import com.github.junrar.ArchiveOptions;
import com.github.junrar.exception.RarException;
import com.github.junrar.rarfile.FileHeader;
import com.github.junrar.rarfile.HostSystem;
import com.github.junrar.rarfile.rar5.Rar5RedirType;
import crateworks.ingest.archive.ArchiveFault.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A RAR of version 1.5 to 7, one volume of it. */
final class RarContainer implements Container {
    /** Without an end mark, which is optional, nothing but filling may follow the last member. */
    private static final int END_BYTES_MAX = 64;

    private final RarChannel channel;
    private final Archive archive;
    private final List<FileHeader> headers;
    private final Spool.Scratch scratch;
    private final Budget budget;
    private final boolean solid;
    private int next;
    private boolean split;
    private Optional<Spool> spool = Optional.empty();

    RarContainer(SeekableByteChannel file, Spool.Scratch scratch, Budget budget)
            throws IOException {
        this.channel = new RarChannel(file);
        this.scratch = scratch;
        this.budget = budget;
        this.archive = open(channel, budget);
        channel.listed();
        this.headers = archive.getFileHeaders();
        this.solid = headers.stream().anyMatch(FileHeader::isSolid) || solidByMainHeader(archive);
        if (headers.isEmpty() && needsPassword(archive)) {
            throw new Refusal(Code.ENCRYPTED, "It needs a password.");
        }
        if (headers.isEmpty()) {
            throw new Refusal(Code.UNREADABLE_ARCHIVE, "No member of it can be listed.");
        }
    }

    private static Archive open(RarChannel channel, Budget budget) throws IOException {
        var options =
                ArchiveOptions.builder()
                        .maxDictionarySize(budget.limits().decoderBytesMax())
                        .build();
        try {
            return new Archive(channel, options);
        } catch (RarException e) {
            throw new IOException(e);
        }
    }

    private static boolean solidByMainHeader(Archive archive) {
        return archive.getMainHeader() != null && archive.getMainHeader().isSolid();
    }

    private static boolean needsPassword(Archive archive) {
        try {
            return archive.isEncrypted();
        } catch (RarException e) {
            return false; // it has no main header, so it cannot tell
        }
    }

    @Override
    public Optional<Entry> next() throws IOException {
        closeSpool();
        if (next == headers.size()) {
            return Optional.empty();
        }
        FileHeader header = headers.get(next++);
        Form form = form(header);
        split |= form == Form.SPLIT;
        return Optional.of(
                new Entry(
                        name(header),
                        form,
                        OptionalLong.of(Math.max(0, header.getFullUnpackSize())),
                        ZipEntries.micros(header.getLastModifiedTime())));
    }

    private static String name(FileHeader header) {
        boolean said = header.isUnicode() || header.isRar5Container();
        byte @Nullable [] raw = header.getFileNameByteArray();
        return said || raw == null ? NameText.clean(header.getFileName()) : NameText.of(raw);
    }

    private static Form form(FileHeader header) {
        if (header.isDirectory()) {
            return Form.FOLDER;
        }
        if (header.isEncrypted()) {
            return Form.ENCRYPTED;
        }
        if (header.isSplitBefore() || header.isSplitAfter()) {
            return Form.SPLIT;
        }
        boolean redirected =
                header.getRedirection() != null
                        && header.getRedirection().getType() != Rar5RedirType.NONE;
        if (redirected) {
            return Form.LINK;
        }
        boolean unix = header.getHostOS() == HostSystem.unix;
        return unix ? UnixModes.form(header.getFileAttr()) : Form.FILE;
    }

    @Override
    public InputStream content() throws IOException {
        FileHeader header = headers.get(next - 1);
        if (header.getFullUnpackSize() == 0) {
            return InputStream.nullInputStream();
        }
        var kept = new Spool(scratch);
        spool = Optional.of(kept);
        var sieve = new RarSieve(name(header), kept, budget, !solid);
        try {
            archive.extractFile(header, sieve);
        } catch (RarException e) {
            if (!sieve.stopped()) {
                throw new IOException(e);
            }
        }
        return Channels.newInputStream(kept.channel());
    }

    @Override
    public boolean endsAtDamage() {
        return false;
    }

    @Override
    public Optional<ArchiveFault> fault() {
        if (split) {
            String sentence = "It is one of several parts, and some members lie in two of them.";
            return Optional.of(new ArchiveFault(Code.MULTI_PART, sentence));
        }
        FileHeader last = headers.getLast();
        long left = channel.length() - last.getDataStartOffset(false) - last.getFullPackSize();
        if (left < 0) {
            return Optional.of(new ArchiveFault(Code.TRUNCATED, "It is cut off."));
        }
        boolean lastOfAll = archive.getHeaders().getLast() instanceof FileHeader;
        return lastOfAll && left > END_BYTES_MAX
                ? Optional.of(new ArchiveFault(Code.DAMAGED, "The list of its members breaks off."))
                : Optional.empty();
    }

    private void closeSpool() throws IOException {
        if (spool.isPresent()) {
            spool.get().close();
            spool = Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        closeSpool();
        archive.close();
    }
}
