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
    static int[] of(float[] scores, Chroma chroma) {
        int chords = ChordScores.CHORDS;
        int beats = chroma.beatCount;
        boolean[] changed = new boolean[beats * chords];
        int[] bestBefore = new int[beats];
        float[] sums = new float[chords];
        for (int beat = 0; beat < beats; beat++) {
            int best = 0;
            for (int chord = 1; chord < chords; chord++) {
                best = sums[chord] > sums[best] ? chord : best;
            }
            bestBefore[beat] = best;
            float afterChange = sums[best] - CHANGE_COST;
            int row = beat * chords;
            for (int chord = 0; chord < chords; chord++) {
                changed[row + chord] = afterChange > sums[chord];
                sums[chord] = Math.max(afterChange, sums[chord]) + scores[row + chord];
            }
        }
        return back(sums, changed, bestBefore, chroma);
    }

    private static int[] back(float[] sums, boolean[] changed, int[] bestBefore, Chroma chroma) {
        int chord = 0;
        for (int other = 1; other < sums.length; other++) {
            chord = sums[other] > sums[chord] ? other : chord;
        }
        int[] path = new int[bestBefore.length];
        for (int beat = path.length - 1; beat >= 0; beat--) {
            path[beat] = chord;
            if (changed[beat * sums.length + chord]) {
                chord = bestBefore[beat];
            }
        }
        silence(path, chroma);
        return path;
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
