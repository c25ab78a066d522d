package crateworks.music.midi;

/** Where in the bytes of a file its MIDI header begins. */
final class Framing {
    static final int HEADER = chunkName("MThd");
    static final int TRACK = chunkName("MTrk");

    /**
     * Junk before the header is skipped up to this many bytes; behind that, it is another file's
     * content.
     */
    static final int JUNK_BYTES_MAX = 64 * 1024;

    private static final int RIFF = chunkName("RIFF");
    private static final int RMID = chunkName("RMID");
    private static final int SMF2 = chunkName("SMF2");
    private static final int ZIP = chunkName("PK\3\4");
    private static final int MAC_BINARY_BYTES = 128;
    private static final int MAC_NAME_BYTES_MAX = 63;

    private Framing() {}

    static int chunkName(String letters) {
        return letters.charAt(0) << 24
                | letters.charAt(1) << 16
                | letters.charAt(2) << 8
                | letters.charAt(3);
    }

    /** The offset of the header, in bytes from the start of the file; notes what is before it. */
    static int headerOffset(byte[] bytes, Repairs repairs) {
        if (isAt(bytes, 0, HEADER)) {
            return 0;
        }
        if (isAt(bytes, 0, SMF2)) {
            throw new Malformed(0, Fault.MIDI_2_CLIP);
        }
        if (isAt(bytes, 0, ZIP)) {
            throw new Malformed(0, Fault.NOT_A_MIDI_FILE);
        }
        int found = firstHeader(bytes);
        if (isAt(bytes, 0, RIFF) && isAt(bytes, 8, RMID)) {
            repairs.note(Departure.RIFF_WRAPPED, 0);
        } else if (found == MAC_BINARY_BYTES && isMacBinary(bytes)) {
            repairs.note(Departure.MAC_BINARY_PREFIX, 0);
        } else {
            repairs.note(Departure.JUNK_BEFORE_HEADER, 0);
        }
        return found;
    }

    private static int firstHeader(byte[] bytes) {
        int end = Math.min(bytes.length, JUNK_BYTES_MAX);
        for (int offset = 0; offset < end; offset++) {
            if (isAt(bytes, offset, HEADER)) {
                return offset;
            }
        }
        throw new Malformed(0, Fault.NOT_A_MIDI_FILE);
    }

    /** MacBinary: a zero, the name's length and the name, zeros at 74 and 82. */
    private static boolean isMacBinary(byte[] bytes) {
        return bytes[0] == 0
                && bytes[1] > 0
                && bytes[1] <= MAC_NAME_BYTES_MAX
                && bytes[74] == 0
                && bytes[82] == 0;
    }

    private static boolean isAt(byte[] bytes, int offset, int chunkName) {
        return ByteCursor.isAt(bytes, offset, bytes.length, chunkName);
    }
}
