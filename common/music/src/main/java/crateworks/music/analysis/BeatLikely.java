package crateworks.music.analysis;

/**
 * How likely each onset is on a beat, on an equal part of a beat (a half, or a third of a dotted
 * one) and on the first beat of a bar, as far as some twenty seconds of music around it tell.
 *
 * <p>A network of dilated convolutions over the onsets, whatever time lies between them: each layer
 * adds to the numbers of an onset what it finds in those of five onsets, first of neighbours, then
 * of onsets twice as far apart with every layer. Learnt; see docs/rationale/learnt-weights.md.
 */
final class BeatLikely {
    static final int BEAT = 0;
    static final int PART = 1;
    static final int BAR = 2;
    static final int KINDS = 3;

    /** How many numbers an onset has between the layers. */
    static final int WIDTH = 16;

    /** How many onsets lie between those that a layer looks at. */
    static final int[] APART = {1, 2, 4, 8, 16, 32};

    /** How many onsets a layer looks at, the one in the middle included. */
    static final int REACH = 5;

    /** Rows of weights: of the first layer, and of each further one. */
    static final int FIRST_ROWS = BeatEvidence.COUNT + 1;

    static final int LAYER_ROWS = REACH * WIDTH + 1;
    private static final int LAST_ROW = FIRST_ROWS + APART.length * LAYER_ROWS;

    private static final float[] LEARNT = learnt();

    /** Logarithms of the odds, by kind and onset. */
    final float[][] odds;

    private BeatLikely(float[][] odds) {
        this.odds = odds;
    }

    private static float[] learnt() {
        int rows = LAST_ROW + KINDS;
        Weights read = Weights.read("beat-weights.txt", rows, WIDTH);
        float[] learnt = new float[rows * WIDTH];
        for (int at = 0; at < learnt.length; at++) {
            learnt[at] = read.at(at / WIDTH, at % WIDTH);
        }
        return learnt;
    }

    static BeatLikely of(OnsetNotes notes) {
        return of(BeatEvidence.of(notes), LEARNT);
    }

    /** Weights: row after row, those of each layer followed by what is added to all onsets. */
    static BeatLikely of(float[] evidence, float[] weights) {
        int count = evidence.length / BeatEvidence.COUNT;
        float[] numbers = new float[count * WIDTH];
        float[] found = new float[WIDTH];
        for (int onset = 0; onset < count; onset++) {
            System.arraycopy(weights, (FIRST_ROWS - 1) * WIDTH, found, 0, WIDTH);
            add(found, evidence, onset * BeatEvidence.COUNT, BeatEvidence.COUNT, weights, 0);
            keep(found, numbers, onset);
        }
        for (int layer = 0; layer < APART.length; layer++) {
            int row = FIRST_ROWS + layer * LAYER_ROWS;
            numbers = layer(numbers, APART[layer], weights, row * WIDTH);
        }
        float[][] odds = new float[KINDS][count];
        for (int kind = 0; kind < KINDS; kind++) {
            int from = (LAST_ROW + kind) * WIDTH;
            for (int onset = 0; onset < count; onset++) {
                float sum = 0;
                for (int at = 0; at < WIDTH; at++) {
                    sum += weights[from + at] * numbers[onset * WIDTH + at];
                }
                odds[kind][onset] = sum;
            }
        }
        return new BeatLikely(odds);
    }

    private static float[] layer(float[] numbers, int apart, float[] weights, int from) {
        float[] next = numbers.clone();
        float[] found = new float[WIDTH];
        int count = numbers.length / WIDTH;
        for (int onset = 0; onset < count; onset++) {
            System.arraycopy(weights, from + REACH * WIDTH * WIDTH, found, 0, WIDTH);
            for (int place = 0; place < REACH; place++) {
                int other = onset + (place - REACH / 2) * apart;
                if (other >= 0 && other < count) {
                    int row = from + place * WIDTH * WIDTH;
                    add(found, numbers, other * WIDTH, WIDTH, weights, row);
                }
            }
            keep(found, next, onset);
        }
        return next;
    }

    /** Adds rows of weights, each times a value. */
    private static void add(
            float[] found, float[] values, int firstValue, int count, float[] weights, int from) {
        for (int value = 0; value < count; value++) {
            float times = values[firstValue + value];
            int row = from + value * WIDTH;
            for (int at = 0; at < WIDTH; at++) {
                found[at] += times * weights[row + at];
            }
        }
    }

    /** Adds what is above 0 to the numbers of an onset. */
    private static void keep(float[] found, float[] numbers, int onset) {
        for (int at = 0; at < WIDTH; at++) {
            numbers[onset * WIDTH + at] += Math.max(0, found[at]);
        }
    }

    /** From 0 to 1, by onset. */
    float[] probabilities(int kind) {
        float[] probabilities = new float[odds[kind].length];
        for (int onset = 0; onset < probabilities.length; onset++) {
            probabilities[onset] = (float) (1 / (1 + Math.exp(-odds[kind][onset])));
        }
        return probabilities;
    }
}
