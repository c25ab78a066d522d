package crateworks.ingest.archive;

import crateworks.ingest.source.ContentKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Hands out everything that is in an archive and in the archives in it, depth first and in their
 * own order.
 *
 * <p>An archive is hostile input: whatever is wrong with it becomes a value. An {@link IOException}
 * means that the disk failed, not the archive, so that it can be tried again; what was handed out
 * until then is handed out again in the same order. May be used by many threads at once.
 */
public final class ArchiveReader {
    private final ArchiveLimits limits;
    private final Path scratchFolder;

    /**
     * @param scratchFolder for nested archives that are too large for memory; made when needed, and
     *     left empty
     */
    public ArchiveReader(ArchiveLimits limits, Path scratchFolder) {
        this.limits = limits;
        this.scratchFolder = scratchFolder;
    }

    /**
     * Reads an archive that lies on disk.
     *
     * @param name what places begin with; its extension counts where the content tells nothing
     */
    public ArchiveEnd read(Path archive, String name, MemberSink sink)
            throws IOException, InterruptedException {
        var budget = new Budget(limits);
        try (var file =
                new SourceChannel(FileChannel.open(archive, StandardOpenOption.READ), budget)) {
            budget.source(file.size());
            InputStream head = Channels.newInputStream(file);
            ContentKind kind = ContentKind.of(head.readNBytes(ContentKind.HEAD_BYTES), name);
            file.position(0);
            return descent(budget, sink).read(kind, new Packed.InFile(file), name);
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        }
    }

    /** Reads an archive that comes as a stream, which stays open. */
    public ArchiveEnd read(InputStream archive, String name, MemberSink sink)
            throws IOException, InterruptedException {
        var budget = new Budget(limits);
        var source = new SourceStream(archive, budget);
        byte[] head = source.readNBytes(ContentKind.HEAD_BYTES);
        ContentKind kind = ContentKind.of(head, name);
        try {
            return descent(budget, sink).read(kind, Packed.InStream.of(head, source), name);
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        }
    }

    private Descent descent(Budget budget, MemberSink sink) {
        return new Descent(new Spool.Scratch(scratchFolder, budget), budget, sink);
    }

    private static InterruptedException interrupted(ClosedByInterruptException cause) {
        var interrupted = new InterruptedException("interrupted while an archive was read");
        interrupted.initCause(cause);
        return interrupted;
    }
}
