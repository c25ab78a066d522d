package crateworks.music.analysis;

/**
 * How much more often than by chance two onsets lie a given time apart: the autocorrelation of a
 * sparse signal, counted pair by pair.
 *
 * <p>Lags are on a logarithmic scale, {@link #STEP} apart, so that twice and three times a lag are
 * fixed distances away. Values are logarithms, 0 is chance.
 */
final class OnsetPeriods {
    static final double SHORTEST_SECONDS = 0.05;
    static final double LONGEST_SECONDS = 6.4;

    /** The ratio of neighbouring lags. */
    static final double STEP = 1.0125;

    static final int LAGS =
            1 + (int) (Math.log(LONGEST_SECONDS / SHORTEST_SECONDS) / Math.log(STEP));

    /** Partners of one onset that are counted; dense music needs no more. */
    private static final int PARTNERS_MAX = 128;

    private static final double BIN_SECONDS = 0.005;
    private static final int BINS = (int) (LONGEST_SECONDS * 1.1 / BIN_SECONDS);

    private static final double[] SECONDS = new double[LAGS];

    // Per lag, how far around it is looked, and in which bins: up to the middle and after it.
    private static final double[] WIDTH_SECONDS = new double[LAGS];
    private static final double[] SLOPE = new double[LAGS];
    private static final int[] FIRST_BIN = new int[LAGS];
    private static final int[] MIDDLE_BIN = new int[LAGS];
    private static final int[] END_BIN = new int[LAGS];

    static {
        for (int lag = 0; lag < LAGS; lag++) {
            SECONDS[lag] = SHORTEST_SECONDS * Math.pow(STEP, lag);
            WIDTH_SECONDS[lag] = 0.012 + 0.02 * SECONDS[lag];
            double center = SECONDS[lag] / BIN_SECONDS;
            double width = WIDTH_SECONDS[lag] / BIN_SECONDS;
            SLOPE[lag] = 1 / (width + 0.5);
            FIRST_BIN[lag] = (int) Math.max(0, Math.ceil(center - width));
            END_BIN[lag] = (int) Math.min(BINS - 1, Math.floor(center + width)) + 1;
            MIDDLE_BIN[lag] = Math.clamp(Math.round(center), FIRST_BIN[lag], END_BIN[lag]);
        }
    }

    /** More than this is the same: strict time is no more of a beat than good playing. */
    private static final double LOGARITHM_MAX = 1.8;

    final float[] all;
    final float[] low;

    private OnsetPeriods(float[] all, float[] low) {
        this.all = all;
        this.low = low;
    }

    static double lagSeconds(int lag) {
        return SECONDS[lag];
    }

    /** The lag nearest to a time within the range of lags. */
    static int lagOf(double seconds) {
        double lag = Math.log(seconds / SHORTEST_SECONDS) / Math.log(STEP);
        return (int) Math.clamp(Math.round(lag), 0L, LAGS - 1L);
    }

    static OnsetPeriods of(OnsetTimes onsets) {
        return new OnsetPeriods(
                of(onsets, onsets.weight, 0, onsets.count),
                of(onsets, onsets.lowWeight, 0, onsets.count));
    }

    /**
     * By lag, for one weight an onset: of the onsets from one, inclusive, to another, exclusive.
     */
    static float[] of(OnsetTimes onsets, float[] weight, int fromOnset, int toOnset) {
        float[] bins = new float[BINS];
        double span = toOnset == 0 ? 0 : onsets.seconds[toOnset - 1] - onsets.seconds[fromOnset];
        countPairs(onsets, weight, bins, fromOnset, toOnset);
        return smooth(bins, sum(weight, fromOnset, toOnset), span);
    }

    private static double sum(float[] weight, int fromOnset, int toOnset) {
        double sum = 0;
        for (int onset = fromOnset; onset < toOnset; onset++) {
            sum += weight[onset];
        }
        return sum;
    }

    private static void countPairs(
            OnsetTimes onsets, float[] weight, float[] bins, int fromOnset, int toOnset) {
        for (int from = fromOnset; from < toOnset; from++) {
            if (weight[from] == 0) {
                continue;
            }
            int end = Math.min(toOnset, from + PARTNERS_MAX);
            float start = onsets.seconds[from];
            for (int to = from + 1; to < end; to++) {
                int bin = (int) ((onsets.seconds[to] - start) * (float) (1 / BIN_SECONDS));
                if (bin >= BINS) {
                    break;
                }
                bins[bin] += weight[from] * weight[to];
            }
        }
    }

    /**
     * A lag takes what lies around it, the wider the longer it is, since players do not keep exact
     * time; what lies further away counts less, in a straight line. Both sides of that triangle are
     * differences of running sums.
     */
    private static float[] smooth(float[] bins, double sum, double seconds) {
        double[] sums = new double[BINS + 1];
        double[] moments = new double[BINS + 1];
        for (int bin = 0; bin < BINS; bin++) {
            sums[bin + 1] = sums[bin] + bins[bin];
            moments[bin + 1] = moments[bin] + bins[bin] * (bin + 0.5);
        }
        float[] periods = new float[LAGS];
        double span = Math.max(0.5, seconds);
        double density = sum * sum / (span * span);
        for (int lag = 0; lag < LAGS; lag++) {
            int first = FIRST_BIN[lag];
            int middle = MIDDLE_BIN[lag];
            int end = END_BIN[lag];
            double before = sums[middle] - sums[first];
            double after = sums[end] - sums[middle];
            double away =
                    SECONDS[lag] / BIN_SECONDS * (before - after)
                            - (moments[middle] - moments[first])
                            + (moments[end] - moments[middle]);
            double found = before + after - SLOPE[lag] * away;
            double pairsPossible = Math.max(0.1, span - SECONDS[lag]);
            double chance = density * pairsPossible * WIDTH_SECONDS[lag];
            double ratio = chance <= 0 ? 1 : (found + 0.3 * chance) / (1.3 * chance);
            periods[lag] = (float) Math.min(LOGARITHM_MAX, Math.log(ratio));
        }
        return periods;
    }
}
