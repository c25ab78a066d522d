package crateworks.faults;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What is spoken on a connection, as far as one has to understand it to do harm on purpose. */
interface Tongue {
    /** Which way bytes go. */
    enum Way {
        TO_SERVER,
        FROM_SERVER
    }

    /** The next piece, whole where the protocol tells where it ends; empty at the end. */
    byte[] next(InputStream in, Way way) throws IOException;

    /** The step of a batch that a piece is. */
    Optional<Step> step(byte[] piece, Way way);

    private static byte[] whatIsThere(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        int count = in.read(buffer);
        return count < 0 ? new byte[0] : java.util.Arrays.copyOf(buffer, count);
    }

    /** Requests to the object store. */
    final class Store implements Tongue {
        private volatile boolean putting;

        @Override
        public byte[] next(InputStream in, Way way) throws IOException {
            return whatIsThere(in);
        }

        @Override
        public Optional<Step> step(byte[] piece, Way way) {
            if (way == Way.TO_SERVER) {
                boolean put = Pieces.startsWith(piece, "PUT /packs/");
                putting |= put;
                return put ? Optional.of(Step.BLOBS_SENT) : Optional.empty();
            }
            boolean stored = putting && Pieces.startsWith(piece, "HTTP/1.1 200");
            putting &= !stored;
            return stored ? Optional.of(Step.BLOBS_STORED) : Optional.empty();
        }
    }

    /** Answers of the database. */
    final class Database implements Tongue {
        private boolean written;

        @Override
        public byte[] next(InputStream in, Way way) throws IOException {
            return whatIsThere(in);
        }

        @Override
        public Optional<Step> step(byte[] piece, Way way) {
            if (way == Way.TO_SERVER) {
                return Optional.empty();
            }
            if (written && Pieces.contains(piece, "COMMIT\0")) {
                written = false;
                return Optional.of(Step.ROWS_COMMITTED);
            }
            if (Pieces.contains(piece, "INSERT 0 ") || Pieces.contains(piece, "UPDATE ")) {
                written = true;
                return Optional.of(Step.ROWS_SENT);
            }
            return Optional.empty();
        }
    }
}
