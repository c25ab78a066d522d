package crateworks.music.midi;

import java.util.Arrays;

/**
 * Reads Standard MIDI Files of formats 0, 1 and 2, and puts up with what players put up with
 * (Standard MIDI Files 1.0; RIFF RMID; MacBinary).
 */
public final class SmfReader {
    /** The largest file that is read. */
    public static final int FILE_BYTES_MAX = 64 * 1024 * 1024;

    /** The most tracks that a header can state. */
    public static final int TRACKS_MAX = 0xFFFF;

    /** The most events of a file: black MIDI of five million notes has ten million. */
    public static final int EVENTS_MAX = 1 << 24;

    /** The last tick at which a note can end; events come before it. */
    public static final int TICK_MAX = Integer.MAX_VALUE;

    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int TRACKS_AT_FIRST = 32;

    private final byte[] bytes;
    private final Repairs repairs = new Repairs();
    private final ByteCursor cursor;
    private final EventColumns columns;
    private final TrackScanner scanner;
    private int trackCount;
    private boolean anyTrackEnded;
    private int[] firstRow = new int[TRACKS_AT_FIRST];
    private int[] endTick = new int[TRACKS_AT_FIRST];

    private SmfReader(byte[] bytes) {
        this.bytes = bytes;
        cursor = new ByteCursor(bytes, repairs);
        columns = new EventColumns(bytes.length);
        scanner = new TrackScanner(bytes, cursor, columns, repairs);
    }

    /** Reads a file. Its bytes are kept by reference and must not change afterwards. */
    public static Reading read(byte[] bytes) {
        if (bytes.length == 0) {
            return new Reading.Illegible(0, Fault.EMPTY_FILE);
        }
        if (bytes.length > FILE_BYTES_MAX) {
            return new Reading.Illegible(FILE_BYTES_MAX, Fault.TOO_LARGE);
        }
        try {
            return new SmfReader(bytes).read();
        } catch (Malformed fault) {
            return new Reading.Illegible(fault.offset(), fault.fault());
        }
    }

    private Reading read() {
        cursor.moveTo(Framing.headerOffset(bytes, repairs), bytes.length);
        Header header = Header.read(cursor, repairs);
        readChunks();
        if (trackCount == 0 || isSilent()) {
            return new Reading.Illegible(header.offset(), Fault.NO_TRACKS);
        }
        int format = header.format();
        if (trackCount != header.trackCount()) {
            repairs.note(Departure.TRACK_COUNT_WRONG, header.offset());
        }
        if (format == 0 && trackCount > 1) {
            repairs.note(Departure.FORMAT_ZERO_WITH_TRACKS, header.offset());
            format = 1;
        }
        var events =
                new EventTable(
                        bytes,
                        columns.tick,
                        columns.word,
                        Arrays.copyOf(firstRow, trackCount + 1),
                        Arrays.copyOf(endTick, trackCount),
                        columns.payloads());
        var conductor = Conductor.of(events, format, header.division(), repairs);
        return new Reading.Legible(
                new MidiFile(format, header.division(), events, conductor), repairs.all());
    }

    /**
     * No event, and no track that was properly ended either: nothing that anyone wrote as music.
     */
    private boolean isSilent() {
        return columns.count == 0 && !anyTrackEnded;
    }

    private void readChunks() {
        while (cursor.left() > 0) {
            int offset = cursor.offset();
            if (cursor.isNext(Framing.TRACK) && cursor.left() >= CHUNK_HEADER_BYTES) {
                readTrack();
            } else if (isChunk(offset) && !cursor.isNext(Framing.HEADER)) {
                repairs.note(Departure.UNKNOWN_CHUNK, offset);
                cursor.skip(4);
                cursor.skip((int) cursor.unsignedInt());
            } else if (cursor.isNext(Framing.HEADER) || !findTrack(offset)) {
                repairs.note(Departure.BYTES_AFTER_LAST_TRACK, offset);
                return;
            } else {
                repairs.note(Departure.BYTES_BETWEEN_CHUNKS, offset);
            }
        }
    }

    /**
     * Whether bytes look like a chunk: a name of four printable letters, and a length that fits.
     */
    private boolean isChunk(int offset) {
        if (bytes.length - offset < CHUNK_HEADER_BYTES) {
            return false;
        }
        for (int letter = offset; letter < offset + 4; letter++) {
            if (bytes[letter] < ' ' || bytes[letter] > '~') {
                return false;
            }
        }
        return lengthAt(offset) <= bytes.length - offset - CHUNK_HEADER_BYTES;
    }

    private long lengthAt(int chunkOffset) {
        long length = 0;
        for (int offset = chunkOffset + 4; offset < chunkOffset + 8; offset++) {
            length = length << 8 | (bytes[offset] & 0xFF);
        }
        return length;
    }

    private boolean findTrack(int from) {
        int found = nextTrack(from);
        cursor.moveTo(found, bytes.length);
        return found < bytes.length;
    }

    /** Where the name of a track chunk comes next, or else the end of the file. */
    private int nextTrack(int from) {
        for (int offset = from; offset <= bytes.length - CHUNK_HEADER_BYTES; offset++) {
            if (bytes[offset] == 'M'
                    && ByteCursor.isAt(bytes, offset, bytes.length, Framing.TRACK)) {
                return offset;
            }
        }
        return bytes.length;
    }

    private void readTrack() {
        int chunkOffset = cursor.offset();
        int body = chunkOffset + CHUNK_HEADER_BYTES;
        long stated = body + lengthAt(chunkOffset);
        int end = (int) Math.min(stated, bytes.length);
        if (stated > bytes.length) {
            repairs.note(Departure.TRACK_LENGTH_PAST_END, chunkOffset);
        }
        // A length that leads to no chunk is not believed: the track's own end or the next track
        // counts.
        boolean believed = stated == bytes.length || isTrackOrChunk(end);
        beginTrack(body);
        cursor.moveTo(body, believed ? end : nextTrack(body));
        scanner.scan();
        int reached = cursor.offset();
        endTick[trackCount] = scanner.endTick();
        trackCount++;
        firstRow[trackCount] = columns.count;
        cursor.moveTo(after(chunkOffset, reached, end), bytes.length);
    }

    private boolean isTrackOrChunk(int offset) {
        return (offset < bytes.length && isChunk(offset))
                || ByteCursor.isAt(bytes, offset, bytes.length, Framing.TRACK);
    }

    /**
     * Where to go on after a track that ends at {@code reached} and stated its end at {@code
     * stated}.
     */
    private int after(int chunkOffset, int reached, int stated) {
        if (!scanner.hasEnded()) {
            repairs.note(Departure.TRACK_END_MISSING, reached);
        } else {
            anyTrackEnded = true;
        }
        if (reached == stated) {
            return reached;
        }
        if (reached > stated || ByteCursor.isAt(bytes, reached, bytes.length, Framing.TRACK)) {
            repairs.note(Departure.TRACK_LENGTH_WRONG, chunkOffset);
            return reached;
        }
        repairs.note(Departure.EVENTS_AFTER_TRACK_END, reached);
        return stated == bytes.length || isTrackOrChunk(stated) ? stated : nextTrack(reached);
    }

    private void beginTrack(int offset) {
        if (trackCount == TRACKS_MAX) {
            throw new Malformed(offset, Fault.TOO_MANY_TRACKS);
        }
        if (trackCount + 1 == firstRow.length) {
            firstRow = Arrays.copyOf(firstRow, firstRow.length * 2);
            endTick = Arrays.copyOf(endTick, endTick.length * 2);
        }
    }
}
