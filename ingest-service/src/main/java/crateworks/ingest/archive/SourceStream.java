package crateworks.ingest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A source that can only be read forwards; counts what comes in, and remembers an outage. */
final class SourceStream extends FilterInputStream {
    private final Budget budget;

    SourceStream(InputStream source, Budget budget) {
        super(source);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        try {
            int octet = super.read();
            budget.source(octet < 0 ? 0 : 1);
            return octet;
        } catch (IOException e) {
            throw budget.outage(e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int count = super.read(into, offset, length);
            budget.source(Math.max(count, 0));
            return count;
        } catch (IOException e) {
            throw budget.outage(e);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        try {
            long skipped = super.skip(count);
            budget.source(skipped);
            return skipped;
        } catch (IOException e) {
            throw budget.outage(e);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
