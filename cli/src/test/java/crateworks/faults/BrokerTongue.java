package crateworks.faults;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests to the broker and its answers, each a length and as many bytes. Answers name the address
 * of the broker, in whose place the address of the wire is put, or clients would pass it by.
 */
final class BrokerTongue implements Tongue {
    private static final byte[] HOST = "127.0.0.1".getBytes(StandardCharsets.US_ASCII);

    /** Ends a transaction (Kafka protocol, EndTxn). */
    private static final int END_TRANSACTION = 26;

    private static final int NONE = -1;
    private static final int PIECE_BYTES_MAX = 64 << 20;

    private final int realPort;
    private final int wirePort;
    private final AtomicInteger ending = new AtomicInteger(NONE);

    BrokerTongue(int realPort, int wirePort) {
        this.realPort = realPort;
        this.wirePort = wirePort;
    }

    @Override
    public byte[] next(InputStream in, Way way) throws IOException {
        try {
            int length = new DataInputStream(in).readInt();
            if (length < 0 || length > PIECE_BYTES_MAX) {
                throw new IOException("a piece of " + length + " bytes");
            }
            byte[] piece = new byte[Integer.BYTES + length];
            ByteBuffer.wrap(piece).putInt(length);
            if (in.readNBytes(piece, Integer.BYTES, length) < length) {
                return new byte[0];
            }
            return way == Way.FROM_SERVER ? redirected(piece) : piece;
        } catch (EOFException e) {
            return new byte[0];
        }
    }

    private byte[] redirected(byte[] piece) {
        ByteBuffer fields = ByteBuffer.wrap(piece);
        for (int at = Pieces.find(piece, HOST, 0);
                at + HOST.length + Integer.BYTES <= piece.length;
                at = Pieces.find(piece, HOST, at + 1)) {
            int port = at + HOST.length;
            if (fields.getInt(port) == realPort) {
                fields.putInt(port, wirePort);
            }
        }
        return piece;
    }

    @Override
    public Optional<Step> step(byte[] piece, Way way) {
        ByteBuffer fields = ByteBuffer.wrap(piece);
        if (way == Way.TO_SERVER) {
            if (piece.length < 12 || fields.getShort(4) != END_TRANSACTION) {
                return Optional.empty();
            }
            ending.set(fields.getInt(8));
            return Optional.of(Step.RECORDS_SENT);
        }
        boolean ended = piece.length >= 8 && ending.compareAndSet(fields.getInt(4), NONE);
        return ended ? Optional.of(Step.RECORDS_COMMITTED) : Optional.empty();
    }
}
