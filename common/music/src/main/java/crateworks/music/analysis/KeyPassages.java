package crateworks.music.analysis;

import crateworks.music.analysis.KeyEstimate.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a file changes its key: a Viterbi path through windows of sixteen beats, on which a change
 * costs the same to anywhere, so that a borrowed chord is none.
 */
final class KeyPassages {
    private static final int WINDOW_BLOCKS = 4;
    private static final int BEATS_PER_STEP = WINDOW_BLOCKS / 2 * LocalKeys.BLOCK_BEATS;

    /** A window is no worse than this for a key, in logarithms of probability. */
    private static final float WORST = -5;

    /** What a change must win to be believed: about three windows that speak clearly. */
    private static final float CHANGE_COST = 9;

    /** A key that the whole file is in needs less in its passages. */
    private static final float MAIN_KEY = 0.5f;

    private KeyPassages() {}

    /**
     * The key that the file begins in and those it changes to, in the order of time; none where it
     * stays in one key.
     */
    static List<Change> of(LocalKeys keys, Chroma chroma, BeatGrid grid, Tonality main) {
        int windows = keys.windows(WINDOW_BLOCKS);
        int[] path = path(keys, windows, main.tonic() + (main.mode() == Mode.MINOR ? 12 : 0));
        List<Change> changes = new ArrayList<>();
        for (int window = 0; window < windows; window++) {
            boolean isChange = window == 0 || path[window] != path[window - 1];
            if (isChange && changes.size() < KeyEstimate.CHANGES_MAX) {
                // a change lies in the middle of the first window that is in the new key
                int beats = window == 0 ? 0 : window * BEATS_PER_STEP + BEATS_PER_STEP / 2;
                double tick = window == 0 ? 0 : grid.tickAt(chroma.firstBeat + (double) beats);
                int onTick = (int) Math.clamp(Math.rint(tick), 0, Integer.MAX_VALUE - 1.0);
                changes.add(new Change(onTick, KeyFinder.tonality(path[window])));
            }
        }
        return changes.size() == 1 ? List.of() : changes;
    }

    private static int[] path(LocalKeys keys, int windows, int main) {
        float[] sums = new float[KeyScores.KEYS];
        byte[] from = new byte[windows * KeyScores.KEYS];
        for (int window = 0; window < windows; window++) {
            float[] fits = keys.fits(WINDOW_BLOCKS, window);
            int best = best(sums);
            float change = sums[best] - CHANGE_COST;
            for (int key = 0; key < KeyScores.KEYS; key++) {
                boolean isChange = change > sums[key];
                from[window * KeyScores.KEYS + key] = (byte) (isChange ? best : key);
                sums[key] = (isChange ? change : sums[key]) + Math.max(WORST, fits[key]);
            }
            sums[main] += MAIN_KEY;
        }
        int[] path = new int[windows];
        int key = best(sums);
        for (int window = windows - 1; window >= 0; window--) {
            path[window] = key;
            key = from[window * KeyScores.KEYS + key];
        }
        return path;
    }

    private static int best(float[] sums) {
        int best = 0;
        for (int key = 1; key < sums.length; key++) {
            best = sums[key] > sums[best] ? key : best;
        }
        return best;
    }
}
