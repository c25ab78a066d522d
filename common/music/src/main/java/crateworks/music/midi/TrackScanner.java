package crateworks.music.midi;

import java.util.Arrays;

/**
 * Reads the events of one track after the other into columns.
 *
 * <p>{@link #scanPlain} takes the events that nearly every file consists of, with all state in
 * local variables; whatever else comes is left to {@link #scanOne}, one event at a time, with every
 * read checked.
 */
final class TrackScanner {
    /** A delta time of two bytes and a message of three. */
    private static final int PLAIN_EVENT_BYTES_MAX = 5;

    private static final int SOUNDING = 16 * 128;
    private static final byte[] SILENCE = new byte[SOUNDING];

    /** The first status without a channel, as a signed byte. */
    private static final int SYSTEM = (byte) 0xF0;

    private static final int LAST_TICK = SmfReader.TICK_MAX - 1;

    private final byte[] bytes;
    private final ByteCursor cursor;
    private final EventColumns columns;
    private final Repairs repairs;

    /** The velocity of each channel's each pitch while it sounds, else 0. */
    private final byte[] sounding = new byte[SOUNDING];

    private int tick;
    private int runningStatus;

    /** The status that ran before a meta or exclusive event ended it; 0 where none did. */
    private int endedStatus;

    private boolean hasEnded;

    TrackScanner(byte[] bytes, ByteCursor cursor, EventColumns columns, Repairs repairs) {
        this.bytes = bytes;
        this.cursor = cursor;
        this.columns = columns;
        this.repairs = repairs;
    }

    /** Reads from the cursor to the end of the track or its limit, and leaves the cursor there. */
    void scan() {
        int trackOffset = cursor.offset();
        tick = 0;
        runningStatus = 0;
        endedStatus = 0;
        hasEnded = false;
        try {
            while (!hasEnded && cursor.left() > 0) {
                scanPlain();
                if (cursor.left() > 0) {
                    scanOne();
                }
            }
        } catch (Malformed cut) {
            if (cut.fault() != Fault.TRUNCATED_HEADER) {
                throw cut;
            }
            repairs.note(Departure.TRACK_CUT_SHORT, cut.offset());
            cursor.moveTo(cursor.limit(), cursor.limit());
        }
        noteLeftOpen(trackOffset);
    }

    /** Whether the track had its end-of-track event. */
    boolean hasEnded() {
        return hasEnded;
    }

    /** When the track ended. */
    int endTick() {
        return tick;
    }

    /** Reads channel messages until something else comes or there is little left. */
    private void scanPlain() {
        byte[] from = bytes;
        byte[] velocities = sounding;
        int[] ticks = columns.tick;
        int[] words = columns.word;
        int count = columns.count;
        int offset = cursor.offset();
        int lastStart = Math.min(cursor.limit(), from.length) - PLAIN_EVENT_BYTES_MAX;
        int status = runningStatus;
        int now = tick;
        while (offset <= lastStart && count < ticks.length) {
            int next = offset;
            int delta = from[next++];
            if (delta < 0) {
                int low = from[next++];
                if (low < 0) {
                    break;
                }
                delta = (delta & 0x7F) << 7 | low;
            }
            int first = from[next++];
            int message = status;
            if (first < 0) {
                if (first >= SYSTEM) {
                    break;
                }
                message = first & 0xFF;
                first = from[next++];
            } else if (message == 0) {
                break;
            }
            int second = (message & 0xE0) == 0xC0 ? 0 : from[next++];
            if ((first | second) < 0 || LAST_TICK - now < delta) {
                break;
            }
            now += delta;
            ticks[count] = now;
            words[count++] = message | first << 8 | second << 16;
            if (message < 0xA0) {
                velocities[(message & 0x0F) << 7 | first] = (byte) (message < 0x90 ? 0 : second);
            }
            status = message;
            offset = next;
        }
        columns.count = count;
        tick = now;
        runningStatus = status;
        cursor.moveTo(offset, cursor.limit());
    }

