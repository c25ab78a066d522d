package crateworks.music.analysis;

import crateworks.music.time.TempoMap;
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

    /** Those of the middle need not agree as much on nearly the same length; players do not. */
    private static final double STEADY_SHARE_OF_MIDDLE = 0.3;

    /** Of the files that were played freely so many are heard right, if one level is clear. */
    private static final double FREE_RIGHT_SHARE = 0.65;

    static Optional<TempoFromNotes> of(Columns notes, TempoMap map, boolean isDrum) {
        OnsetTimes onsets = OnsetTimes.of(notes, map);
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
        if (isDrum || (steady.isSteady && steady.isSteadyInTheMiddle(onsets))) {
            return Optional.of(steady);
        }
        return FreeTempo.of(OnsetNotes.of(onsets, notes, map))
                .map(free -> steady.freely(free.beatSeconds(), FREE_RIGHT_SHARE * free.share()))
                .or(() -> Optional.of(steady.freely(about, steady.probability)));
    }

    private TempoFromNotes freely(double seconds, double likely) {
        return new TempoFromNotes(seconds, firstSeconds, likely, false);
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

    private static TempoFromNotes refined(OnsetTimes onsets, double about, double probability) {
        Turned turned = Turned.most(onsets, about, 0);
        boolean isSteady = turned.agreed() >= STEADY_SHARE;
        double first = turned.angle() / (2 * Math.PI) * turned.length();
        TempoFromNotes found = new TempoFromNotes(turned.length(), first, probability, isSteady);
        return isSteady ? found.straightened(onsets) : found;
    }

    /** Whether the middle of the file keeps to nearly the length that its beginning keeps to. */
    private boolean isSteadyInTheMiddle(OnsetTimes onsets) {
        double from = Math.max(0, (onsets.spanSeconds() - Turned.SECONDS) / 2);
        return Turned.most(onsets, beatSeconds, from).agreed() >= STEADY_SHARE_OF_MIDDLE;
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
            if (seconds > Turned.SECONDS) {
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

    double bpm() {
        return 60 / beatSeconds;
    }
}
