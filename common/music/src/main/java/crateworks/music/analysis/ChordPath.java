package crateworks.music.analysis;

import java.util.Arrays;

/**
 * The likeliest sequence of chords: a Viterbi path on which a change costs the same to anywhere.
 *
 * <p>Because of that, the best way into a chord is from itself or from the best of all, so a beat
 * costs one pass over the chords.
 */
final class ChordPath {
    /** What a change must win to be believed, in logarithms of probability; best on the dev set. */
    private static final float CHANGE_COST = 1.2f;

    private static final int REST_BEATS_MAX = 3;

    /** In {@link #of}: nothing sounds in this beat. */
    static final int SILENT = -1;

    private ChordPath() {}

    /** The chord of each beat, or {@link #SILENT}. */
    static int[] of(ChordScores scores, Chroma chroma) {
        int chords = ChordScores.CHORDS;
        int beats = chroma.beatCount;
        // what the likeliest way to each chord adds up to, one row a beat
        float[] sums = new float[beats * chords];
        float[] afterChange = new float[beats];
        float[] before = new float[chords];
        float[] now = new float[chords];
        for (int beat = 0; beat < beats; beat++) {
            float change = most(before) - CHANGE_COST;
            afterChange[beat] = change;
            scores.fill(now, beat);
            for (int chord = 0; chord < chords; chord++) {
                now[chord] += Math.max(change, before[chord]);
            }
            System.arraycopy(now, 0, sums, beat * chords, chords);
            float[] free = before;
            before = now;
            now = free;
        }
        int[] path = back(sums, afterChange);
        silence(path, chroma);
        return path;
    }

    // four at once, since each comparison waits for the one before it
    private static float most(float[] sums) {
        float first = sums[0];
        float second = sums[1];
        float third = sums[2];
        float fourth = sums[3];
        for (int chord = 4; chord < ChordScores.CHORDS; chord += 4) {
            first = sums[chord] > first ? sums[chord] : first;
            second = sums[chord + 1] > second ? sums[chord + 1] : second;
            third = sums[chord + 2] > third ? sums[chord + 2] : third;
            fourth = sums[chord + 3] > fourth ? sums[chord + 3] : fourth;
        }
        return Math.max(Math.max(first, second), Math.max(third, fourth));
    }

    private static int[] back(float[] sums, float[] afterChange) {
        int chords = ChordScores.CHORDS;
        int[] path = new int[afterChange.length];
        int chord = path.length == 0 ? 0 : best(sums, (path.length - 1) * chords);
        for (int beat = path.length - 1; beat > 0; beat--) {
            path[beat] = chord;
            int rowBefore = (beat - 1) * chords;
            if (afterChange[beat] > sums[rowBefore + chord]) {
                chord = best(sums, rowBefore);
            }
        }
        if (path.length > 0) {
            path[0] = chord;
        }
        return path;
    }

    private static int best(float[] sums, int row) {
        int best = 0;
        for (int chord = 1; chord < ChordScores.CHORDS; chord++) {
            best = sums[row + chord] > sums[row + best] ? chord : best;
        }
        return best;
    }

    /** A chord is struck and heard on through a short rest, but not through a long one. */
    private static void silence(int[] path, Chroma chroma) {
        int from = 0;
        while (from < path.length) {
            int to = from;
            while (to < path.length && chroma.isSilent(to)) {
                to++;
            }
            if (to - from > REST_BEATS_MAX) {
                Arrays.fill(path, from, to, SILENT);
            }
            from = to + 1;
        }
    }
}
