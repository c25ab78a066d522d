package crateworks.ingest.archive;

import crateworks.ingest.archive.ArchiveFault.Code;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a tar on their way to a library: bounds what the library reads as headers, which it
 * holds in memory whatever their length, and notes of what kind the first header was.
 */
final class TarStream extends FilterInputStream {
    private static final int RECORD_BYTES = 512;
    private static final int KIND_OFFSET = 156;

    /** Headers of one member: its own, and long names and attributes before it. */
    private static final int HEADERS_BYTES_MAX = 1 << 20;

    private long offset;
    private long headersFrom;
    private boolean inHeaders;
    private char kind;
    private int seen;

    TarStream(InputStream in) {
        super(in);
    }

    /** What is read from here on are headers, after the filling of the last record. */
    void headersBegin() {
        inHeaders = true;
        headersFrom = (offset + RECORD_BYTES - 1) / RECORD_BYTES * RECORD_BYTES;
        kind = 0;
        seen = 0;
    }

    void headersEnd() {
        inHeaders = false;
    }

    /** Whether the names before the member's own header are in PAX, and so are UTF-8. */
    boolean isPax() {
        return kind == 'x';
    }

    /** Whether there was a record at all where headers were looked for. */
    boolean hadRecord() {
        return seen >= RECORD_BYTES;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int count = super.read(into, at, length);
        if (count <= 0) {
            return count;
        }
        if (inHeaders) {
            note(into, at, count);
        }
        offset += count;
        return count;
    }

    private void note(byte[] bytes, int at, int count) throws Refusal {
        for (int index = 0; index < count && seen < RECORD_BYTES; index++) {
            long inRecord = offset + index - headersFrom;
            if (inRecord == KIND_OFFSET) {
                kind = (char) (bytes[at + index] & 0xFF);
            }
            seen += inRecord >= 0 ? 1 : 0;
        }
        if (offset + count - headersFrom > HEADERS_BYTES_MAX) {
            throw new Refusal(Code.DAMAGED, "The header of a member is longer than any name.");
        }
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        offset += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
