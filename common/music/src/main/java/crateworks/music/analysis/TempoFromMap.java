package crateworks.music.analysis;

import crateworks.music.analysis.TempoEstimate.Change;
import crateworks.music.time.TempoMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One number for a whole tempo map: the tempo that half of the time is faster than. */
final class TempoFromMap {
    private TempoFromMap() {}

    /** The median of the tempi by the clock time they last, up to the end of the last note. */
    static double median(TempoMap map, int lastTick) {
        int rows = 1;
        while (rows < map.count() && map.fromTick(rows) < lastTick) {
            rows++;
        }
        long end = Math.max(map.microsAt(lastTick), map.fromMicros(rows - 1) + 1);
        // tempo in the upper bits, row in the lower: one sort without boxes
        long[] order = new long[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = (long) map.microsPerQuarter(row) << 32 | row;
        }
        Arrays.sort(order);
        long half = (end - map.fromMicros(0)) / 2;
        long passed = 0;
        int place = -1;
        while (place + 1 < rows && passed <= half) {
            place++;
            int row = (int) order[place];
            long until = row + 1 < rows ? map.fromMicros(row + 1) : end;
            passed += until - map.fromMicros(row);
        }
        return map.quartersPerMinute((int) order[Math.max(0, place)]);
    }

    /**
     * The changes after the first tempo, the earliest {@link TempoEstimate#CHANGES_MAX} of them.
     */
    static List<Change> changes(TempoMap map) {
        List<Change> changes = new ArrayList<>();
        for (int row = 1; row < map.count(); row++) {
            if (changes.size() == TempoEstimate.CHANGES_MAX) {
                break;
            }
            if (map.microsPerQuarter(row) != map.microsPerQuarter(row - 1)) {
                changes.add(new Change(map.fromTick(row), rounded(map.quartersPerMinute(row))));
            }
        }
        return changes;
    }

    /** Rounds away what the whole microseconds of a tempo event leave: 128, not 127.99998. */
    static double rounded(double bpm) {
        return Math.max(1e-3, Math.round(bpm * 1000) / 1000.0);
    }
}
