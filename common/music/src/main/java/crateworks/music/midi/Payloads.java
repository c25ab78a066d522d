package crateworks.music.midi;

import java.util.Arrays;

/** Where the payloads of meta and exclusive events are in a file, one row a payload. */
final class Payloads {
    private static final int ROWS_AT_FIRST = 64;

    private int count;
    private int[] row = new int[ROWS_AT_FIRST];
    private int[] offset = new int[ROWS_AT_FIRST];
    private int[] length = new int[ROWS_AT_FIRST];
    private byte[] type = new byte[ROWS_AT_FIRST];

    /** Adds one and returns its index. */
    int add(int eventRow, int payloadType, int payloadOffset, int payloadLength) {
        if (count == row.length) {
            grow();
        }
        row[count] = eventRow;
        type[count] = (byte) payloadType;
        offset[count] = payloadOffset;
        length[count] = payloadLength;
        return count++;
    }

    private void grow() {
        int rows = count + (count >> 1);
        row = Arrays.copyOf(row, rows);
        offset = Arrays.copyOf(offset, rows);
        length = Arrays.copyOf(length, rows);
        type = Arrays.copyOf(type, rows);
    }

    int count() {
        return count;
    }

    int row(int payload) {
        return row[payload];
    }

    int type(int payload) {
        return type[payload] & 0xFF;
    }

    int offset(int payload) {
        return offset[payload];
    }

    int length(int payload) {
        return length[payload];
    }
}
