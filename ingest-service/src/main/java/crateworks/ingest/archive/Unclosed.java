package crateworks.ingest.archive;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A stream that whoever reads a member may close without closing the archive. */
final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
        super(in);
    }

    @Override
    public void close() {}
}