    /** Reads one event of whatever kind. */
    private void scanOne() {
        advance(cursor.variableLength());
        int start = cursor.offset();
        int status = cursor.peek();
        if (status < 0x80) {
            status = runOn(start);
            if (status == 0) {
                skipData();
                return;
            }
        } else {
            cursor.skip(1);
        }
        if (status < 0xF0) {
            channelMessage(status, start);
        } else if (status == EventTable.META) {
            meta(start);
        } else if (status == EventTable.EXCLUSIVE || status == EventTable.ESCAPE) {
            endRunning();
            int length = payloadLength(start);
            columns.addPayload(tick, status, 0, cursor.offset(), length);
            cursor.skip(length);
        } else {
            systemMessage(status, start);
        }
    }

    private void advance(int delta) {
        if (LAST_TICK - tick < delta) {
            repairs.note(Departure.TICKS_BEYOND_LIMIT, cursor.offset());
            tick = LAST_TICK;
            return;
        }
        tick += delta;
    }

    /** The status that a data byte without one belongs to, 0 where there has been none. */
    private int runOn(int start) {
        if (runningStatus == 0 && endedStatus != 0) {
            repairs.note(Departure.RUNNING_STATUS_ACROSS_META, start);
            runningStatus = endedStatus;
        }
        return runningStatus;
    }

    /** Goes to the delta time of the next status, which is taken to be the byte before it. */
    private void skipData() {
        int start = cursor.offset();
        repairs.note(Departure.RUNNING_STATUS_MISSING, start);
        while (cursor.left() > 0 && cursor.peek() < 0x80) {
            cursor.skip(1);
        }
        if (cursor.left() > 0) {
            cursor.moveTo(Math.max(start, cursor.offset() - 1), cursor.limit());
        }
    }

    private void channelMessage(int status, int start) {
        runningStatus = status;
        int data1 = data(start);
        int data2 = (status & 0xE0) == 0xC0 ? 0 : data(start);
        columns.add(tick, status, data1, data2, start);
        if (status < 0xA0) {
            sounding[(status & 0x0F) << 7 | data1] = (byte) (status < 0x90 ? 0 : data2);
        }
    }

    private int data(int start) {
        int value = cursor.unsignedByte();
        if (value > 0x7F) {
            repairs.note(Departure.DATA_BYTE_TOO_LARGE, start);
            return 0x7F;
        }
        return value;
    }

    private void endRunning() {
        if (runningStatus != 0) {
            endedStatus = runningStatus;
            runningStatus = 0;
        }
    }

    private void meta(int start) {
        endRunning();
        int type = cursor.unsignedByte();
        int length = payloadLength(start);
        if (type == MetaType.END_OF_TRACK) {
            hasEnded = true;
        } else {
            columns.addPayload(tick, EventTable.META, type, cursor.offset(), length);
        }
        cursor.skip(length);
    }

    private int payloadLength(int start) {
        int length = cursor.variableLength();
        if (length > cursor.left()) {
            repairs.note(Departure.EVENT_PAST_TRACK_END, start);
            return cursor.left();
        }
        return length;
    }

    /** System common messages have data bytes, real-time messages none (MIDI 1.0, status bytes). */
    private void systemMessage(int status, int start) {
        repairs.note(Departure.SYSTEM_MESSAGE_IN_FILE, start);
        endRunning();
        int dataBytes =
                switch (status) {
                    case 0xF1, 0xF3 -> 1;
                    case 0xF2 -> 2;
                    default -> 0;
                };
        for (int count = 0;
                count < dataBytes && cursor.left() > 0 && cursor.peek() < 0x80;
                count++) {
            cursor.skip(1);
        }
    }

    private void noteLeftOpen(int trackOffset) {
        if (Arrays.equals(sounding, SILENCE)) {
            return;
        }
        int open = 0;
        for (byte velocity : sounding) {
            open += velocity != 0 ? 1 : 0;
        }
        repairs.note(Departure.NOTE_LEFT_OPEN, trackOffset, open);
        Arrays.fill(sounding, (byte) 0);
    }
}
