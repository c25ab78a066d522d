package crateworks.ingest.archive;

import crateworks.ingest.source.ContentKind;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Where a library that only pushes puts a member: the first bytes are kept, and the rest if they
 * show something that is wanted.
 */
final class RarSieve extends OutputStream {
    private final String name;
    private final Spool kept;
    private final Budget budget;
    private final boolean mayStop;
    private final byte[] head = new byte[ContentKind.HEAD_BYTES];
    private int seen;
    private long written;
    private boolean wanted = true;
    private boolean stopped;

    /**
     * @param mayStop whether the library can go on with the next member when this one is left in
     *     the middle
     */
    RarSieve(String name, Spool kept, Budget budget, boolean mayStop) {
        this.name = name;
        this.kept = kept;
        this.budget = budget;
        this.mayStop = mayStop;
    }

    /** Whether the writer was stopped because nobody wants more. */
    boolean stopped() {
        return stopped;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        budget.expanded(length);
        int toHead = Math.min(length, head.length - seen);
        System.arraycopy(from, offset, head, seen, toHead);
        seen += toHead;
        if (wanted) {
            kept.write(from, offset, length);
            written += length;
            wanted = seen < head.length || isWanted();
        }
        if (!wanted && mayStop) {
            stopped = true;
            throw new IOException("nobody wants more of this member");
        }
    }

    private boolean isWanted() {
        ContentKind kind = ContentKind.of(head, name);
        return kind.isArchive() || (kind.isMusic() && written <= budget.limits().memberBytesMax());
    }
}
