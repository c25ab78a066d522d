package crateworks.music.analysis;

/**
 * How likely each beat length is, from how often onsets lie its multiples and fractions apart.
 *
 * <p>Linear, with one set of weights for each kind of playing; beside the periods it knows which
 * tempi are common and how many onsets a beat usually has. The candidates are the lags of {@link
 * OnsetPeriods} from {@link #FASTEST_BPM} to {@link #SLOWEST_BPM}.
 */
final class TempoScores {
    static final double FASTEST_BPM = 240;
    static final double SLOWEST_BPM = 38;
    private static final double COMMON_BPM = 110;
    private static final double COMMON_SPREAD = 0.4;
    static final int FIRST_LAG = OnsetPeriods.lagOf(60 / FASTEST_BPM);
    static final int LAST_LAG = OnsetPeriods.lagOf(60 / SLOWEST_BPM);
    static final int CANDIDATES = LAST_LAG - FIRST_LAG + 1;

    private static final double[] RATIOS = {
        1 / 6.0, 1 / 4.0, 1 / 3.0, 3 / 8.0, 1 / 2.0, 2 / 3.0, 3 / 4.0, 1, 4 / 3.0, 3 / 2.0, 2, 3, 4
    };
    static final int COLUMNS = RATIOS.length;
    static final int ROWS = 4;

    /** Sets of weights, for a steady beat: for notes, for drums. */
    static final int NOTES = 0;

    static final int DRUMS = 1;
    private static final int SETS = 2;
    private static final int[] LAGS_AWAY = new int[COLUMNS];

    static {
        for (int column = 0; column < COLUMNS; column++) {
            LAGS_AWAY[column] =
                    (int) Math.round(Math.log(RATIOS[column]) / Math.log(OnsetPeriods.STEP));
        }
    }

    private static final Weights LEARNT = Weights.read("tempo-weights.txt", SETS * ROWS, COLUMNS);

    private TempoScores() {}

    /** Probabilities that add up to 1, the shortest beat first. */
    static double[] of(OnsetPeriods periods, double meanGapSeconds, int set) {
        double[] scores = scores(periods, meanGapSeconds, set);
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            scores[candidate] = Math.exp(scores[candidate] - most);
            sum += scores[candidate];
        }
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            scores[candidate] /= sum;
        }
        return scores;
    }

    /** The logarithms of the probabilities, but for what they have in common. */
    static double[] scores(OnsetPeriods periods, double meanGapSeconds, int set) {
        double[] scores = new double[CANDIDATES];
        float[] features = new float[ROWS * COLUMNS];
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            fill(features, periods, meanGapSeconds, FIRST_LAG + candidate);
            double score = common(OnsetPeriods.lagSeconds(FIRST_LAG + candidate));
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    score += LEARNT.at(set * ROWS + row, column) * features[row * COLUMNS + column];
                }
            }
            scores[candidate] = score;
        }
        return scores;
    }

    /** How far from a lag a column looks, in lags. */
    static int lagsAway(int column) {
        return LAGS_AWAY[column];
    }

    static float weight(int row, int column) {
        return LEARNT.at(row, column);
    }

    /** The logarithm of how common a beat is: a bell over the logarithm of its length. */
    static double common(double seconds) {
        double away = Math.log(60 / seconds / COMMON_BPM) / COMMON_SPREAD;
        return -0.5 * away * away;
    }

    /** Rows: all onsets, low onsets, how common the tempo is, how many onsets a beat has. */
    static void fill(float[] features, OnsetPeriods periods, double meanGapSeconds, int lag) {
        fill(features, 0, periods.all, lag);
        fill(features, COLUMNS, periods.low, lag);
        fillTempo(features, 2 * COLUMNS, meanGapSeconds, lag);
    }

    /** A row: how often onsets lie the fractions and multiples of a lag apart. */
    static void fill(float[] features, int from, float[] periods, int lag) {
        for (int column = 0; column < COLUMNS; column++) {
            int at = Math.clamp(lag + LAGS_AWAY[column], 0, OnsetPeriods.LAGS - 1);
            features[from + column] = periods[at];
        }
    }

    /** Two rows: how common the tempo is, how many onsets a beat has. */
    static void fillTempo(float[] features, int from, double meanGapSeconds, int lag) {
        java.util.Arrays.fill(features, from, from + 2 * COLUMNS, 0);
        double common = (double) (lag - FIRST_LAG) / (LAST_LAG - FIRST_LAG);
        spread(features, from, common);
        double gaps = Math.log(OnsetPeriods.lagSeconds(lag) / Math.max(0.01, meanGapSeconds));
        spread(features, from + COLUMNS, (gaps + 1.5) / 5);
    }

    /** Splits 1 between the two knots nearest to a position from 0 to 1. */
    private static void spread(float[] features, int from, double position) {
        double knot = Math.clamp(position, 0.0, 1.0) * (COLUMNS - 1);
        int below = (int) Math.min(knot, COLUMNS - 2.0);
        features[from + below] = (float) (below + 1 - knot);
        features[from + below + 1] = (float) (knot - below);
    }
}
