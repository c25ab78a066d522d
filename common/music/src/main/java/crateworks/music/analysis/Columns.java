package crateworks.music.analysis;

import crateworks.music.midi.NoteTable;

/**
 * Some notes of a file as plain columns, ordered by onset and then by pitch.
 *
 * <p>The fields are open to this package because every loop of the analysis runs over them.
 * Invariant: all columns have {@code count} rows.
 */
final class Columns {
    /** All sixteen channels, for {@link #of}. */
    static final int ALL_CHANNELS = 0xFFFF;

    static final Columns NONE = new Columns(0);

    final int count;
    final int[] onTick;
    final int[] offTick;
    final byte[] pitch;
    final byte[] velocity;

    private Columns(int count) {
        this.count = count;
        onTick = new int[count];
        offTick = new int[count];
        pitch = new byte[count];
        velocity = new byte[count];
    }

    /** The first {@code rowsMax} notes of each channel, of as many as stated, in one pass. */
    static Columns[] ofChannels(NoteTable notes, int[] notesOfChannel, int rowsMax) {
        Columns[] columns = new Columns[notesOfChannel.length];
        for (int channel = 0; channel < columns.length; channel++) {
            int rows = Math.min(notesOfChannel[channel], rowsMax);
            columns[channel] = rows == 0 ? NONE : new Columns(rows);
        }
        int[] filled = new int[columns.length];
        for (int from = 0; from < notes.count(); from++) {
            int channel = notes.channel(from);
            if (filled[channel] < columns[channel].count) {
                columns[channel].copy(filled[channel]++, notes, from);
            }
        }
        return columns;
    }

    private void copy(int row, NoteTable notes, int from) {
        onTick[row] = notes.onTick(from);
        offTick[row] = notes.offTick(from);
        pitch[row] = (byte) notes.pitch(from);
        velocity[row] = (byte) notes.velocity(from);
    }

    /** The first {@code rowsMax} notes on the channels whose bit is set. */
    static Columns of(NoteTable notes, int channelBits, int rowsMax) {
        int rows = 0;
        int scanned = 0;
        while (scanned < notes.count() && rows < rowsMax) {
            rows += channelBits >> notes.channel(scanned) & 1;
            scanned++;
        }
        Columns some = new Columns(rows);
        int row = 0;
        for (int from = 0; from < scanned; from++) {
            if ((channelBits >> notes.channel(from) & 1) != 0) {
                some.copy(row++, notes, from);
            }
        }
        return some;
    }

    /** The same notes some semitones lower, none below the lowest key or above the highest. */
    Columns lowered(int semitones) {
        Columns other = new Columns(count);
        for (int row = 0; row < count; row++) {
            other.onTick[row] = onTick[row];
            other.offTick[row] = offTick[row];
            other.velocity[row] = velocity[row];
            other.pitch[row] = (byte) Math.clamp(pitch[row] - semitones, 0, 127);
        }
        return other;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int firstOnTick() {
        return count == 0 ? 0 : onTick[0];
    }

    int lastOffTick() {
        int last = 0;
        for (int tick : offTick) {
            last = Math.max(last, tick);
        }
        return last;
    }
}
