package crateworks.music.analysis;

/**
 * How likely each of the 24 keys is: twelve major from C, twelve minor from C.
 *
 * <p>Linear in the evidence and in its correlation with the published {@link KeyProfiles}, the
 * weights the same for all tonics.
 */
final class KeyScores {
    static final int KEYS = 24;

    /** Weights of a mode: those of the groups, twelve each. */
    static final int PER_MODE = KeyEvidence.GROUPS * 12;

    private static final int SCALARS_ROW = 2 * KeyEvidence.GROUPS;
    private static final Weights LEARNT = Weights.read("key-weights.txt", SCALARS_ROW + 1, 12);

    // [group * 12 + pitch class][key], so that a number of the evidence adds a row of neighbours
    private static final float[][] WEIGHTS = new float[PER_MODE][KEYS];

    // the same for the sounding times, moved and scaled
    private static final float[][] PROFILE = new float[12][KEYS];

    static {
        for (int key = 0; key < KEYS; key++) {
            for (int row = 0; row < PER_MODE; row++) {
                int interval = Math.floorMod(row % 12 - key % 12, 12);
                WEIGHTS[row][key] = LEARNT.at(key / 12 * KeyEvidence.GROUPS + row / 12, interval);
            }
            for (int profile = 0; profile < KeyProfiles.COUNT; profile++) {
                double[] expected = KeyProfiles.standardized(profile, key / 12);
                for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
                    PROFILE[pitchClass][key] +=
                            (float)
                                    (expected[Math.floorMod(pitchClass - key % 12, 12)]
                                            * LEARNT.at(SCALARS_ROW, profile));
                }
            }
        }
    }

    private KeyScores() {}

    /** Probabilities that add up to 1. */
    static double[] of(KeyEvidence evidence) {
        float[] sums = new float[KEYS];
        double[] lengths = new double[12];
        for (int row = 0; row < PER_MODE; row++) {
            add(sums, evidence.at(row / 12, row % 12), WEIGHTS[row]);
        }
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            lengths[pitchClass] = evidence.at(KeyEvidence.LENGTH, pitchClass);
        }
        KeyProfiles.standardize(lengths);
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            add(sums, (float) lengths[pitchClass], PROFILE[pitchClass]);
        }
        double[] scores = new double[KEYS];
        for (int key = 0; key < KEYS; key++) {
            scores[key] = sums[key] + (key < 12 ? 0 : LEARNT.at(SCALARS_ROW, KeyProfiles.COUNT));
        }
        return probabilities(scores);
    }

    private static void add(float[] sums, float amount, float[] row) {
        if (amount == 0) {
            return;
        }
        for (int key = 0; key < KEYS; key++) {
            sums[key] += amount * row[key];
        }
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
