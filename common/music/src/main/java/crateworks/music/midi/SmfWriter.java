package crateworks.music.midi;

import crateworks.music.time.Division;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a Standard MIDI File, track after track, each in the order of its ticks.
 *
 * <p>The same calls always give the same bytes. Every event has its status; a pause that is longer
 * than a delta time can state is bridged by empty text events.
 */
public final class SmfWriter {
    private static final int HEADER_BYTES = 14;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int EVENT_BYTES_MAX = 16;

    private byte[] bytes;
    private int length;
    private int trackCount;
    private int trackOffset;
    private int tick;

    /** A writer of format 0 or 1; {@code bytesExpected} saves growing. */
    public SmfWriter(int format, Division division, int bytesExpected) {
        if (format < 0 || format > 1) {
            throw new IllegalArgumentException("format " + format);
        }
        bytes = new byte[HEADER_BYTES + Math.max(bytesExpected, EVENT_BYTES_MAX)];
        putInt(Framing.HEADER);
        putInt(HEADER_BYTES - CHUNK_HEADER_BYTES);
        putShort(format);
        putShort(0); // tracks, see toBytes
        putShort(division.headerWord());
    }

    public SmfWriter beginTrack() {
        require(trackOffset == 0, "a track is open");
        require(trackCount < (format() == 0 ? 1 : SmfReader.TRACKS_MAX), "too many tracks");
        makeRoom(CHUNK_HEADER_BYTES);
        putInt(Framing.TRACK);
        putInt(0); // length, see endTrack
        trackOffset = length;
        trackCount++;
        tick = 0;
        return this;
    }

    /**
     * Writes an event with a channel; {@code data2} is left out where its status has no second
     * byte.
     */
    public SmfWriter channelMessage(int atTick, int status, int data1, int data2) {
        require(status >= 0x80 && status < 0xF0, "no status with a channel");
        require(((data1 | data2) & ~0x7F) == 0, "a data byte is above 127");
        deltaTo(atTick);
        bytes[length++] = (byte) status;
        bytes[length++] = (byte) data1;
        if ((status & 0xE0) != 0xC0) {
            bytes[length++] = (byte) data2;
        }
        return this;
    }

    /** Writes a meta event with these bytes. */
    public SmfWriter meta(int atTick, int type, byte... payload) {
        require(
                type >= 0 && type < 0x80 && type != MetaType.END_OF_TRACK,
                "no type of a meta event");
        deltaTo(atTick);
        bytes[length++] = (byte) EventTable.META;
        bytes[length++] = (byte) type;
        putPayload(payload, 0, payload.length);
        return this;
    }

    /** Writes a meta event with text, as UTF-8. */
    public SmfWriter text(int atTick, int type, String text) {
        return meta(atTick, type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a tempo of 1 to 0xFFFFFF microseconds a quarter note. */
    public SmfWriter tempo(int atTick, int microsPerQuarter) {
        return meta(
                atTick,
                MetaType.TEMPO,
                (byte) (microsPerQuarter >> 16),
                (byte) (microsPerQuarter >> 8),
                (byte) microsPerQuarter);
    }

    /** Writes a time signature with the usual click, one for each note of the denominator. */
    public SmfWriter timeSignature(int atTick, int numerator, int denominator) {
        int power = Integer.numberOfTrailingZeros(denominator);
        int clocksPerClick = Math.max(1, 96 >> power);
        return meta(
                atTick,
                MetaType.TIME_SIGNATURE,
                (byte) numerator,
                (byte) power,
                (byte) clocksPerClick,
                (byte) 8);
    }

    /** Writes a key signature of -7 (flats) to 7 sharps. */
    public SmfWriter keySignature(int atTick, int sharps, boolean isMinor) {
        return meta(atTick, MetaType.KEY_SIGNATURE, (byte) sharps, (byte) (isMinor ? 1 : 0));
    }

    /** Writes an event as it is in another file, at the tick that it has there. */
    public SmfWriter copy(EventTable events, int row) {
        int word = events.word(row);
        int status = word & 0xFF;
        if (status < 0xF0) {
            return channelMessage(events.tick(row), status, word >>> 8 & 0x7F, word >>> 16);
        }
        deltaTo(events.tick(row));
        bytes[length++] = (byte) status;
        if (status == EventTable.META) {
            bytes[length++] = (byte) events.metaType(row);
        }
        putPayload(events.file(), events.payloadOffset(row), events.payloadLength(row));
        return this;
    }

    public SmfWriter endTrack(int atTick) {
        deltaTo(atTick);
        bytes[length++] = (byte) EventTable.META;
        bytes[length++] = MetaType.END_OF_TRACK;
        bytes[length++] = 0;
        int end = length;
        length = trackOffset - 4;
        putInt(end - trackOffset);
        length = end;
        trackOffset = 0;
        return this;
    }

    /** The file; all tracks are ended. */
    public MidiBytes toBytes() {
        require(trackOffset == 0, "a track is open");
        bytes[10] = (byte) (trackCount >> 8);
        bytes[11] = (byte) trackCount;
        return MidiBytes.ofFirst(bytes, length);
    }

    private int format() {
        return bytes[9];
    }

    /** Writes the delta time from the last event, and makes room for what is short of a payload. */
    private void deltaTo(int atTick) {
        require(trackOffset != 0, "no track is open");
        require(atTick >= tick, "ticks do not ascend");
        makeRoom(EVENT_BYTES_MAX);
        int delta = atTick - tick;
        while (delta > ByteCursor.QUANTITY_MAX) {
            putQuantity(ByteCursor.QUANTITY_MAX);
            bytes[length++] = (byte) EventTable.META;
            bytes[length++] = MetaType.TEXT;
            bytes[length++] = 0;
            delta -= ByteCursor.QUANTITY_MAX;
            makeRoom(EVENT_BYTES_MAX);
        }
        putQuantity(delta);
        tick = atTick;
    }

    private void putQuantity(int value) {
        if (value < 0x80) {
            bytes[length++] = (byte) value;
            return;
        }
        if (value >= 1 << 21) {
            bytes[length++] = (byte) (value >> 21 | 0x80);
        }
        if (value >= 1 << 14) {
            bytes[length++] = (byte) (value >> 14 | 0x80);
        }
        bytes[length++] = (byte) (value >> 7 | 0x80);
        bytes[length++] = (byte) (value & 0x7F);
    }

    private void putPayload(byte[] from, int offset, int count) {
        putQuantity(count);
        makeRoom(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    private void putInt(int value) {
        putShort(value >> 16);
        putShort(value);
    }

    private void putShort(int value) {
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void makeRoom(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, length + (length >> 1)));
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
