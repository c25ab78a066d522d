package crateworks.music.midi;

import java.util.Arrays;

/**
 * Makes notes out of the events that begin and end them.
 *
 * <p>Each track by itself, in a flat table of channel and pitch. A note-on ends a note that still
 * sounds; a note that nothing ends ends with its track; a note without length gets one tick.
 *
 * <p>Whether an event begins a note, and whether one sounds that it ends, follows no pattern that a
 * processor could guess, so {@link #addTrack} does not branch on either: every event writes the row
 * of the next note, which stays only if it begins one, and ends a note, which is in a row that
 * nobody reads if none sounds.
 */
final class NotePairing {
    private static final int KEYS = 16 * 128;

    private final EventTable events;
    private final NoteTable.Builder notes;

    /** The row of the note that sounds on each channel's each pitch, or else {@link #nowhere}. */
    private final int[] sounding = new int[KEYS];

    /** The last row, which stays no note. */
    private final int nowhere;

    private NotePairing(EventTable events) {
        this.events = events;
        this.nowhere = noteOnCount(events);
        this.notes = new NoteTable.Builder(nowhere + 1);
        Arrays.fill(sounding, nowhere);
    }

    static NoteTable notes(EventTable events) {
        var pairing = new NotePairing(events);
        for (int track = 0; track < events.trackCount(); track++) {
            int first = pairing.notes.count;
            pairing.addTrack(track);
            pairing.notes.orderNearby(first);
        }
        return pairing.notes.build();
    }

    private static int noteOnCount(EventTable events) {
        int count = 0;
        for (int row = 0; row < events.count(); row++) {
            int word = events.word(row);
            count += (word & 0xE0) == 0x80 ? isOn(word) : 0;
        }
        return count;
    }

    /** 1 if a note event begins a note, that is if it is a note-on with a velocity, else 0. */
    private static int isOn(int word) {
        return (word >>> 4) & (((word >>> 16) + 0x7F) >>> 7) & 1;
    }

    private void addTrack(int track) {
        long[] keys = notes.keys;
        int[] offTick = notes.offTick;
        int[] onWord = notes.word;
        char[] trackOf = notes.track;
        int next = notes.count;
        int open = 0;
        int endRow = events.endRow(track);
        for (int row = events.firstRow(track); row < endRow; row++) {
            int word = events.word(row);
            if ((word & 0xE0) != 0x80) {
                continue;
            }
            int tick = events.tick(row);
            int pitch = word >>> 8 & 0x7F;
            int key = ((word & 0x0F) << 7) | pitch;
            int on = isOn(word);
            int ended = sounding[key];
            offTick[ended] = Math.max(tick, offTick[ended]);
            open -= (ended - nowhere) >>> 31;
            keys[next] = NoteTable.Builder.key(tick, pitch, next);
            offTick[next] = tick + 1; // the earliest end
            onWord[next] = word;
            trackOf[next] = (char) track;
            sounding[key] = nowhere + ((next - nowhere) & -on);
            open += on;
            next += on;
        }
        notes.count = next;
        if (open > 0) {
            endAll(events.endTick(track));
        }
    }

    private void endAll(int tick) {
        int[] offTick = notes.offTick;
        for (int key = 0; key < KEYS; key++) {
            int row = sounding[key];
            offTick[row] = Math.max(tick, offTick[row]);
            sounding[key] = nowhere;
        }
    }
}
