package crateworks.music.analysis;

/**
 * How likely each of the 24 keys is: twelve major from C, twelve minor from C.
 *
 * <p>Linear in the evidence and in its correlation with four published profiles, the weights the
 * same for all tonics. The profiles: Krumhansl and Kessler 1982; Albrecht and Shanahan 2013;
 * Temperley, Kostka and Payne 2007; Bellman and Budge 2005.
 */
final class KeyScores {
    static final int KEYS = 24;

    private static final double[][] PROFILES = {
        {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88},
        {6.33, 2.68, 3.52, 5.38, 2.6, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17},
        {.238, .006, .111, .006, .137, .094, .016, .214, .009, .080, .008, .081},
        {.220, .006, .104, .123, .019, .103, .012, .214, .062, .022, .061, .052},
        {.748, .060, .488, .082, .670, .460, .096, .715, .104, .366, .057, .400},
        {.712, .084, .474, .618, .049, .460, .105, .747, .404, .067, .133, .330},
        {16.8, .86, 12.95, 1.41, 13.49, 11.93, 1.25, 20.28, 1.8, 8.04, .62, 10.57},
        {18.16, .69, 12.99, 13.34, 1.07, 11.15, 1.38, 21.07, 7.49, 1.53, .92, 10.21},
    };
    private static final int PROFILE_PAIRS = 4;

    private static final Weights LEARNT =
            Weights.read("key-weights.txt", 2 * KeyEvidence.GROUPS + 1, 12);
    private static final int SCALARS_ROW = 2 * KeyEvidence.GROUPS;
    private static final int MINOR_BIAS_COLUMN = PROFILE_PAIRS;

    private KeyScores() {}

    /** Probabilities that add up to 1. */
    static double[] of(KeyEvidence evidence) {
        double[] scores = new double[KEYS];
        for (int key = 0; key < KEYS; key++) {
            int mode = key / 12;
            int tonic = key % 12;
            double score = mode * LEARNT.at(SCALARS_ROW, MINOR_BIAS_COLUMN);
            for (int group = 0; group < KeyEvidence.GROUPS; group++) {
                int row = mode * KeyEvidence.GROUPS + group;
                for (int interval = 0; interval < 12; interval++) {
                    score += LEARNT.at(row, interval) * evidence.at(group, (tonic + interval) % 12);
                }
            }
            for (int pair = 0; pair < PROFILE_PAIRS; pair++) {
                double[] profile = PROFILES[pair * 2 + mode];
                score += LEARNT.at(SCALARS_ROW, pair) * correlation(evidence, tonic, profile);
            }
            scores[key] = score;
        }
        return probabilities(scores);
    }

    /** Pearson's correlation of the sounding time from a tonic on with a profile; 0 where flat. */
    static double correlation(KeyEvidence evidence, int tonic, double[] profile) {
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumYy = 0;
        double sumXy = 0;
        for (int interval = 0; interval < 12; interval++) {
            double x = evidence.at(KeyEvidence.LENGTH, (tonic + interval) % 12);
            double y = profile[interval];
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumYy += y * y;
            sumXy += x * y;
        }
        double spread = (12 * sumXx - sumX * sumX) * (12 * sumYy - sumY * sumY);
        return spread <= 1e-12 ? 0 : (12 * sumXy - sumX * sumY) / Math.sqrt(spread);
    }

    private static double[] probabilities(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int key = 0; key < KEYS; key++) {
            scores[key] = Math.exp(scores[key] - most);
            sum += scores[key];
        }
        for (int key = 0; key < KEYS; key++) {
            scores[key] /= sum;
        }
        return scores;
    }
}
