package crateworks.music.analysis;

/**
 * Onsets turned around a circle as long as a beat: where they come to lie together.
 *
 * @param length of the circle, in seconds
 * @param angle where they lie, in radians from the first onset of the file
 * @param agreed how much they agree on the length, its half and its quarter: 3 when all onsets fall
 *     together on each, or there are none; near 0 when they fall anywhere
 */
record Turned(double length, double angle, double agreed) {
    /** How long a part of the file is looked at. */
    static final double SECONDS = 30;

    /** How far from the length that is expected the exact one is looked for. */
    private static final double REFINED_SHARE = 0.02;

    /** Onsets on quarters of a beat tell its length more exactly than those on the beat. */
    private static final int HALVINGS = 3;

    /** The length near to another that the onsets from a time on agree on most. */
    static Turned most(OnsetTimes onsets, double about, double fromSeconds) {
        double span = Math.min(SECONDS, onsets.spanSeconds() - fromSeconds);
        int steps = (int) Math.ceil(REFINED_SHARE * span / about * 4);
        Turned most = new Turned(about, 0, -1);
        for (int step = -steps; step <= steps; step++) {
            double length = about * (1 + REFINED_SHARE * step / Math.max(1, steps));
            Turned turned = of(onsets, length, fromSeconds);
            most = turned.agreed > most.agreed ? turned : most;
        }
        return most;
    }

    private static Turned of(OnsetTimes onsets, double length, double fromSeconds) {
        double[] x = new double[HALVINGS];
        double[] y = new double[HALVINGS];
        double sum = 0;
        for (int onset = 0; onset < onsets.count; onset++) {
            double seconds = onsets.seconds[onset];
            if (seconds > fromSeconds + SECONDS) {
                break;
            }
            if (seconds < fromSeconds) {
                continue;
            }
            double weight = onsets.weight[onset] + onsets.lowWeight[onset];
            sum += weight;
            double angle = 2 * Math.PI * seconds / length;
            double real = Math.cos(angle);
            double imaginary = Math.sin(angle);
            for (int halving = 0; halving < HALVINGS; halving++) {
                x[halving] += weight * real;
                y[halving] += weight * imaginary;
                double twice = real * real - imaginary * imaginary;
                imaginary = 2 * real * imaginary;
                real = twice;
            }
        }
        double agreed = 0;
        for (int halving = 0; halving < HALVINGS; halving++) {
            agreed += x[halving] * x[halving] + y[halving] * y[halving];
        }
        double share = sum == 0 ? HALVINGS : agreed / (sum * sum);
        return new Turned(length, Math.atan2(y[0], x[0]), share);
    }
}
