package crateworks.music.midi;

import java.util.Arrays;

/** The rows of an {@link EventTable} while they are read. */
final class EventColumns {
    /**
     * With running status a note takes a delta time and two data bytes, so a file seldom has more
     * events than a third of its bytes; it never has more than half of them, since the shortest
     * event is a delta time and one data byte.
     */
    private static final int BYTES_PER_EVENT = 3;

    private static final int BYTES_PER_EVENT_MIN = 2;

    /** Payloads take 13 bytes of memory for 3 of the file, so they have a limit of their own. */
    private static final int PAYLOADS_MAX = 1 << 22;

    private final int rowsMax;
    private final Payloads payloads = new Payloads();
    int count;
    int[] tick;
    int[] word;

    EventColumns(int fileBytes) {
        rowsMax = Math.min(SmfReader.EVENTS_MAX, fileBytes / BYTES_PER_EVENT_MIN + 1);
        tick = new int[Math.min(rowsMax, fileBytes / BYTES_PER_EVENT + 16)];
        word = new int[tick.length];
    }

    /** Makes room for one more row at least. */
    void ensureRoom(int offset) {
        if (count < tick.length) {
            return;
        }
        if (count >= rowsMax) {
            throw new Malformed(offset, Fault.TOO_MANY_EVENTS);
        }
        tick = Arrays.copyOf(tick, rowsMax);
        word = Arrays.copyOf(word, rowsMax);
    }

    void add(int atTick, int status, int data1, int data2, int offset) {
        ensureRoom(offset);
        tick[count] = atTick;
        word[count] = status | data1 << 8 | data2 << 16;
        count++;
    }

    void addPayload(int atTick, int status, int type, int offset, int length) {
        ensureRoom(offset);
        if (payloads.count() == PAYLOADS_MAX) {
            throw new Malformed(offset, Fault.TOO_MANY_EVENTS);
        }
        tick[count] = atTick;
        word[count] = status | payloads.add(count, type, offset, length) << 8;
        count++;
    }

    Payloads payloads() {
        return payloads;
    }
}
