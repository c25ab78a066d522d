package crateworks.ingest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what a decoder puts out, also what is skipped, before anybody gets it. */
final class MeteredStream extends FilterInputStream {
    private static final int SKIP_BYTES = 64 * 1024;

    private final Budget budget;

    MeteredStream(InputStream decoded, Budget budget) {
        super(decoded);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            budget.expanded(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) {
            budget.expanded(count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        var buffer = new byte[(int) Math.min(SKIP_BYTES, Math.max(count, 0))];
        long skipped = 0;
        while (skipped < count) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
