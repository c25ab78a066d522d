package crateworks.music.analysis;

/**
 * How likely each of the common time signatures is, from how often onsets lie its parts apart.
 *
 * <p>Linear in {@link OnsetPeriods} over beats instead of seconds, and in how the onsets lie within
 * the beat.
 */
final class MeterScores {
    static final int[] NUMERATORS = {4, 3, 2, 6, 2, 3, 9, 12};
    static final int[] DENOMINATORS = {4, 4, 4, 8, 2, 8, 8, 8};
    static final int METERS = NUMERATORS.length;

    /** As if a quarter note took half a second. */
    static final double SECONDS_PER_QUARTER = 0.5;

    private static final double[] QUARTERS = {
        0.25, 1 / 3.0, 0.5, 2 / 3.0, 0.75, 1, 1.5, 2, 2.5, 3, 4, 4.5, 5, 6, 8, 9, 10, 12
    };
    private static final int PLACES = 12;
    static final int COLUMNS = 2 * QUARTERS.length + PLACES + 1;

    private static final Weights LEARNT = Weights.read("meter-weights.txt", METERS, COLUMNS);

    private MeterScores() {}

    static double[] of(float[] features) {
        double[] scores = new double[METERS];
        double most = Double.NEGATIVE_INFINITY;
        for (int meter = 0; meter < METERS; meter++) {
            for (int column = 0; column < COLUMNS; column++) {
                scores[meter] += LEARNT.at(meter, column) * features[column];
            }
            most = Math.max(most, scores[meter]);
        }
        double sum = 0;
        for (int meter = 0; meter < METERS; meter++) {
            scores[meter] = Math.exp(scores[meter] - most);
            sum += scores[meter];
        }
        for (int meter = 0; meter < METERS; meter++) {
            scores[meter] /= sum;
        }
        return scores;
    }

    /** Periods of all and of low onsets, the share of onsets at each twelfth of a beat, and 1. */
    static float[] features(Columns notes, BeatGrid grid) {
        float[] features = new float[COLUMNS];
        OnsetPeriods periods = OnsetPeriods.of(OnsetTimes.onGrid(notes, grid, SECONDS_PER_QUARTER));
        for (int column = 0; column < QUARTERS.length; column++) {
            int lag = OnsetPeriods.lagOf(QUARTERS[column] * SECONDS_PER_QUARTER);
            features[column] = periods.all[lag];
            features[QUARTERS.length + column] = periods.low[lag];
        }
        int count = Math.min(notes.count, OnsetTimes.ONSETS_MAX);
        for (int row = 0; row < count; row++) {
            double beat = grid.beatAt(notes.onTick[row]);
            int place = (int) Math.round((beat - Math.floor(beat)) * PLACES) % PLACES;
            features[2 * QUARTERS.length + place] += 1f / count;
        }
        features[COLUMNS - 1] = 1;
        return features;
    }
}
