package crateworks.music.analysis;

import java.util.Arrays;
import java.util.Random;

/** {@link BeatLikely} with what it takes to learn: forwards, and backwards for the slope. */
final class BeatGradient {
    private static final int WIDTH = BeatLikely.WIDTH;
    private static final int LAYERS = BeatLikely.APART.length;
    private static final int LAST = BeatLikely.LAST_ROW;

    /** How many of a layer's numbers are left out of a passage. */
    private static final double LEFT_OUT = 0.15;

    private final float[] weights;
    private final float[] slope;
    private int onsets;

    /** Of the present passage: the numbers before each layer, and what it found. */
    private final float[][] numbers = new float[LAYERS + 1][];

    private final float[][] found = new float[LAYERS][];
    private final float[][] kept = new float[LAYERS][WIDTH];

    BeatGradient(float[] weights) {
        this.weights = weights;
        slope = new float[weights.length];
    }

    /** Weights to begin with: by chance, as large as keeps the numbers as large as the evidence. */
    static float[] start(Random random) {
        float[] weights = new float[(LAST + BeatLikely.KINDS) * WIDTH];
        chance(random, weights, 0, BeatEvidence.COUNT, 1);
        for (int layer = 0; layer < LAYERS; layer++) {
            int row = BeatLikely.FIRST_ROWS + layer * BeatLikely.LAYER_ROWS;
            chance(random, weights, row, BeatLikely.REACH * WIDTH, 0.6);
        }
        chance(random, weights, LAST, BeatLikely.KINDS, 0.15);
        return weights;
    }

    private static void chance(Random random, float[] weights, int row, int rows, double times) {
        for (int at = row * WIDTH; at < (row + rows) * WIDTH; at++) {
            weights[at] = (float) (random.nextGaussian() * times * Math.sqrt(2.0 / rows));
        }
    }

    void clear() {
        Arrays.fill(slope, 0);
        onsets = 0;
    }

    float[] mean() {
        float[] mean = new float[slope.length];
        for (int at = 0; at < mean.length; at++) {
            mean[at] = slope[at] / Math.max(1, onsets);
        }
        return mean;
    }

    /** Probabilities by kind and onset. */
    float[][] forwards(float[] evidence, Random random) {
        int count = evidence.length / BeatEvidence.COUNT;
        float[] now = new float[count * WIDTH];
        for (int onset = 0; onset < count; onset++) {
            int to = onset * WIDTH;
            System.arraycopy(weights, BeatEvidence.COUNT * WIDTH, now, to, WIDTH);
            for (int at = 0; at < BeatEvidence.COUNT; at++) {
                addRow(now, to, weights, at * WIDTH, evidence[onset * BeatEvidence.COUNT + at]);
            }
        }
        for (int at = 0; at < now.length; at++) {
            now[at] = Math.max(0, now[at]);
        }
        numbers[0] = now;
        for (int layer = 0; layer < LAYERS; layer++) {
            for (int at = 0; at < WIDTH; at++) {
                boolean isOut = random.nextDouble() < LEFT_OUT;
                kept[layer][at] = isOut ? 0 : (float) (1 / (1 - LEFT_OUT));
            }
            numbers[layer + 1] = layer(layer, count);
        }
        float[][] likely = new float[BeatLikely.KINDS][count];
        for (int kind = 0; kind < likely.length; kind++) {
            for (int onset = 0; onset < count; onset++) {
                float sum = 0;
                for (int at = 0; at < WIDTH; at++) {
                    float weight = weights[(LAST + kind) * WIDTH + at];
                    sum += weight * numbers[LAYERS][onset * WIDTH + at];
                }
                likely[kind][onset] = (float) (1 / (1 + Math.exp(-sum)));
            }
        }
        return likely;
    }

