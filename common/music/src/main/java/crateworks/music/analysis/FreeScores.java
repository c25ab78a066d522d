package crateworks.music.analysis;

/**
 * What speaks for each length of the beat in a passage that was played freely: how often onsets lie
 * its multiples and fractions apart, separately for each kind of {@link OnsetSignals}, how common
 * the tempo is and how many onsets a beat has. Linear, over the candidates of {@link TempoScores}.
 */
final class FreeScores {
    static final int ROWS = OnsetSignals.COUNT + 2;
    static final int FEATURES = ROWS * TempoScores.COLUMNS;

    private static final float[] LEARNT = learnt();

    private FreeScores() {}

    private static float[] learnt() {
        Weights read = Weights.read("free-tempo-weights.txt", ROWS, TempoScores.COLUMNS);
        float[] learnt = new float[FEATURES];
        for (int at = 0; at < FEATURES; at++) {
            learnt[at] = read.at(at / TempoScores.COLUMNS, at % TempoScores.COLUMNS);
        }
        return learnt;
    }

    /** The evidence of a passage: onsets from one, inclusive, to another, exclusive. */
    static final class Passage {
        private final float[][] periods = new float[OnsetSignals.COUNT][];
        private final double meanGapSeconds;

        Passage(OnsetSignals signals, int fromOnset, int toOnset) {
            OnsetTimes onsets = signals.onsets;
            for (int signal = 0; signal < periods.length; signal++) {
                periods[signal] =
                        OnsetPeriods.of(onsets, signals.weights[signal], fromOnset, toOnset);
            }
            double seconds = onsets.seconds[toOnset - 1] - onsets.seconds[fromOnset];
            meanGapSeconds = seconds / Math.max(1, toOnset - fromOnset - 1);
        }

        /** Rows: the kinds of evidence, how common the tempo is, how many onsets a beat has. */
        void fill(float[] features, int candidate) {
            int lag = TempoScores.FIRST_LAG + candidate;
            for (int signal = 0; signal < periods.length; signal++) {
                TempoScores.fill(features, signal * TempoScores.COLUMNS, periods[signal], lag);
            }
            int from = OnsetSignals.COUNT * TempoScores.COLUMNS;
            TempoScores.fillTempo(features, from, meanGapSeconds, lag);
        }

        /** The logarithms of the probabilities, but for what they have in common. */
        double[] scores() {
            return scores(LEARNT);
        }

        double[] scores(float[] weights) {
            float[] sums = new float[TempoScores.CANDIDATES];
            for (int signal = 0; signal < periods.length; signal++) {
                for (int column = 0; column < TempoScores.COLUMNS; column++) {
                    float weight = weights[signal * TempoScores.COLUMNS + column];
                    add(sums, periods[signal], weight, TempoScores.lagsAway(column));
                }
            }
            double[] scores = new double[sums.length];
            float[] features = new float[2 * TempoScores.COLUMNS];
            int from = FEATURES - features.length;
            for (int candidate = 0; candidate < scores.length; candidate++) {
                int lag = TempoScores.FIRST_LAG + candidate;
                TempoScores.fillTempo(features, 0, meanGapSeconds, lag);
                double score = sums[candidate];
                score += TempoScores.common(OnsetPeriods.lagSeconds(lag));
                for (int at = 0; at < features.length; at++) {
                    score += weights[from + at] * features[at];
                }
                scores[candidate] = score;
            }
            return scores;
        }

        /** Adds to each candidate what is found so many lags away, times a weight. */
        private static void add(float[] sums, float[] periods, float weight, int lagsAway) {
            int from = TempoScores.FIRST_LAG + lagsAway;
            int inside = Math.clamp(OnsetPeriods.LAGS - (long) from, 0, sums.length);
            int first = Math.clamp(-(long) from, 0, inside);
            for (int candidate = 0; candidate < first; candidate++) {
                sums[candidate] += weight * periods[0];
            }
            for (int candidate = first; candidate < inside; candidate++) {
                sums[candidate] += weight * periods[from + candidate];
            }
            for (int candidate = inside; candidate < sums.length; candidate++) {
                sums[candidate] += weight * periods[OnsetPeriods.LAGS - 1];
            }
        }
    }
}
