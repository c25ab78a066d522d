package crateworks.music.midi;

import java.util.Arrays;

/**
 * Makes notes out of the events that begin and end them.
 *
 * <p>Each track by itself, in a flat table of channel and pitch. A note-off ends every note of its
 * channel and pitch that sounds and began at an earlier tick; so does a note-on. Notes that begin
 * together are twins, which sound until the same end. At the tick where notes have ended, as many
 * note-offs belong to these, whether they stand before or behind the note-ons of that tick; only
 * further ones end what began there. A note that nothing ends ends with its track; a note without
 * length gets one tick.
 *
 * <p>Whether an event begins a note, and whether one sounds that it ends, follows no pattern that a
 * processor could guess, so {@link #addTrack} does not branch on either: every event writes the row
 * of the next note, which stays only if it begins one, and ends a note, which is in a row that
 * nobody reads if none sounds. It branches on twins and on what begins and ends at one tick, which
 * are rare or all alike.
 */
final class NotePairing {
    private static final int KEYS = 16 * 128;

    private final EventTable events;
    private final NoteTable.Builder notes;

    /**
     * The row of the last note that sounds on each channel's each pitch, or else {@link #nowhere}.
     * While it sounds, the end of a twin is the complement of its older twin's row.
     */
    private final int[] sounding = new int[KEYS];

    /**
     * The tick where notes ended last, and how many note-offs are still to come there that belong
     * to them; behind these, what nobody reads.
     */
    private final long[] owed = new long[KEYS + 1];

    /** The last row, which stays no note and has no onset. */
    private final int nowhere;

    private NotePairing(EventTable events) {
        this.events = events;
        this.nowhere = noteOnCount(events) + 1; // the row before it takes what begins no note
        this.notes = new NoteTable.Builder(nowhere + 1);
        notes.keys[nowhere] = -1;
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
            keys[next] = NoteTable.Builder.key(tick, pitch, next);
            offTick[next] = tick + 1; // the earliest end
            onWord[next] = word;
            trackOf[next] = (char) track;
            int latest = sounding[key];
            if (keys[latest] >>> 32 == tick) {
                open -= atOnset(key, latest, tick, next, on);
            } else {
                int isSounding = (latest - nowhere) >>> 31;
                int twins = offTick[latest] < 0 ? endTwins(latest, tick) : 0;
                offTick[latest] = Math.max(tick, offTick[latest]);
                owed[key + ((KEYS - key) & (isSounding - 1))] = (long) tick << 32 | twins + on;
                sounding[key] = nowhere + ((next - nowhere) & -on);
                open += on - isSounding;
            }
            next += on;
        }
        if (next > notes.count) {
            Arrays.fill(owed, 0);
        }
        notes.count = next;
        if (open > 0) {
            endAll(events.endTick(track));
        }
    }

    /** Where notes began at the tick of an event; says how many keys it silences, 0 or 1. */
    private int atOnset(int key, int latest, int tick, int next, int on) {
        if (on != 0) {
            notes.offTick[next] = ~latest;
            sounding[key] = next;
            return 0;
        }
        if (owed[key] >>> 32 == tick && (int) owed[key] > 0) {
            owed[key]--;
            return 0;
        }
        endTwins(latest, tick);
        sounding[key] = nowhere;
        return 1;
    }

    /** Ends a note and its older twins, and says how many these are. */
    private int endTwins(int latest, int tick) {
        int[] offTick = notes.offTick;
        int end = Math.max(tick, (int) (notes.keys[latest] >>> 32) + 1);
        int twins = 0;
        int row = latest;
        while (offTick[row] < 0) {
            int older = ~offTick[row];
            offTick[row] = end;
            row = older;
            twins++;
        }
        offTick[row] = end;
        return twins;
    }

    private void endAll(int tick) {
        for (int key = 0; key < KEYS; key++) {
            int row = sounding[key];
            if (row != nowhere) {
                endTwins(row, tick);
                sounding[key] = nowhere;
            }
        }
    }
}
