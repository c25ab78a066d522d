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

    private static final int HALF = ChordScores.CHORDS / 2;
    private static final int QUARTER = HALF / 2;

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
        float[] halves = new float[HALF];
        float[] quarters = new float[QUARTER];
        for (int beat = 0; beat < beats; beat++) {
            float change = most(before, halves, quarters) - CHANGE_COST;
            afterChange[beat] = change;
            float[] scoresOfBeat = scores.of(beat);
            for (int chord = 0; chord < chords; chord++) {
                now[chord] = Math.max(change, before[chord]) + scoresOfBeat[chord];
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

    // halves against each other as long as vectors fit: comparing one by one would mostly wait
    private static float most(float[] sums, float[] halves, float[] quarters) {
        for (int chord = 0; chord < HALF; chord++) {
            halves[chord] = Math.max(sums[chord], sums[chord + HALF]);
        }
        for (int chord = 0; chord < QUARTER; chord++) {
            quarters[chord] = Math.max(halves[chord], halves[chord + QUARTER]);
        }
        float even = quarters[0];
        float odd = quarters[1];
        for (int chord = 2; chord < QUARTER; chord += 2) {
            even = Math.max(even, quarters[chord]);
            odd = Math.max(odd, quarters[chord + 1]);
        }
        return Math.max(even, odd);
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
        float most = sums[row];
        for (int chord = 1; chord < ChordScores.CHORDS; chord++) {
            float sum = sums[row + chord];
            if (sum > most) {
                most = sum;
                best = chord;
            }
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
