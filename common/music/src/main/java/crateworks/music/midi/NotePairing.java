package crateworks.music.midi;

import java.util.Arrays;

/**
 * Makes notes out of the events that begin and end them.
 *
 * <p>Each track by itself, in a flat table of channel and pitch. A note-on ends a note that still
 * sounds; a note that nothing ends ends with its track; a note without length gets one tick.
 */
final class NotePairing {
    private static final int KEYS = 16 * 128;
    private static final int SILENT = -1;

    private final EventTable events;
    private final NoteTable.Builder notes;

    /** The number of the note that sounds on each channel's each pitch. */
    private final int[] sounding = new int[KEYS];

    /** The onset of that note. */
    private final int[] onTick = new int[KEYS];

    private NotePairing(EventTable events) {
        this.events = events;
        this.notes = new NoteTable.Builder(noteOnCount(events));
        Arrays.fill(sounding, SILENT);
    }

    static NoteTable notes(EventTable events) {
        var pairing = new NotePairing(events);
        for (int track = 0; track < events.trackCount(); track++) {
            pairing.addTrack(track);
        }
        return pairing.notes.build();
    }

    private static int noteOnCount(EventTable events) {
        int count = 0;
        for (int row = 0; row < events.count(); row++) {
            count += EventTable.isNoteOnWord(events.word(row)) ? 1 : 0;
        }
        return count;
    }

    private void addTrack(int track) {
        int open = 0;
        int endRow = events.endRow(track);
        for (int row = events.firstRow(track); row < endRow; row++) {
            int word = events.word(row);
            if ((word & 0xE0) != 0x80) {
                continue;
            }
            int key = (word & 0x0F) << 7 | (word >>> 8 & 0x7F);
            int tick = events.tick(row);
            if (sounding[key] != SILENT) {
                end(key, tick);
                open--;
            }
            if (EventTable.isNoteOnWord(word)) {
                onTick[key] = tick;
                sounding[key] = notes.open(tick, key & 0x7F, word >>> 16, key >>> 7, track);
                open++;
            }
        }
        if (open > 0) {
            endAll(events.endTick(track));
        }
    }

    private void end(int key, int tick) {
        notes.close(sounding[key], Math.max(tick, onTick[key] + 1));
        sounding[key] = SILENT;
    }

    private void endAll(int tick) {
        for (int key = 0; key < KEYS; key++) {
            if (sounding[key] != SILENT) {
                end(key, tick);
            }
        }
    }
}
