package crateworks.music.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The typical beat of a file that was played freely.
 *
 * <p>Each of many windows scores all lengths by {@link FreeScores}; how likely each length is in
 * each window then follows from all windows together, since a beat does not jump: forwards and
 * backwards through a hidden Markov model. The length that most of the time is near to names the
 * level, and beats about as long are followed by {@link FreeBeats}.
 *
 * @param share of the time, in which the beat is near to it
 */
record FreeTempo(double beatSeconds, double share) {
    private static final double WINDOW_SECONDS = 10;
    private static final int WINDOWS_MAX = 40;
    private static final int ONSETS_MIN = 6;

    /** How much likelier a beat is to stay than to move by one lag; it may move so far. */
    private static final double STEP_COST = 0.5;

    private static final int STEP_MAX = 12;

    private static final double[] STEPS = new double[STEP_MAX + 1];

    static {
        for (int step = 0; step <= STEP_MAX; step++) {
            STEPS[step] = Math.exp(-STEP_COST * step);
        }
    }

    /** What is left for jumps further than that. */
    private static final double JUMP = 1e-9;

    /** Lengths within a tenth speak for each other; those within a fifth are one level. */
    private static final int NEAR_LAGS = lags(1.1);

    private static final int LEVEL_LAGS = lags(1.2);

    /**
     * The place of the typical beat among those of its level, the shortest first. Where players
     * slow down they play less, and windows with less say less; so it is beyond the middle.
     */
    private static final double TYPICAL_SHARE = 0.6;

    private static int lags(double ratio) {
        return (int) Math.round(Math.log(ratio) / Math.log(OnsetPeriods.STEP));
    }

    /** None where too little is played. */
    static Optional<FreeTempo> of(OnsetNotes notes) {
        BeatLikely likely = BeatLikely.of(notes);
        List<FreeScores.Passage> passages = passages(OnsetSignals.of(notes, likely));
        if (passages.isEmpty()) {
            return Optional.empty();
        }
        FreeTempo about =
                of(passages.stream().map(FreeScores.Passage::scores).toArray(double[][]::new));
        return Optional.of(about.exact(notes.onsets, likely));
    }

    /** The median of the beats that are about as long as this. */
    FreeTempo exact(OnsetTimes onsets, BeatLikely likely) {
        float[] odds = likely.odds[BeatLikely.BEAT];
        return new FreeTempo(FreeBeats.medianSeconds(onsets, odds, beatSeconds), share);
    }

    /** By the scores of each window, which are used up: at least one window. */
    static FreeTempo of(double[][] scores) {
        double[] time = time(scores);
        int level = 0;
        double most = -1;
        for (int candidate = 0; candidate < time.length; candidate++) {
            double near = 0;
            int first = Math.max(0, candidate - NEAR_LAGS);
            int last = Math.min(time.length - 1, candidate + NEAR_LAGS);
            for (int other = first; other <= last; other++) {
                near += time[other] * (NEAR_LAGS + 1 - Math.abs(other - candidate));
            }
            if (near > most) {
                most = near;
                level = candidate;
            }
        }
        int first = Math.max(0, level - LEVEL_LAGS);
        int last = Math.min(time.length - 1, level + LEVEL_LAGS);
        double sum = 0;
        for (int candidate = first; candidate <= last; candidate++) {
            sum += time[candidate];
        }
        int typical = first;
        double passed = time[first];
        while (typical < last && passed < TYPICAL_SHARE * sum) {
            passed += time[++typical];
        }
        return new FreeTempo(OnsetPeriods.lagSeconds(TempoScores.FIRST_LAG + typical), sum);
    }

    /** The windows in which enough is played. */
    static List<FreeScores.Passage> passages(OnsetSignals signals) {
        List<FreeScores.Passage> passages = new ArrayList<>();
        for (int[] window : windows(signals.onsets)) {
            passages.add(new FreeScores.Passage(signals, window[0], window[1]));
        }
        return passages;
    }

    /** The first onset of each window, and the first after it. */
    static List<int[]> windows(OnsetTimes onsets) {
        List<int[]> windows = new ArrayList<>();
        double hop = Math.max(WINDOW_SECONDS / 2, onsets.spanSeconds() / WINDOWS_MAX);
        double start = onsets.count == 0 ? 0 : onsets.seconds[0];
        double end = start + Math.max(0, onsets.spanSeconds() - WINDOW_SECONDS / 2);
        int from = 0;
        int to = 0;
        while (start <= end) {
            while (from < onsets.count && onsets.seconds[from] < start) {
                from++;
            }
            while (to < onsets.count && onsets.seconds[to] < start + WINDOW_SECONDS) {
                to++;
            }
            if (to - from >= ONSETS_MIN) {
                windows.add(new int[] {from, to});
            }
            start += hop;
        }
        return windows;
    }

    /** The share of the time that each length is the beat: windows last equally long. */
    private static double[] time(double[][] scores) {
        int count = TempoScores.CANDIDATES;
        double[][] forwards = new double[scores.length][];
        double[] before = new double[count];
        Arrays.fill(before, 1.0 / count);
        for (int window = 0; window < scores.length; window++) {
            exponentiate(scores[window]);
            forwards[window] = times(before, scores[window]);
            before = moved(forwards[window]);
        }
        double[] time = new double[count];
        double[] after = new double[count];
        Arrays.fill(after, 1.0 / count);
        for (int window = scores.length - 1; window >= 0; window--) {
            double[] likely = times(forwards[window], after);
            for (int candidate = 0; candidate < count; candidate++) {
                time[candidate] += likely[candidate] / scores.length;
            }
            after = moved(times(after, scores[window]));
        }
        return time;
    }

    private static void exponentiate(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        for (int candidate = 0; candidate < scores.length; candidate++) {
            scores[candidate] = Math.exp(scores[candidate] - most);
        }
    }

    /** The products, made to add up to 1. */
    private static double[] times(double[] one, double[] other) {
        double[] products = new double[one.length];
        double sum = Double.MIN_NORMAL;
        for (int candidate = 0; candidate < one.length; candidate++) {
            products[candidate] = one[candidate] * other[candidate];
            sum += products[candidate];
        }
        for (int candidate = 0; candidate < one.length; candidate++) {
            products[candidate] /= sum;
        }
        return products;
    }

    /** How likely each length is a window later, or earlier. */
    private static double[] moved(double[] likely) {
        double[] moved = new double[likely.length];
        for (int candidate = 0; candidate < likely.length; candidate++) {
            int first = Math.max(0, candidate - STEP_MAX);
            int last = Math.min(likely.length - 1, candidate + STEP_MAX);
            double sum = JUMP;
            for (int other = first; other <= last; other++) {
                sum += likely[other] * STEPS[Math.abs(other - candidate)];
            }
            moved[candidate] = sum;
        }
        return moved;
    }
}
