package crateworks.music.analysis;

import java.util.Arrays;

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

    private static final double[] SECONDS = new double[LAGS];

    static {
        for (int lag = 0; lag < LAGS; lag++) {
            SECONDS[lag] = SHORTEST_SECONDS * Math.pow(STEP, lag);
        }
    }

    private static final double BIN_SECONDS = 0.005;
    private static final int BINS = (int) (LONGEST_SECONDS * 1.1 / BIN_SECONDS);

    /** More than this is the same: strict time is no more of a beat than good playing. */
    private static final double LOGARITHM_MAX = 1.8;

    final float[] all = new float[LAGS];
    final float[] low = new float[LAGS];

    private OnsetPeriods() {}

    static double lagSeconds(int lag) {
        return SECONDS[lag];
    }

    /** The lag nearest to a time within the range of lags. */
    static int lagOf(double seconds) {
        double lag = Math.log(seconds / SHORTEST_SECONDS) / Math.log(STEP);
        return (int) Math.clamp(Math.round(lag), 0L, LAGS - 1L);
    }

    static OnsetPeriods of(OnsetTimes onsets) {
        return of(onsets, 0, onsets.count);
    }

    /** Of the onsets from one, inclusive, to another, exclusive: at least one. */
    static OnsetPeriods of(OnsetTimes onsets, int fromOnset, int toOnset) {
        OnsetPeriods periods = new OnsetPeriods();
        float[] bins = new float[BINS];
        double span = toOnset == 0 ? 0 : onsets.seconds[toOnset - 1] - onsets.seconds[fromOnset];
        countPairs(onsets, onsets.weight, bins, fromOnset, toOnset);
        smooth(bins, sum(onsets.weight, fromOnset, toOnset), span, periods.all);
        Arrays.fill(bins, 0);
        countPairs(onsets, onsets.lowWeight, bins, fromOnset, toOnset);
        smooth(bins, sum(onsets.lowWeight, fromOnset, toOnset), span, periods.low);
        return periods;
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
     * A lag takes what lies around it, the wider the longer it is: players do not keep exact time.
     */
    private static void smooth(float[] bins, double sum, double seconds, float[] into) {
        double span = Math.max(0.5, seconds);
        double density = sum * sum / (span * span);
        for (int lag = 0; lag < LAGS; lag++) {
            double center = SECONDS[lag] / BIN_SECONDS;
            double width = (0.012 + 0.02 * SECONDS[lag]) / BIN_SECONDS;
            int first = (int) Math.max(0, Math.ceil(center - width));
            int last = (int) Math.min(BINS - 1, Math.floor(center + width));
            double slope = 1 / (width + 0.5);
            double found = 0;
            for (int bin = first; bin <= last; bin++) {
                found += bins[bin] * (1 - Math.abs(bin + 0.5 - center) * slope);
            }
            double pairsPossible = Math.max(0.1, span - SECONDS[lag]);
            double chance = density * pairsPossible * width * BIN_SECONDS;
            double ratio = chance <= 0 ? 1 : (found + 0.3 * chance) / (1.3 * chance);
            into[lag] = (float) Math.min(LOGARITHM_MAX, Math.log(ratio));
        }
    }
}
