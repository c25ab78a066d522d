package crateworks.benchmarks.learning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The lowest point of a smooth convex function, found by L-BFGS (Nocedal and Wright, Numerical
 * Optimization, 2nd edition, algorithms 7.4 and 7.5) with a line search that halves its step.
 */
final class Descent {
    private static final int MEMORY = 10;
    private static final double ENOUGH = 1e-6;
    private static final double SUFFICIENT_SHARE = 1e-4;
    private static final double STEP_MIN = 1e-9;

    /** A function that writes its slope at a point and returns its height. */
    interface Function {
        double at(double[] point, double[] slope);
    }

    /** A step that was taken, and how the slope changed over it. */
    private static final class Step {
        private final double[] way;
        private final double[] bend;
        private final double product;

        private Step(double[] way, double[] bend, double product) {
            this.way = way;
            this.bend = bend;
            this.product = product;
        }
    }

    private Descent() {}

    static double[] lowest(Function function, double[] start, int roundsMax) {
        Deque<Step> steps = new ArrayDeque<>();
        double[] point = start.clone();
        double[] slope = new double[point.length];
        double height = function.at(point, slope);
        for (int round = 0; round < roundsMax; round++) {
            double[] direction = direction(slope, steps);
            double descent = dot(slope, direction);
            double[] next = new double[point.length];
            double[] nextSlope = new double[point.length];
            double length = 1;
            double reached = moved(function, point, direction, length, next, nextSlope);
            while (reached > height + SUFFICIENT_SHARE * length * descent && length > STEP_MIN) {
                length /= 2;
                reached = moved(function, point, direction, length, next, nextSlope);
            }
            remember(steps, minus(next, point), minus(nextSlope, slope));
            boolean isDone = height - reached < ENOUGH * Math.max(1, Math.abs(height));
            point = next;
            slope = nextSlope;
            height = reached;
            if (isDone) {
                break;
            }
        }
        return point;
    }

    private static double moved(
            Function function,
            double[] point,
            double[] direction,
            double length,
            double[] next,
            double[] slope) {
        for (int at = 0; at < point.length; at++) {
            next[at] = point[at] + length * direction[at];
        }
        return function.at(next, slope);
    }

    private static void remember(Deque<Step> steps, double[] way, double[] bend) {
        double product = dot(way, bend);
        if (product > 1e-12) {
            steps.addLast(new Step(way, bend, product));
        }
        if (steps.size() > MEMORY) {
            steps.removeFirst();
        }
    }

    private static double[] direction(double[] slope, Deque<Step> steps) {
        double[] direction = slope.clone();
        List<Step> backwards = new ArrayList<>(steps).reversed();
        double[] shares = new double[backwards.size()];
        for (int place = 0; place < shares.length; place++) {
            Step step = backwards.get(place);
            shares[place] = dot(step.way, direction) / step.product;
            add(direction, step.bend, -shares[place]);
        }
        double scale =
                backwards.isEmpty()
                        ? 1 / Math.max(1, Math.sqrt(dot(slope, slope)))
                        : backwards.getFirst().product
                                / dot(backwards.getFirst().bend, backwards.getFirst().bend);
        for (int at = 0; at < direction.length; at++) {
            direction[at] *= scale;
        }
        for (int place = shares.length - 1; place >= 0; place--) {
            Step step = backwards.get(place);
            double share = dot(step.bend, direction) / step.product;
            add(direction, step.way, shares[place] - share);
        }
        for (int at = 0; at < direction.length; at++) {
            direction[at] = -direction[at];
        }
        return direction;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int at = 0; at < to.length; at++) {
            to[at] += times * what[at];
        }
    }

    private static double[] minus(double[] one, double[] other) {
        double[] difference = new double[one.length];
        for (int at = 0; at < one.length; at++) {
            difference[at] = one[at] - other[at];
        }
        return difference;
    }
}
