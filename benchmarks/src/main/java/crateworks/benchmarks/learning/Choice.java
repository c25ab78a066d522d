package crateworks.benchmarks.learning;

/**
 * Learns to choose one of several candidates: conditional (multinomial) logistic regression, each
 * candidate described by numbers of its own and the weights the same for all.
 *
 * <p>A weight is pulled towards its start, the harder the larger its penalty.
 */
public final class Choice {
    private static final int ROUNDS_MAX = 150;

    private Choice() {}

    /** What is chosen from, rows of numbers; which row is right; how much the lesson counts. */
    public record Lesson(float[][] candidates, int right, double weight) {}

    /** Lessons, one after the other, from the first again whenever they are asked for. */
    public interface Lessons {
        void forEach(java.util.function.Consumer<Lesson> visitor);
    }

    /** The weights that make the right choices likeliest, and are not far from the start. */
    public static double[] learn(Lessons lessons, double[] start, double[] penalties) {
        return Descent.lowest(
                (point, slope) -> {
                    double[] height = {0};
                    for (int at = 0; at < point.length; at++) {
                        double away = point[at] - start[at];
                        slope[at] = penalties[at] * away;
                        height[0] += penalties[at] * away * away / 2;
                    }
                    float[] weights = new float[point.length];
                    for (int at = 0; at < point.length; at++) {
                        weights[at] = (float) point[at];
                    }
                    lessons.forEach(lesson -> height[0] += loss(lesson, weights, slope));
                    return height[0];
                },
                start,
                ROUNDS_MAX);
    }

    /** How likely each candidate is with some weights. */
    public static double[] likely(float[][] candidates, float[] weights) {
        double[] likely = new double[candidates.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < likely.length; candidate++) {
            likely[candidate] = dot(candidates[candidate], weights);
            most = Math.max(most, likely[candidate]);
        }
        double sum = 0;
        for (int candidate = 0; candidate < likely.length; candidate++) {
            likely[candidate] = Math.exp(likely[candidate] - most);
            sum += likely[candidate];
        }
        for (int candidate = 0; candidate < likely.length; candidate++) {
            likely[candidate] /= sum;
        }
        return likely;
    }

    private static double loss(Lesson lesson, float[] weights, double[] slope) {
        float[][] candidates = lesson.candidates();
        double[] likely = likely(candidates, weights);
        for (int candidate = 0; candidate < likely.length; candidate++) {
            double wrong = likely[candidate] - (candidate == lesson.right() ? 1 : 0);
            double times = wrong * lesson.weight();
            if (Math.abs(times) > 1e-7) {
                float[] row = candidates[candidate];
                for (int at = 0; at < row.length; at++) {
                    slope[at] += times * row[at];
                }
            }
        }
        return -lesson.weight() * Math.log(likely[lesson.right()] + 1e-30);
    }

    private static float dot(float[] one, float[] other) {
        float even = 0;
        float odd = 0;
        int at = 0;
        for (; at + 1 < one.length; at += 2) {
            even += one[at] * other[at];
            odd += one[at + 1] * other[at + 1];
        }
        return at < one.length ? even + odd + one[at] * other[at] : even + odd;
    }
}
