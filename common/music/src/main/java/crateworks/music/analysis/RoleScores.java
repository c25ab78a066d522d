package crateworks.music.analysis;

import crateworks.music.analysis.RoleEstimate.Family;
import java.util.List;

/**
 * How likely each family of instruments is by notes alone: each measure of {@link RoleEvidence}
 * lies between two knots, each knot has a weight for each family, and what lies between is drawn
 * straight.
 */
final class RoleScores {
    /** Those that notes are told apart by; the last stands for winds, voices and effects. */
    static final List<Family> FAMILIES =
            List.of(
                    Family.BASS,
                    Family.KEYS,
                    Family.GUITAR,
                    Family.STRINGS,
                    Family.LEAD,
                    Family.PAD,
                    Family.UNKNOWN);

    /** The names of the measures, by their numbers. */
    private static final List<String> NAMES =
            List.of(
                    "bottom",
                    "lowest",
                    "highest",
                    "range",
                    "keys",
                    "notes",
                    "voices",
                    "together",
                    "chord-size",
                    "spread",
                    "fifths",
                    "octaves",
                    "strummed",
                    "overlap",
                    "length",
                    "density",
                    "silence",
                    "on-beat",
                    "same",
                    "steps",
                    "skips",
                    "leaps",
                    "octave-leaps",
                    "bends",
                    "pedals",
                    "modulations",
                    "expressions");

    /** By the numbers of the measures. */
    private static final double[][] KNOTS = {
        {28, 34, 40, 46, 52, 58, 64, 70, 76, 84},
        {24, 28, 33, 38, 43, 48, 53, 58, 64, 72},
        {36, 43, 50, 57, 64, 70, 76, 82, 90},
        {0, 5, 10, 16, 24, 36, 48},
        {1, 3, 6, 10, 16, 24, 40},
        {2, 4, 5, 6, 7, 8, 10},
        {1, 1.1, 1.3, 1.7, 2.2, 3, 4, 6},
        {0, 0.02, 0.1, 0.3, 0.7, 1},
        {0, 2, 2.5, 3, 4, 5},
        {0, 4, 7, 12, 19, 28},
        {0, 0.1, 0.3, 0.6, 1},
        {0, 0.05, 0.2, 0.5, 1},
        {0, 0.02, 0.1, 0.3, 0.7},
        {0, 0.02, 0.1, 0.3, 0.6, 1},
        {-3, -2, -1.4, -0.8, -0.2, 0.5, 1.2, 2, 3},
        {-3, -2, -1, -0.4, 0.2, 0.8, 1.3, 2},
        {0, 0.05, 0.15, 0.3, 0.5, 0.8},
        {0, 0.2, 0.35, 0.5, 0.75, 1},
        {0, 0.05, 0.15, 0.3, 0.5, 0.8, 1},
        {0, 0.1, 0.25, 0.45, 0.7, 1},
        {0, 0.1, 0.25, 0.45, 0.7},
        {0, 0.05, 0.15, 0.3, 0.5},
        {0, 0.02, 0.1, 0.25, 0.5},
        {0, 0.2, 1, 2},
        {0, 0.2, 1, 2},
        {0, 0.2, 1, 2},
        {0, 0.2, 1, 2},
    };

    /** How low and how much together also count as a pair: what is low and single is a bass. */
    private static final double[] LOW_KNOTS = {34, 42, 48, 54, 62, 72};

    private static final double[] TOGETHER_KNOTS = {0, 0.1, 0.5, 1};

    /** Numbers that a weight belongs to; the last is always 1. */
    static final int COLUMNS = columns();

    private static final Weights LEARNT =
            Weights.read("role-weights.txt", COLUMNS, FAMILIES.size());

    private RoleScores() {}

    private static int columns() {
        int columns = LOW_KNOTS.length * TOGETHER_KNOTS.length + 1;
        for (double[] knots : KNOTS) {
            columns += knots.length;
        }
        return columns;
    }

    /** The likelihood of each of the families, in their order. */
    static double[] of(double[] measures) {
        float[] spread = spread(measures);
        double[] likely = new double[FAMILIES.size()];
        double sum = 0;
        for (int family = 0; family < likely.length; family++) {
            double score = 0;
            for (int column = 0; column < COLUMNS; column++) {
                score += LEARNT.at(column, family) * spread[column];
            }
            likely[family] = Math.exp(score);
            sum += likely[family];
        }
        for (int family = 0; family < likely.length; family++) {
            likely[family] /= sum;
        }
        return likely;
    }

    /** How near the measures are to each knot. */
    static float[] spread(double[] measures) {
        float[] spread = new float[COLUMNS];
        int column = 0;
        for (int measure = 0; measure < KNOTS.length; measure++) {
            for (int knot = 0; knot < KNOTS[measure].length; knot++) {
                spread[column++] = (float) nearness(KNOTS[measure], knot, measures[measure]);
            }
        }
        for (int low = 0; low < LOW_KNOTS.length; low++) {
            double isLow = nearness(LOW_KNOTS, low, measures[RoleEvidence.BOTTOM]);
            for (int many = 0; many < TOGETHER_KNOTS.length; many++) {
                double isMany = nearness(TOGETHER_KNOTS, many, measures[RoleEvidence.TOGETHER]);
                spread[column++] = (float) (isLow * isMany);
            }
        }
        spread[column] = 1;
        return spread;
    }

    /** What a row of the weights is called. */
    static String name(int column) {
        int left = column;
        for (int measure = 0; measure < KNOTS.length; measure++) {
            if (left < KNOTS[measure].length) {
                return NAMES.get(measure) + "@" + KNOTS[measure][left];
            }
            left -= KNOTS[measure].length;
        }
        int low = left / TOGETHER_KNOTS.length;
        return low == LOW_KNOTS.length
                ? "bias"
                : "low@"
                        + LOW_KNOTS[low]
                        + "-together@"
                        + TOGETHER_KNOTS[left % TOGETHER_KNOTS.length];
    }

    /** 1 at a knot, 0 at its neighbours and beyond; the outermost reach on to both sides. */
    private static double nearness(double[] knots, int knot, double value) {
        double within = Math.clamp(value, knots[0], knots[knots.length - 1]);
        double at = knots[knot];
        if (within == at) {
            return 1;
        }
        int other = within < at ? knot - 1 : knot + 1;
        return Math.max(0, 1 - Math.abs(within - at) / Math.abs(knots[other] - at));
    }
}
