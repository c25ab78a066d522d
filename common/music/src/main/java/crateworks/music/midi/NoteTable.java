package crateworks.music.midi;

import java.util.Arrays;

/**
 * The notes of a file, one row a note, ordered by onset, then pitch, then track, then place in the
 * file.
 *
 * <p>Columns are primitive arrays, 13 bytes a note: a file has up to millions of notes and every
 * analysis reads all of them. Invariant: {@code offTick(row) > onTick(row)}.
 */
public final class NoteTable {
    private final int[] onTick;
    private final int[] offTick;
    private final byte[] pitch;
    private final byte[] velocity;
    private final byte[] channel;
    private final char[] track;

    private NoteTable(Builder notes) {
        int count = notes.count;
        long[] keys = notes.keys;
        Arrays.sort(keys, 0, count);
        onTick = new int[count];
        offTick = new int[count];
        pitch = new byte[count];
        velocity = new byte[count];
        channel = new byte[count];
        track = new char[count];
        for (int row = 0; row < count; row++) {
            long key = keys[row];
            int added = (int) key & Builder.ADDED_MASK;
            onTick[row] = (int) (key >>> 32);
            pitch[row] = (byte) (key >>> Builder.ADDED_BITS & 0x7F);
            offTick[row] = notes.offTick[added];
            velocity[row] = notes.velocity[added];
            channel[row] = notes.channel[added];
            track[row] = notes.track[added];
        }
    }

    public int count() {
        return onTick.length;
    }

    public boolean isEmpty() {
        return onTick.length == 0;
    }

    public int onTick(int row) {
        return onTick[row];
    }

    public int offTick(int row) {
        return offTick[row];
    }

    public int lengthTicks(int row) {
        return offTick[row] - onTick[row];
    }

    /** The key number, 0 to 127; 60 is middle C. */
    public int pitch(int row) {
        return pitch[row];
    }

    /** How hard the note is struck, 1 to 127. */
    public int velocity(int row) {
        return velocity[row];
    }

    /** The channel, 0 to 15; 9 is the one that General MIDI gives to drums. */
    public int channel(int row) {
        return channel[row];
    }

    /** The track, from 0. */
    public int track(int row) {
        return track[row];
    }

    /** The last tick at which a note sounds, 0 where there is no note. */
    public int lastOffTick() {
        int last = 0;
        for (int tick : offTick) {
            last = Math.max(last, tick);
        }
        return last;
    }

    /** Gathers notes in any order. */
    public static final class Builder {
        /** Enough for every event of a file: {@link SmfReader#EVENTS_MAX} is 2^24. */
        static final int ADDED_BITS = 25;

        static final int ADDED_MASK = (1 << ADDED_BITS) - 1;

        /** Chords that are written from the top come within this of their place. */
        private static final int STEPS_BACK_MAX = 16;

        private int count;
        private int runStart;
        // onset, pitch, number of the note: sorts without touching the other columns
        private long[] keys;
        private int[] offTick;
        private byte[] velocity;
        private byte[] channel;
        private char[] track;

        public Builder(int countExpected) {
            int rows = Math.max(1, countExpected);
            keys = new long[rows];
            offTick = new int[rows];
            velocity = new byte[rows];
            channel = new byte[rows];
            track = new char[rows];
        }

        public Builder add(
                int onTick, int offTick, int pitch, int velocity, int channel, int track) {
            if (onTick < 0 || offTick <= onTick) {
                throw new IllegalArgumentException("ticks " + onTick + " to " + offTick);
            }
            if (((pitch | velocity) & ~0x7F) != 0 || (channel & ~0x0F) != 0 || track >>> 16 != 0) {
                throw new IllegalArgumentException(
                        "pitch "
                                + pitch
                                + ", velocity "
                                + velocity
                                + ", channel "
                                + channel
                                + ", track "
                                + track);
            }
            int added = open(onTick, pitch, velocity, channel, track);
            close(added, offTick);
            return this;
        }

        /** Adds a note whose end is not known yet, and returns its number. */
        int open(int onTick, int pitch, int noteVelocity, int noteChannel, int noteTrack) {
            if (count == keys.length) {
                grow();
            }
            int added = count++;
            if (added == 0 || track[added - 1] != noteTrack) {
                runStart = added;
            }
            insert((long) onTick << 32 | (long) pitch << ADDED_BITS | added, added);
            velocity[added] = (byte) noteVelocity;
            channel[added] = (byte) noteChannel;
            track[added] = (char) noteTrack;
            return added;
        }

        /** Ends a note. */
        void close(int added, int tick) {
            offTick[added] = tick;
        }

        /** Keeps what comes nearly ordered ordered, so that the final sort merges a run a track. */
        private void insert(long key, int position) {
            int place = position;
            int lowest = Math.max(runStart, position - STEPS_BACK_MAX);
            while (place > lowest && keys[place - 1] > key) {
                keys[place] = keys[place - 1];
                place--;
            }
            keys[place] = key;
        }

        private void grow() {
            int rows = Math.min(ADDED_MASK, count + (count >> 1) + 8);
            if (rows == count) {
                throw new IllegalStateException("more than " + ADDED_MASK + " notes");
            }
            keys = Arrays.copyOf(keys, rows);
            offTick = Arrays.copyOf(offTick, rows);
            velocity = Arrays.copyOf(velocity, rows);
            channel = Arrays.copyOf(channel, rows);
            track = Arrays.copyOf(track, rows);
        }

        public NoteTable build() {
            return new NoteTable(this);
        }
    }
}
