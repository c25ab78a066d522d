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

    private static final int TOGETHER = 4;

    /** Rows of weights: of the first layer, and of each further one. */
    static final int FIRST_ROWS = BeatEvidence.COUNT + 1;

    static final int LAYER_ROWS = REACH * WIDTH + 1;

    /** Where the rows of the kinds begin, after all layers. */
    static final int LAST_ROW = FIRST_ROWS + APART.length * LAYER_ROWS;

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
        float[][] numbers = new float[WIDTH][count];
        float[] column = new float[count];
        for (int at = 0; at < BeatEvidence.COUNT; at++) {
            for (int onset = 0; onset < count; onset++) {
                column[onset] = evidence[onset * BeatEvidence.COUNT + at];
            }
            for (int to = 0; to < WIDTH; to++) {
                add(numbers[to], column, 0, weights[at * WIDTH + to]);
            }
        }
        float[][] none = new float[WIDTH][count];
        numbers = kept(none, numbers, weights, BeatEvidence.COUNT * WIDTH);
        for (int layer = 0; layer < APART.length; layer++) {
            int row = FIRST_ROWS + layer * LAYER_ROWS;
            numbers = layer(numbers, APART[layer], weights, row * WIDTH);
        }
        float[][] odds = new float[KINDS][count];
        for (int kind = 0; kind < KINDS; kind++) {
            for (int from = 0; from < WIDTH; from++) {
                add(odds[kind], numbers[from], 0, weights[(LAST_ROW + kind) * WIDTH + from]);
            }
        }
        return new BeatLikely(odds);
    }

    private static float[][] layer(float[][] numbers, int apart, float[] weights, int first) {
        float[][] found = new float[WIDTH][numbers[0].length];
        for (int place = 0; place < REACH; place++) {
            int away = (place - REACH / 2) * apart;
            for (int from = 0; from < WIDTH; from += TOGETHER) {
                int row = first + (place * WIDTH + from) * WIDTH;
                for (int to = 0; to < WIDTH; to++) {
                    addTogether(found[to], numbers, from, away, weights, row + to);
                }
            }
        }
        return kept(numbers, found, weights, first + REACH * WIDTH * WIDTH);
    }

    /** Adds to each onset a weight times the number of the onset so far away, if there is one. */
    private static void add(float[] sums, float[] numbers, int away, float weight) {
        int end = Math.min(sums.length, sums.length - away);
        for (int onset = Math.max(0, -away); onset < end; onset++) {
            sums[onset] += weight * numbers[onset + away];
        }
    }

    /** The same of {@link #TOGETHER} numbers at once, so that the sums are seldom written. */
    private static void addTogether(
            float[] sums, float[][] numbers, int from, int away, float[] weights, int row) {
        float[] first = numbers[from];
        float[] second = numbers[from + 1];
        float[] third = numbers[from + 2];
        float[] fourth = numbers[from + 3];
        float ofFirst = weights[row];
        float ofSecond = weights[row + WIDTH];
        float ofThird = weights[row + 2 * WIDTH];
        float ofFourth = weights[row + 3 * WIDTH];
        int end = Math.min(sums.length, sums.length - away);
        for (int onset = Math.max(0, -away); onset < end; onset++) {
            sums[onset] +=
                    ofFirst * first[onset + away]
                            + ofSecond * second[onset + away]
                            + ofThird * third[onset + away]
                            + ofFourth * fourth[onset + away];
        }
    }

    /** The numbers of before and what was found, as far as that is above 0. */
    private static float[][] kept(float[][] before, float[][] found, float[] weights, int row) {
        for (int to = 0; to < WIDTH; to++) {
            float added = weights[row + to];
            for (int onset = 0; onset < found[to].length; onset++) {
                found[to][onset] = before[to][onset] + Math.max(0, found[to][onset] + added);
            }
        }
        return found;
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
