package crateworks.music.analysis;

import java.util.Arrays;

/**
 * The beats of a file that was played freely, once it is known about how long they are: the way
 * from onset to onset that is likeliest on beats and whose beats change their length least.
 *
 * <p>A beat without an onset lies between its neighbours. After a silence longer than that counting
 * begins anew.
 */
final class FreeBeats {
    /** How far from the expected length a beat may be, as a logarithm, and in what steps. */
    private static final double WITHIN = 0.3;

    private static final double STEP = 0.03;
    private static final int LENGTHS = (int) Math.round(2 * WITHIN / STEP);

    /** At most this many beats from onset to onset; what each one without an onset costs. */
    private static final int BEATS_MAX = 3;

    private static final float EMPTY_COST = 0.75f;

    /** For being a beat at all, and for a silence. */
    private static final float BONUS = 0.5f;

    private static final float SILENCE_COST = 3;

    /** What a change of length costs: for each step, and for its square. */
    private static final float STEP_COST = 0.1f;

    private static final float SQUARE_COST = 0.01f;

    /** The first beat comes this early, the last this late. */
    private static final float EDGE_SECONDS = 6;

    private static final float NEVER = -1e9f;

    private final float[] seconds;
    private final double shortest;
    private final double longest;

    /** By onset and length: the best sum when the beat that ends there is so long. */
    private final float[] sums;

    /** The same when the next is so long, and how long the one before was. */
    private final float[] onwards;

    private final byte[] before;

    /** The onset before, or -1; how many beats passed; what length led there. */
    private final int[] from;

    private final byte[] beats;
    private final byte[] lengthBefore;

    private FreeBeats(float[] seconds, int count, double aboutSeconds) {
        this.seconds = seconds;
        shortest = aboutSeconds * Math.exp(-WITHIN);
        longest = aboutSeconds * Math.exp(WITHIN);
        sums = new float[count * LENGTHS];
        onwards = new float[count * LENGTHS];
        before = new byte[count * LENGTHS];
        from = new int[count * LENGTHS];
        beats = new byte[count * LENGTHS];
        lengthBefore = new byte[count * LENGTHS];
    }

    /** The median length in seconds; what was expected, where there are too few. */
    static double medianSeconds(OnsetTimes onsets, float[] odds, double aboutSeconds) {
        FreeBeats ways = new FreeBeats(onsets.seconds, onsets.count, aboutSeconds);
        for (int onset = 0; onset < onsets.count; onset++) {
            ways.arrive(onset, odds[onset] + BONUS);
            ways.leave(onset);
        }
        double[] lengths = ways.lengths(onsets.count);
        Arrays.sort(lengths);
        return lengths.length == 0 ? aboutSeconds : lengths[lengths.length / 2];
    }

    private void arrive(int onset, float odds) {
        int row = onset * LENGTHS;
        boolean isFirst = seconds[onset] - seconds[0] < EDGE_SECONDS;
        Arrays.fill(sums, row, row + LENGTHS, isFirst ? odds : NEVER);
        Arrays.fill(from, row, row + LENGTHS, -1);
        for (int other = onset - 1; other >= 0; other--) {
            double gap = seconds[onset] - seconds[other];
            if (gap > BEATS_MAX * longest) {
                if (other == onset - 1) {
                    afterSilence(onset, odds);
                }
                return;
            }
            for (int count = 1; count <= BEATS_MAX && gap / count >= shortest; count++) {
                if (gap / count < longest) {
                    double steps = Math.log(gap / count / shortest) / STEP;
                    int length = (int) Math.min(steps, LENGTHS - 1.0);
                    int way = other * LENGTHS + length;
                    float sum = onwards[way] + odds - EMPTY_COST * (count - 1);
                    take(row + length, sum, other, count, before[way]);
                }
            }
        }
    }

    private void take(int at, float sum, int other, int count, int length) {
        if (sum > sums[at]) {
            sums[at] = sum;
            from[at] = other;
            beats[at] = (byte) count;
            lengthBefore[at] = (byte) length;
        }
    }

    /** Any length may follow; no beats are counted. */
    private void afterSilence(int onset, float odds) {
        int best = best((onset - 1) * LENGTHS);
        for (int length = 0; length < LENGTHS; length++) {
            float sum = sums[(onset - 1) * LENGTHS + best] + odds - SILENCE_COST;
            take(onset * LENGTHS + length, sum, onset - 1, 0, best);
        }
    }

    private int best(int row) {
        int best = 0;
        for (int length = 1; length < LENGTHS; length++) {
            best = sums[row + length] > sums[row + best] ? length : best;
        }
        return best;
    }

    private void leave(int onset) {
        int row = onset * LENGTHS;
        for (int next = 0; next < LENGTHS; next++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int length = 0; length < LENGTHS; length++) {
                int steps = Math.abs(next - length);
                float sum = sums[row + length] - steps * (STEP_COST + SQUARE_COST * steps);
                if (sum > most) {
                    most = sum;
                    before[row + next] = (byte) length;
                }
            }
            onwards[row + next] = most;
        }
    }

    /** The lengths of the beats of the best way, from its end. */
    private double[] lengths(int count) {
        int end = -1;
        for (int onset = count - 1; onset >= 0; onset--) {
            if (seconds[count - 1] - seconds[onset] >= EDGE_SECONDS) {
                break;
            }
            int at = onset * LENGTHS + best(onset * LENGTHS);
            end = end < 0 || sums[at] > sums[end] ? at : end;
        }
        double[] lengths = new double[BEATS_MAX * count];
        int found = 0;
        for (int at = end; at >= 0 && from[at] >= 0; ) {
            double gap = seconds[at / LENGTHS] - seconds[from[at]];
            for (int beat = 0; beat < beats[at]; beat++) {
                lengths[found++] = gap / beats[at];
            }
            at = from[at] * LENGTHS + lengthBefore[at];
        }
        return Arrays.copyOf(lengths, found);
    }
}
