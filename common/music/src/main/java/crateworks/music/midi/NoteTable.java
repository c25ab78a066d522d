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
            int word = notes.word[added];
            onTick[row] = (int) (key >>> 32);
            offTick[row] = notes.offTick[added];
            pitch[row] = (byte) (word >>> 8);
            velocity[row] = (byte) (word >>> 16);
            channel[row] = (byte) (word & 0x0F);
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

        int count;

        // Rows in the order in which they are added. A key is onset, pitch and number of the note:
        // it sorts without touching the other columns.
        long[] keys;
        int[] offTick;

        /** The events that begin the notes, as in {@link EventTable}. */
        int[] word;

        char[] track;

        public Builder(int countExpected) {
            int rows = Math.max(1, countExpected);
            keys = new long[rows];
            offTick = new int[rows];
            word = new int[rows];
            track = new char[rows];
        }

        public Builder add(
                int onTick, int noteOffTick, int pitch, int velocity, int channel, int noteTrack) {
            if (onTick < 0 || noteOffTick <= onTick) {
                throw new IllegalArgumentException("ticks " + onTick + " to " + noteOffTick);
            }
            if (((pitch | velocity) & ~0x7F) != 0
                    || (channel & ~0x0F) != 0
                    || noteTrack >>> 16 != 0) {
                throw new IllegalArgumentException(
                        "pitch %d, velocity %d, channel %d, track %d"
                                .formatted(pitch, velocity, channel, noteTrack));
            }
            if (count == keys.length) {
                grow();
            }
            keys[count] = key(onTick, pitch, count);
            offTick[count] = noteOffTick;
            word[count] = 0x90 | channel | pitch << 8 | velocity << 16;
            track[count++] = (char) noteTrack;
            return this;
        }

        static long key(int onTick, int pitch, int added) {
            return (long) onTick << 32 | (long) pitch << ADDED_BITS | added;
        }

        /**
         * Orders the keys from {@code first} on if they are nearly ordered, as those of a track
         * are, so that the final sort merges one run a track; others it leaves as they are.
         */
        void orderNearby(int first) {
            for (int position = first + 1; position < count; position++) {
                long key = keys[position];
                int place = position;
                int lowest = Math.max(first, position - STEPS_BACK_MAX);
                while (place > lowest && keys[place - 1] > key) {
                    keys[place] = keys[place - 1];
                    place--;
                }
                keys[place] = key;
            }
        }

        private void grow() {
            int rows = Math.min(ADDED_MASK, count + (count >> 1) + 8);
            if (rows == count) {
                throw new IllegalStateException("more than " + ADDED_MASK + " notes");
            }
            keys = Arrays.copyOf(keys, rows);
            offTick = Arrays.copyOf(offTick, rows);
            word = Arrays.copyOf(word, rows);
            track = Arrays.copyOf(track, rows);
        }

        public NoteTable build() {
            return new NoteTable(this);
        }
    }
}
