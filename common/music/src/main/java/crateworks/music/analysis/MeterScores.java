package crateworks.music.analysis;

/**
 * How likely each time signature is: linear in {@link MeterEvidence}, with one set of weights for
 * drums and one for everything else.
 */
final class MeterScores {
    static final int[] NUMERATORS = {4, 3, 2, 6, 2, 3, 9, 12, 5, 7, 5, 3, 6, 7};
    static final int[] DENOMINATORS = {4, 4, 4, 8, 2, 8, 8, 8, 4, 8, 8, 2, 4, 4};
    static final int METERS = NUMERATORS.length;

    /** A set has a row for each signature and one for what they share. */
    static final int ROWS = METERS + 1;

    static final int COLUMNS = MeterEvidence.COMMON;
    static final int NOTES = 0;
    static final int DRUMS = 1;

    private static final Weights LEARNT = Weights.read("meter-weights.txt", 2 * ROWS, COLUMNS);

    private MeterScores() {}

    /** How many quarters a bar lasts. */
    static double quarters(int meter) {
        return 4.0 * NUMERATORS[meter] / DENOMINATORS[meter];
    }

    static double[] of(MeterEvidence evidence, int set) {
        double[] scores = new double[METERS];
        double most = Double.NEGATIVE_INFINITY;
        float[] common = evidence.common();
        for (int meter = 0; meter < METERS; meter++) {
            float[] own = evidence.own(quarters(meter));
            for (int column = 0; column < COLUMNS; column++) {
                scores[meter] += LEARNT.at(set * ROWS + meter, column) * common[column];
            }
            for (int column = 0; column < own.length; column++) {
                scores[meter] += LEARNT.at(set * ROWS + METERS, column) * own[column];
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
}