    private float[] layer(int layer, int count) {
        float[] before = numbers[layer];
        float[] sums = new float[count * WIDTH];
        int row = (BeatLikely.FIRST_ROWS + layer * BeatLikely.LAYER_ROWS) * WIDTH;
        for (int onset = 0; onset < count; onset++) {
            int to = onset * WIDTH;
            System.arraycopy(weights, row + BeatLikely.REACH * WIDTH * WIDTH, sums, to, WIDTH);
            for (int place = 0; place < BeatLikely.REACH; place++) {
                int other = other(onset, place, layer);
                if (other >= 0 && other < count) {
                    for (int at = 0; at < WIDTH; at++) {
                        int from = row + (place * WIDTH + at) * WIDTH;
                        addRow(sums, to, weights, from, before[other * WIDTH + at]);
                    }
                }
            }
        }
        float[] after = before.clone();
        for (int at = 0; at < sums.length; at++) {
            sums[at] = Math.max(0, sums[at]);
            after[at] += sums[at] * kept[layer][at % WIDTH];
        }
        found[layer] = sums;
        return after;
    }

    private static int other(int onset, int place, int layer) {
        return onset + (place - BeatLikely.REACH / 2) * BeatLikely.APART[layer];
    }

    private static void addRow(float[] to, int toAt, float[] from, int fromAt, float times) {
        for (int at = 0; at < WIDTH; at++) {
            to[toAt + at] += from[fromAt + at] * times;
        }
    }

    /** Adds the slope of the passage of {@link #forwards}, from how wrong each onset is. */
    void backwards(float[] evidence, float[][] wrong) {
        int count = evidence.length / BeatEvidence.COUNT;
        onsets += count;
        float[] down = new float[count * WIDTH];
        for (int kind = 0; kind < wrong.length; kind++) {
            int row = (LAST + kind) * WIDTH;
            for (int onset = 0; onset < count; onset++) {
                float times = wrong[kind][onset];
                addRow(down, onset * WIDTH, weights, row, times);
                addRow(slope, row, numbers[LAYERS], onset * WIDTH, times);
            }
        }
        for (int layer = LAYERS - 1; layer >= 0; layer--) {
            backwards(layer, count, down);
        }
        for (int at = 0; at < down.length; at++) {
            down[at] = numbers[0][at] > 0 ? down[at] : 0;
        }
        for (int onset = 0; onset < count; onset++) {
            for (int at = 0; at < BeatEvidence.COUNT; at++) {
                float times = evidence[onset * BeatEvidence.COUNT + at];
                addRow(slope, at * WIDTH, down, onset * WIDTH, times);
            }
            addRow(slope, BeatEvidence.COUNT * WIDTH, down, onset * WIDTH, 1);
        }
    }

    private void backwards(int layer, int count, float[] down) {
        float[] mine = new float[count * WIDTH];
        for (int at = 0; at < mine.length; at++) {
            mine[at] = found[layer][at] > 0 ? down[at] * kept[layer][at % WIDTH] : 0;
        }
        int row = (BeatLikely.FIRST_ROWS + layer * BeatLikely.LAYER_ROWS) * WIDTH;
        float[] turned = turned(row);
        float[] before = numbers[layer];
        for (int onset = 0; onset < count; onset++) {
            addRow(slope, row + BeatLikely.REACH * WIDTH * WIDTH, mine, onset * WIDTH, 1);
            for (int place = 0; place < BeatLikely.REACH; place++) {
                int other = other(onset, place, layer);
                if (other < 0 || other >= count) {
                    continue;
                }
                for (int at = 0; at < WIDTH; at++) {
                    int weight = (place * WIDTH + at) * WIDTH;
                    addRow(slope, row + weight, mine, onset * WIDTH, before[other * WIDTH + at]);
                    addRow(down, other * WIDTH, turned, weight, mine[onset * WIDTH + at]);
                }
            }
        }
    }

    /** A layer's weights with the rows and columns of each place exchanged. */
    private float[] turned(int row) {
        float[] turned = new float[BeatLikely.REACH * WIDTH * WIDTH];
        for (int at = 0; at < turned.length; at++) {
            int place = at / (WIDTH * WIDTH);
            int from = at / WIDTH % WIDTH;
            turned[(place * WIDTH + at % WIDTH) * WIDTH + from] = weights[row + at];
        }
        return turned;
    }
}
