package crateworks.music.mpc;

import crateworks.music.midi.MidiFile;
import crateworks.music.midi.NoteTable;
import java.util.Arrays;
import java.util.Optional;

/**
 * The notes of one track of a device, one row a note, ordered by onset and then by pitch; times are
 * in pulses, 960 a quarter note, from the beginning of a bar.
 *
 * <p>No pitch begins twice at a time, and none begins while it sounds: a device would end the first
 * of the two.
 */
public final class Pattern {
    /** A pattern ends before this pulse; 559,240 bars of 4/4. */
    public static final int PULSES_MAX = Integer.MAX_VALUE;

    private final int bars;
    private final int count;
    private final int[] onPulse;
    private final int[] lengthPulses;
    private final byte[] pitch;
    private final byte[] velocity;

    private Pattern(Builder notes, int bars) {
        this.bars = bars;
        this.count = notes.count;
        this.onPulse = notes.onPulse;
        this.lengthPulses = notes.lengthPulses;
        this.pitch = notes.pitch;
        this.velocity = notes.velocity;
    }

    /**
     * The pattern of all notes of a file. Silent bars before the first note are left out, as whole
     * bars only, so that pickups and off-beats stay where they are. Empty for a file without notes
     * and for one that is too long.
     */
    public static Optional<Pattern> of(MidiFile file) {
        return of(file, file.notes(), PadOrder.AS_WRITTEN);
    }

    /** The same with pitches moved to the pads of a drum kit. */
    public static Optional<Pattern> of(MidiFile file, PadOrder order) {
        return of(file, file.notes(), order);
    }

    private static Optional<Pattern> of(MidiFile file, NoteTable notes, PadOrder order) {
        if (notes.isEmpty()) {
            return Optional.empty();
        }
        var pulses = Pulses.of(file);
        var lines = new BarLines(file.meterMap(0), pulses);
        long begin = lines.lineBefore(pulses.at(notes.onTick(0)));
        long end = pulses.at(notes.lastOffTick());
        if (end - begin >= PULSES_MAX) {
            return Optional.empty();
        }
        var builder = new Builder(notes.count());
        for (int row = 0; row < notes.count(); row++) {
            long on = pulses.at(notes.onTick(row));
            long off = Math.max(on + 1, pulses.at(notes.offTick(row)));
            builder.add(
                    (int) (on - begin),
                    (int) (off - on),
                    order.moved(notes.pitch(row)),
                    notes.velocity(row));
        }
        return Optional.of(builder.build(lines.barsBetween(begin, end)));
    }

    /** How many bars it lasts, at least one. */
    public int bars() {
        return bars;
    }

    public int count() {
        return count;
    }

    public int onPulse(int row) {
        return onPulse[row];
    }

    /** How long the note sounds, at least one pulse. */
    public int lengthPulses(int row) {
        return lengthPulses[row];
    }

    /** The note, 0 to 127: a note and no pad. */
    public int pitch(int row) {
        return pitch[row];
    }

    /** How hard the note is struck, 1 to 127. */
    public int velocity(int row) {
        return velocity[row];
    }

    /** Gathers notes that come in the order of their onsets. */
    public static final class Builder {
        private static final int NONE = -1;

        private int count;
        private int[] onPulse;
        private int[] lengthPulses;
        private byte[] pitch;
        private byte[] velocity;

        /** The last row of each pitch. */
        private final int[] lastRow = new int[128];

        public Builder(int countExpected) {
            int rows = Math.max(1, countExpected);
            onPulse = new int[rows];
            lengthPulses = new int[rows];
            pitch = new byte[rows];
            velocity = new byte[rows];
            Arrays.fill(lastRow, NONE);
        }

        public Builder add(int on, int length, int notePitch, int noteVelocity) {
            if (on < 0 || length < 1 || (count > 0 && on < onPulse[count - 1])) {
                throw new IllegalArgumentException("pulse " + on + ", length " + length);
            }
            if (((notePitch | noteVelocity) & ~0x7F) != 0 || noteVelocity == 0) {
                throw new IllegalArgumentException(
                        "pitch " + notePitch + ", velocity " + noteVelocity);
            }
            int before = lastRow[notePitch];
            if (before != NONE && onPulse[before] == on) {
                louderOrLonger(before, length, noteVelocity);
                return this;
            }
            if (before != NONE) {
                lengthPulses[before] = Math.min(lengthPulses[before], on - onPulse[before]);
            }
            insert(on, length, notePitch, noteVelocity);
            return this;
        }

        private void louderOrLonger(int row, int length, int noteVelocity) {
            boolean isLonger = noteVelocity == velocity[row] && length > lengthPulses[row];
            if (noteVelocity > velocity[row] || isLonger) {
                velocity[row] = (byte) noteVelocity;
                lengthPulses[row] = length;
            }
        }

        /** Puts the note behind those of its onset that are lower. */
        private void insert(int on, int length, int notePitch, int noteVelocity) {
            if (count == onPulse.length) {
                grow();
            }
            int row = count;
            while (row > 0 && onPulse[row - 1] == on && pitch[row - 1] > notePitch) {
                onPulse[row] = onPulse[row - 1];
                lengthPulses[row] = lengthPulses[row - 1];
                pitch[row] = pitch[row - 1];
                velocity[row] = velocity[row - 1];
                lastRow[pitch[row]] = row;
                row--;
            }
            onPulse[row] = on;
            lengthPulses[row] = length;
            pitch[row] = (byte) notePitch;
            velocity[row] = (byte) noteVelocity;
            lastRow[notePitch] = row;
            count++;
        }

        private void grow() {
            int rows = count + (count >> 1) + 8;
            onPulse = Arrays.copyOf(onPulse, rows);
            lengthPulses = Arrays.copyOf(lengthPulses, rows);
            pitch = Arrays.copyOf(pitch, rows);
            velocity = Arrays.copyOf(velocity, rows);
        }

        /** The pattern, which lasts so many bars; nothing may be added afterwards. */
        public Pattern build(int bars) {
            if (count == 0 || bars < 1) {
                throw new IllegalStateException(count + " notes in " + bars + " bars");
            }
            return new Pattern(this, bars);
        }
    }
}
