package crateworks.ingest.discover;

import crateworks.ingest.archive.ArchiveEnd;
import crateworks.ingest.archive.ArchiveReader;
import crateworks.ingest.archive.MemberSink;
import crateworks.ingest.source.ContentKind;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Mailbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** An entry of the mailbox, opened; it is read once, from its beginning to its end. */
final class InboxThing implements Thing {
    private static final int COPY_BYTES = 64 * 1024;

    private final Mailbox.Entry entry;
    private final InputStream rest;
    private final Path spool;
    private byte[] head = new byte[0];

    /** {@code spool} is the file that an archive is laid down in; it is gone afterwards. */
    InboxThing(Mailbox.Entry entry, InputStream content, Path spool) {
        this.entry = entry;
        this.rest = content;
        this.spool = spool;
    }

    @Override
    public Origin origin() {
        return new Origin(Origin.INBOX, entry.key(), "");
    }

    @Override
    public long size() {
        return entry.size();
    }

    @Override
    public long modified() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, entry.modified());
    }

    @Override
    public byte[] head() throws IOException {
        head = rest.readNBytes(ContentKind.HEAD_BYTES);
        return head.clone();
    }

    @Override
    public Optional<Bytes> content() throws IOException {
        byte[] all = whole().readNBytes(Math.toIntExact(entry.size() + 1));
        checkWhole(all.length);
        return Optional.of(Bytes.of(all));
    }

    @Override
    public ArchiveEnd members(ArchiveReader archives, MemberSink sink)
            throws IOException, InterruptedException {
        try {
            checkWhole(layDown());
            return archives.read(spool, entry.key(), sink);
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private InputStream whole() {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }

    private long layDown() throws IOException {
        long bytes = 0;
        try (OutputStream out = spooling(() -> Files.newOutputStream(spool))) {
            var buffer = new byte[COPY_BYTES];
            InputStream in = whole();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                int read = count;
                bytes +=
                        spooling(
                                () -> {
                                    out.write(buffer, 0, read);
                                    return read;
                                });
            }
        }
        return bytes;
    }

    private void checkWhole(long bytes) throws Changed {
        if (bytes != entry.size()) {
            throw new Changed();
        }
    }

    private static <T> T spooling(Spooling<T> step) throws NoScratch {
        try {
            return step.take();
        } catch (IOException e) {
            throw new NoScratch(e);
        }
    }

    private interface Spooling<T> {
        T take() throws IOException;
    }

    /** The content is not the one that was listed. */
    static final class Changed extends IOException {
        private static final long serialVersionUID = 1L;

        Changed() {
            super("it has another size than it was listed with");
        }
    }

    /** The disk for scratch files does not take it. */
    static final class NoScratch extends IOException {
        private static final long serialVersionUID = 1L;

        NoScratch(IOException cause) {
            super(cause);
        }
    }
}
