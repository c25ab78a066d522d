package crateworks.music.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Learns the weights of {@link BeatLikely}: stochastic gradient descent (Adam) over passages of
 * performances, each played somewhat faster or slower and some without loudness or lengths.
 */
final class BeatTraining {
    private static final int STEPS = 1500;
    private static final int PASSAGES = 16;
    private static final int PASSAGE_ONSETS = 384;
    private static final double RATE = 2e-3;
    private static final double DECAY = 1e-3;
    private static final int WARM_UP_STEPS = 100;

    /** The weights are the mean of about so many last steps. */
    private static final double MEAN_STEPS = 200;

    private static final double FASTER_MOST = 0.35;
    private static final double NO_LOUDNESS = 0.25;
    private static final double NO_LENGTHS = 0.15;

    /** How much it counts by kind: beats, their parts, bars. */
    private static final float[] KIND_COUNTS = {1.5f, 0.8f, 0.5f};

    private final Random random;
    private final List<Performance> lessons;
    private final double[] shares;
    private final BeatGradient gradient;
    private final float[] weights;

    private BeatTraining(List<Performance> lessons, long seed) {
        this.lessons = lessons;
        random = new Random(seed);
        shares = shares(lessons);
        weights = BeatGradient.start(random);
        gradient = new BeatGradient(weights);
    }

    static float[] learn(List<Performance> lessons, long seed) {
        return new BeatTraining(lessons, seed).learn();
    }

    /** Running sums; the performances of a piece count as the square root of how many there are. */
    private static double[] shares(List<Performance> lessons) {
        double[] shares = new double[lessons.size()];
        double sum = 0;
        for (int at = 0; at < shares.length; at++) {
            String piece = lessons.get(at).piece();
            long same = lessons.stream().filter(other -> other.piece().equals(piece)).count();
            sum += Math.sqrt((double) lessons.get(at).onsets() / same);
            shares[at] = sum;
        }
        return shares;
    }

    private float[] learn() {
        int count = weights.length;
        double[] mean = new double[count];
        double[] square = new double[count];
        double[] kept = new double[count];
        for (int step = 0; step < STEPS; step++) {
            float[] slope = slope();
            double norm = 0;
            for (float value : slope) {
                norm += (double) value * value;
            }
            double shortened = Math.min(1, 1 / Math.sqrt(norm));
            double rate = RATE * Math.min(1, (double) step / WARM_UP_STEPS);
            rate *= 0.5 + 0.5 * Math.cos(Math.PI * step / STEPS);
            double first = 1 - Math.pow(0.9, step + 1);
            double second = 1 - Math.pow(0.999, step + 1);
            for (int at = 0; at < count; at++) {
                double value = slope[at] * shortened;
                mean[at] = 0.9 * mean[at] + 0.1 * value;
                square[at] = 0.999 * square[at] + 0.001 * value * value;
                double move = mean[at] / first / (Math.sqrt(square[at] / second) + 1e-8);
                weights[at] -= (float) (rate * (move + DECAY * weights[at]));
                kept[at] += (weights[at] - kept[at]) / Math.min(step + 1, MEAN_STEPS);
            }
        }
        float[] learnt = new float[count];
        for (int at = 0; at < count; at++) {
            learnt[at] = (float) kept[at];
        }
        return learnt;
    }

    /** The slope of some passages, as the mean of their onsets. */
    private float[] slope() {
        gradient.clear();
        for (int passage = 0; passage < PASSAGES; passage++) {
            double share = random.nextDouble() * shares[shares.length - 1];
            int found = Arrays.binarySearch(shares, share);
            add(lessons.get(Math.min(found < 0 ? -found - 1 : found, shares.length - 1)));
        }
        return gradient.mean();
    }

    private void add(Performance lesson) {
        int count = Math.min(PASSAGE_ONSETS, lesson.onsets());
        int from = random.nextInt(lesson.onsets() - count + 1);
        int columns = BeatEvidence.COUNT;
        float[] evidence =
                Arrays.copyOfRange(lesson.evidence, from * columns, (from + count) * columns);
        float slower = (float) ((2 * random.nextDouble() - 1) * FASTER_MOST);
        boolean isWithoutLoudness = random.nextDouble() < NO_LOUDNESS;
        boolean isWithoutLengths = random.nextDouble() < NO_LENGTHS;
        for (int onset = 0; onset < count; onset++) {
            int row = onset * columns;
            for (int at = 0; at < BeatEvidence.TIMES; at++) {
                evidence[row + at] += slower;
            }
            for (int at : isWithoutLoudness ? BeatEvidence.LOUDNESS : BeatEvidence.NONE) {
                evidence[row + at] = 0;
            }
            for (int at : isWithoutLengths ? BeatEvidence.LENGTHS : BeatEvidence.NONE) {
                evidence[row + at] = 0;
            }
        }
        float[][] likely = gradient.forwards(evidence, random);
        for (int kind = 0; kind < likely.length; kind++) {
            for (int onset = 0; onset < count; onset++) {
                boolean isThere = lesson.isThere[kind][from + onset];
                float wrong = likely[kind][onset] - (isThere ? 1 : 0);
                boolean isTold = lesson.isTold(from + onset);
                likely[kind][onset] = isTold ? wrong * KIND_COUNTS[kind] : 0;
            }
        }
        gradient.backwards(evidence, likely);
    }
}
