package crateworks.music.analysis;

import crateworks.music.midi.NoteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Eight bars each, cut from a file of twelve or more: what a loop out of it would sound like.
 *
 * <p>Up to four, spread over the file, each beginning on a fourth bar. Windows with fewer than a
 * dozen notes are left out.
 */
final class KeyWindows {
    private static final int BARS = 8;
    private static final int BARS_OF_FILE_MIN = 12;
    private static final int BARS_APART = 4;
    private static final int WINDOWS_MAX = 4;
    private static final int NOTES_MIN = 12;

    /** A 64th note: what is played no further ahead of the bar line belongs to the bar. */
    private static final double AHEAD_QUARTERS = 1 / 16.;

    /** A file that begins on the last quarter of a bar begins with a pickup to the next one. */
    private static final double PICKUP_BARS = 0.26;

    private KeyWindows() {}

    static List<KeyEvidence> of(Heard heard) {
        double quartersPerBar = Math.max(1, heard.meter().quartersPerBar());
        double firstQuarter = heard.grid().beatAt(heard.pitched().firstOnTick());
        double lastQuarter = heard.grid().beatAt(heard.pitched().lastOffTick());
        int firstBar = (int) Math.floor(firstQuarter / quartersPerBar + PICKUP_BARS);
        int bars = (int) Math.round(lastQuarter / quartersPerBar) - firstBar;
        List<KeyEvidence> windows = new ArrayList<>();
        for (int start : bars < BARS_OF_FILE_MIN ? new int[0] : starts(bars)) {
            double from = heard.grid().tickAt((firstBar + start) * quartersPerBar);
            double to = heard.grid().tickAt((firstBar + start + BARS) * quartersPerBar);
            Columns notes =
                    cut(heard.pitched(), from, to, AHEAD_QUARTERS * heard.grid().beatTicks());
            if (notes.count >= NOTES_MIN) {
                windows.add(heard.keyEvidence(notes));
            }
        }
        return windows;
    }

    private static int[] starts(int bars) {
        int last = (bars - BARS) / BARS_APART;
        int windows = Math.min(WINDOWS_MAX, last + 1);
        return IntStream.range(0, windows)
                .map(at -> BARS_APART * (int) Math.round((double) at * last / (windows - 1)))
                .distinct()
                .toArray();
    }

    private static Columns cut(Columns notes, double fromTick, double toTick, double aheadTicks) {
        NoteTable.Builder cut = new NoteTable.Builder(64);
        for (int row = 0; row < notes.count; row++) {
            int offTick = Math.min(notes.offTick[row], (int) Math.ceil(toTick));
            boolean isWithin =
                    notes.onTick[row] >= fromTick - aheadTicks
                            && notes.onTick[row] < toTick - aheadTicks;
            if (isWithin && offTick > notes.onTick[row]) {
                cut.add(notes.onTick[row], offTick, notes.pitch[row], notes.velocity[row], 0, 0);
            }
        }
        return Columns.of(cut.build(), Columns.ALL_CHANNELS, Integer.MAX_VALUE);
    }
}
