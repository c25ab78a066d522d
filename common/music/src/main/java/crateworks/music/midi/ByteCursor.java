package crateworks.music.midi;

/** A position in the bytes of one file; every read checks its bounds first. */
final class ByteCursor {
    /** The largest quantity: 28 bits (Standard MIDI Files 1.0, variable-length quantity). */
    static final int QUANTITY_MAX = 0x0FFFFFFF;

    private static final int QUANTITY_BYTES_MAX = 4;

    private final byte[] bytes;
    private final Repairs repairs;
    private int offset;
    private int limit;

    ByteCursor(byte[] bytes, Repairs repairs) {
        this.bytes = bytes;
        this.repairs = repairs;
        this.limit = bytes.length;
    }

    int offset() {
        return offset;
    }

    int limit() {
        return limit;
    }

    int left() {
        return limit - offset;
    }

    /** Goes to a place from which nothing at or after {@code newLimit} is read. */
    void moveTo(int newOffset, int newLimit) {
        offset = newOffset;
        limit = newLimit;
    }

    void skip(int count) {
        require(count);
        offset += count;
    }

    /** The next byte, which stays the next. */
    int peek() {
        require(1);
        return bytes[offset] & 0xFF;
    }

    int unsignedByte() {
        require(1);
        return bytes[offset++] & 0xFF;
    }

    int unsignedShort() {
        require(2);
        int value = (bytes[offset] & 0xFF) << 8 | (bytes[offset + 1] & 0xFF);
        offset += 2;
        return value;
    }

    long unsignedInt() {
        return (long) unsignedShort() << 16 | unsignedShort();
    }

    /**
     * Reads 7 bits a byte, most significant first. A quantity of more than four bytes is a
     * departure that is noted; what exceeds {@link #QUANTITY_MAX} becomes that.
     */
    int variableLength() {
        int start = offset;
        long value = 0;
        int count = 0;
        int octet;
        do {
            octet = unsignedByte();
            value = Math.min(value << 7 | (octet & 0x7F), (long) QUANTITY_MAX << 7);
            count++;
        } while (octet >= 0x80);
        if (count > QUANTITY_BYTES_MAX) {
            repairs.note(Departure.QUANTITY_TOO_LONG, start);
        }
        return (int) Math.min(value, QUANTITY_MAX);
    }

    /** Whether these four letters of a chunk's name come next. */
    boolean isNext(int chunkName) {
        return isAt(bytes, offset, limit, chunkName);
    }

    static boolean isAt(byte[] bytes, int offset, int limit, int chunkName) {
        return limit - offset >= 4
                && offset >= 0
                && bytes[offset] == (byte) (chunkName >> 24)
                && bytes[offset + 1] == (byte) (chunkName >> 16)
                && bytes[offset + 2] == (byte) (chunkName >> 8)
                && bytes[offset + 3] == (byte) chunkName;
    }

    private void require(int count) {
        if (count < 0 || count > limit - offset) {
            throw new Malformed(offset, Fault.TRUNCATED_HEADER); // a fault only in the header
        }
    }
}
