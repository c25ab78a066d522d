package crateworks.music.analysis;

import java.util.Optional;

/**
 * The beat that the onsets of a file suggest, whatever its ticks mean.
 *
 * @param firstSeconds a beat, counted from the first onset; it may be negative
 * @param probability how likely the length is, against all others
 * @param isSteady whether one length does for the whole file
 */
record TempoFromNotes(
        double beatSeconds, double firstSeconds, double probability, boolean isSteady) {
    /** Less than this tells no tempo. */
    private static final int ONSETS_MIN = 8;

    private static final double SPAN_SECONDS_MIN = 2;

    /** Neighbouring lags that belong to one tempo: within 4 %. */
    private static final int NEIGHBOURS = 3;

    /** How far from the lag the exact length is looked for, and in how long a part of the file. */
    private static final double REFINED_SHARE = 0.02;

    private static final double REFINED_SECONDS = 30;

    /** Onsets on quarters of a beat tell its length more exactly than those on the beat. */
    private static final int HALVINGS = 3;

    /**
     * Drums are hardly ever slower than 70: two beats of kick and snare under plain eighths, which
     * are as like each other as beats can be, are not one.
     */
    private static final double DRUM_BEAT_SECONDS_MAX = 60 / 70.0;

    /** The parts of a beat that onsets are put on, and how little that may change its length. */
    private static final int PARTS = 4;

    private static final double STRAIGHTENED_SHARE = 0.01;

    /** Onsets that agree this much on some length were played to a steady beat. */
    private static final double STEADY_SHARE = 0.6;

    static Optional<TempoFromNotes> of(OnsetTimes onsets, boolean isDrum) {
        if (onsets.count < ONSETS_MIN || onsets.spanSeconds() < SPAN_SECONDS_MIN) {
            return Optional.empty();
        }
        OnsetPeriods periods = OnsetPeriods.of(onsets);
        double gap = onsets.spanSeconds() / (onsets.count - 1);
        double[] likely =
                TempoScores.of(periods, gap, isDrum ? TempoScores.DRUMS : TempoScores.NOTES);
        int best = 0;
        double most = 0;
        for (int candidate = 0; candidate < likely.length; candidate++) {
            double mass = massAround(likely, candidate);
            if (mass > most) {
                most = mass;
                best = candidate;
            }
        }
        double heard = OnsetPeriods.lagSeconds(TempoScores.FIRST_LAG + best);
        double about = isDrum && heard > DRUM_BEAT_SECONDS_MAX ? heard / 2 : heard;
        TempoFromNotes steady = refined(onsets, about, Math.min(1, most));
        if (isDrum || steady.isSteady) {
            return Optional.of(steady);
        }
        double length = TempoPath.typicalBeat(onsets).orElse(about);
        return Optional.of(
                new TempoFromNotes(length, steady.firstSeconds, steady.probability, false));
    }

    private static double massAround(double[] likely, int candidate) {
        double mass = 0;
        int first = Math.max(0, candidate - NEIGHBOURS);
        int last = Math.min(likely.length - 1, candidate + NEIGHBOURS);
        for (int near = first; near <= last; near++) {
            mass += likely[near] * (1 - 0.1 * Math.abs(near - candidate));
        }
        return mass;
    }

    /**
     * Turns the onsets around circles of nearly the length and keeps the one they agree on most.
     */
    private static TempoFromNotes refined(OnsetTimes onsets, double about, double probability) {
        double span = Math.min(REFINED_SECONDS, onsets.spanSeconds());
        int steps = (int) Math.ceil(REFINED_SHARE * span / about * 4);
        double mostAgreed = -1;
        double best = about;
        double bestAngle = 0;
        for (int step = -steps; step <= steps; step++) {
            double length = about * (1 + REFINED_SHARE * step / Math.max(1, steps));
            double[] whole = turned(onsets, length);
            double agreed = whole[2];
            if (agreed > mostAgreed) {
                mostAgreed = agreed;
                best = length;
                bestAngle = Math.atan2(whole[1], whole[0]);
            }
        }
        boolean isSteady = mostAgreed >= STEADY_SHARE * weightsOf(onsets);
        double first = bestAngle / (2 * Math.PI) * best;
        TempoFromNotes found = new TempoFromNotes(best, first, probability, isSteady);
        return isSteady ? found.straightened(onsets) : found;
    }

    /**
     * The same with the line through the onsets, each on the quarter of a beat that it is nearest
     * to: the circles are some thousandths of a beat apart.
     */
    private TempoFromNotes straightened(OnsetTimes onsets) {
        double count = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int onset = 0; onset < onsets.count; onset++) {
            double seconds = onsets.seconds[onset];
            if (seconds > REFINED_SECONDS) {
                break;
            }
            double beats = Math.rint((seconds - firstSeconds) / beatSeconds * PARTS) / PARTS;
            double weight = onsets.weight[onset] + onsets.lowWeight[onset];
            count += weight;
            sumX += weight * beats;
            sumY += weight * seconds;
            sumXx += weight * beats * beats;
            sumXy += weight * beats * seconds;
        }
        double spread = count * sumXx - sumX * sumX;
        double length = (count * sumXy - sumX * sumY) / spread;
        if (!(Math.abs(length / beatSeconds - 1) <= STRAIGHTENED_SHARE)) {
            return this;
        }
        double first = (sumY - length * sumX) / count;
        return new TempoFromNotes(length, first, probability, isSteady);
    }

    /**
     * The sum of the onsets as places on a circle of a length, x and y; then how much they agree on
     * it, on its half and on its quarter.
     */
    private static double[] turned(OnsetTimes onsets, double length) {
        double[] x = new double[HALVINGS];
        double[] y = new double[HALVINGS];
        for (int onset = 0; onset < onsets.count; onset++) {
            if (onsets.seconds[onset] > REFINED_SECONDS) {
                break;
            }
            double weight = onsets.weight[onset] + onsets.lowWeight[onset];
            double angle = 2 * Math.PI * onsets.seconds[onset] / length;
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
        return new double[] {x[0], y[0], agreed};
    }

    /**
     * The square of all weights: what {@link #turned} finds when all onsets agree on one circle.
     */
    private static double weightsOf(OnsetTimes onsets) {
        double sum = 0;
        for (int onset = 0; onset < onsets.count; onset++) {
            if (onsets.seconds[onset] > REFINED_SECONDS) {
                break;
            }
            sum += onsets.weight[onset] + onsets.lowWeight[onset];
        }
        return sum * sum;
    }

    double bpm() {
        return 60 / beatSeconds;
    }
}
