package crateworks.music.midi;

import crateworks.music.time.Division;

/** What a header chunk says (Standard MIDI Files 1.0, header chunk). */
record Header(int offset, int format, int trackCount, Division division) {
    /** The bytes that every header has after its name and length. */
    private static final int BODY_BYTES = 6;

    private static final int FORMAT_MAX = 2;
    private static final int TICKS_PER_QUARTER_ASSUMED = 96;
    private static final int TICKS_PER_FRAME_ASSUMED = 40;

    /** Reads a header and leaves the cursor behind it. */
    static Header read(ByteCursor cursor, Repairs repairs) {
        int offset = cursor.offset();
        cursor.skip(4);
        long length = cursor.unsignedInt();
        int bodyOffset = cursor.offset();
        int format = cursor.unsignedShort();
        int trackCount = cursor.unsignedShort();
        int word = cursor.unsignedShort();
        if (format > FORMAT_MAX) {
            repairs.note(Departure.FORMAT_UNKNOWN, bodyOffset);
            format = 1;
        }
        Division division = division(word, bodyOffset + 4, repairs);
        if (length != BODY_BYTES) {
            repairs.note(Departure.HEADER_LENGTH_ODD, offset + 4);
            // a longer header is skipped where its length is plausible: a chunk's name has to
            // follow
            long more = length - BODY_BYTES;
            if (more > 0 && more <= cursor.left() && isTrackAfter(cursor, (int) more)) {
                cursor.skip((int) more);
            }
        }
        return new Header(offset, format, trackCount, division);
    }

    private static boolean isTrackAfter(ByteCursor cursor, int skipped) {
        int offset = cursor.offset();
        cursor.skip(skipped);
        boolean isTrack = cursor.isNext(Framing.TRACK);
        cursor.moveTo(offset, cursor.limit());
        return isTrack;
    }

    private static Division division(int word, int offset, Repairs repairs) {
        if (word < 0x8000) {
            if (word == 0) {
                repairs.note(Departure.DIVISION_ZERO, offset);
                return new Division.TicksPerQuarter(TICKS_PER_QUARTER_ASSUMED);
            }
            return new Division.TicksPerQuarter(word);
        }
        int framesPerSecond = 256 - (word >> 8);
        int ticksPerFrame = word & 0xFF;
        if (framesPerSecond != 24
                && framesPerSecond != 25
                && framesPerSecond != 29
                && framesPerSecond != 30) {
            repairs.note(Departure.FRAME_RATE_UNKNOWN, offset);
        }
        if (ticksPerFrame == 0) {
            repairs.note(Departure.DIVISION_ZERO, offset);
            ticksPerFrame = TICKS_PER_FRAME_ASSUMED;
        }
        return new Division.Smpte(framesPerSecond, ticksPerFrame);
    }
}
