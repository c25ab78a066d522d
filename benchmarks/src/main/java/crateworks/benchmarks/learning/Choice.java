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

    /**
     * What is chosen from, rows of numbers; which rows are right, one of them as good as another;
     * how much the lesson counts.
     */
    public static final class Lesson {
        private final float[][] candidates;
        private final int rightFrom;
        private final int rightTo;
        private final double weight;

        public Lesson(float[][] candidates, int right, double weight) {
            this(candidates, right, right, weight);
        }

        /** {@code rightTo} is the last right one. */
        public Lesson(float[][] candidates, int rightFrom, int rightTo, double weight) {
            this.candidates = candidates;
            this.rightFrom = rightFrom;
            this.rightTo = rightTo;
            this.weight = weight;
        }

        private boolean isRight(int candidate) {
            return candidate >= rightFrom && candidate <= rightTo;
        }

        public float[][] candidates() {
            return candidates;
        }

        public int right() {
            return rightFrom;
        }

        /** The same, counting as much as stated. */
        public Lesson weighing(double weight) {
            return new Lesson(candidates, rightFrom, rightTo, weight);
        }
    }

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
        float[][] candidates = lesson.candidates;
        double[] likely = likely(candidates, weights);
        double right = 1e-30;
        for (int candidate = lesson.rightFrom; candidate <= lesson.rightTo; candidate++) {
            right += likely[candidate];
        }
        for (int candidate = 0; candidate < likely.length; candidate++) {
            double share = lesson.isRight(candidate) ? likely[candidate] / right : 0;
            double times = (likely[candidate] - share) * lesson.weight;
            if (Math.abs(times) > 1e-7) {
                float[] row = candidates[candidate];
                for (int at = 0; at < row.length; at++) {
                    slope[at] += times * row[at];
                }
            }
        }
        return -lesson.weight * Math.log(right);
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
