package crateworks.music.analysis;

import java.util.Arrays;

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

    static {
        for (int row = 0; row < PROFILES.length; row++) {
            PROFILES[row] = Arrays.copyOf(standardized(PROFILES[row]), 12);
        }
    }

    private static final Weights LEARNT =
            Weights.read("key-weights.txt", 2 * KeyEvidence.GROUPS + 1, 12);
    private static final int SCALARS_ROW = 2 * KeyEvidence.GROUPS;
    private static final int MINOR_BIAS_COLUMN = PROFILE_PAIRS;

    private KeyScores() {}

    /** Probabilities that add up to 1. */
    static double[] of(KeyEvidence evidence) {
        double[] scores = new double[KEYS];
        double[] twelve = new double[12];
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            twelve[pitchClass] = evidence.at(KeyEvidence.LENGTH, pitchClass);
        }
        double[] lengths = standardized(twelve);
        for (int key = 0; key < KEYS; key++) {
            int mode = key / 12;
            int tonic = key % 12;
            double score = mode * LEARNT.at(SCALARS_ROW, MINOR_BIAS_COLUMN);
            for (int group = 0; group < KeyEvidence.GROUPS; group++) {
                score += evidence.dot(group, LEARNT, mode * KeyEvidence.GROUPS + group, tonic);
            }
            for (int pair = 0; pair < PROFILE_PAIRS; pair++) {
                score +=
                        LEARNT.at(SCALARS_ROW, pair) * correlation(lengths, tonic, pair * 2 + mode);
            }
            scores[key] = score;
        }
        return probabilities(scores);
    }

    /** Pearson's correlation of the sounding time from a tonic on with a profile; 0 where flat. */
    private static double correlation(double[] lengths, int tonic, int profile) {
        double[] expected = PROFILES[profile];
        double sum = 0;
        for (int interval = 0; interval < 12; interval++) {
            sum += lengths[tonic + interval] * expected[interval];
        }
        return sum;
    }

    /** Two rounds of the sounding times, so moved and scaled that their sum is 0, of squares 1. */
    private static double[] standardized(double[] twelve) {
        double mean = 0;
        for (double each : twelve) {
            mean += each / 12;
        }
        double squares = 0;
        for (double each : twelve) {
            squares += (each - mean) * (each - mean);
        }
        double scale = squares <= 1e-12 ? 0 : 1 / Math.sqrt(squares);
        double[] twice = new double[24];
        for (int at = 0; at < 24; at++) {
            twice[at] = (twelve[at % 12] - mean) * scale;
        }
        return twice;
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
