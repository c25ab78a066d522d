package crateworks.music.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The beat through a file that was played freely: its length in each of many windows, so chosen
 * that it suits the windows and does not jump; a Viterbi path over the candidates of {@link
 * TempoScores}.
 */
final class TempoPath {
    private static final double WINDOW_SECONDS = 10;
    private static final int WINDOWS_MAX = 40;
    private static final int ONSETS_MIN = 6;

    /** How far the beat may move from a window to the next, in lags, and what each costs. */
    private static final int STEP_MAX = 12;

    private static final double STEP_COST = 0.5;

    /**
     * The place of the typical beat among those of the windows, the shortest first. Where players
     * slow down they play less, and windows with less say less; so it is beyond the middle.
     */
    private static final double TYPICAL_SHARE = 0.7;

    private TempoPath() {}

    /** The length that most windows' beats are shorter than; none where too little is played. */
    static OptionalDouble typicalBeat(OnsetTimes onsets) {
        List<int[]> windows = windows(onsets);
        if (windows.isEmpty()) {
            return OptionalDouble.empty();
        }
        double[][] scores = new double[windows.size()][];
        for (int window = 0; window < scores.length; window++) {
            int from = windows.get(window)[0];
            int to = windows.get(window)[1];
            double gap = (onsets.seconds[to - 1] - onsets.seconds[from]) / (to - from - 1);
            OnsetPeriods periods = OnsetPeriods.of(onsets, from, to);
            scores[window] = TempoScores.scores(periods, gap, TempoScores.FREE);
        }
        return OptionalDouble.of(typical(path(scores)));
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

    private static int[] path(double[][] scores) {
        int windows = scores.length;
        int[][] cameFrom = new int[windows][TempoScores.CANDIDATES];
        double[] sums = scores[0].clone();
        for (int window = 1; window < windows; window++) {
            double[] next = new double[TempoScores.CANDIDATES];
            for (int candidate = 0; candidate < next.length; candidate++) {
                int first = Math.max(0, candidate - STEP_MAX);
                int last = Math.min(next.length - 1, candidate + STEP_MAX);
                int best = candidate;
                double most = sums[candidate];
                for (int before = first; before <= last; before++) {
                    double sum = sums[before] - STEP_COST * Math.abs(before - candidate);
                    if (sum > most) {
                        most = sum;
                        best = before;
                    }
                }
                cameFrom[window][candidate] = best;
                next[candidate] = most + scores[window][candidate];
            }
            sums = next;
        }
        int[] path = new int[windows];
        for (int candidate = 1; candidate < sums.length; candidate++) {
            path[windows - 1] =
                    sums[candidate] > sums[path[windows - 1]] ? candidate : path[windows - 1];
        }
        for (int window = windows - 1; window > 0; window--) {
            path[window - 1] = cameFrom[window][path[window]];
        }
        return path;
    }

    /** Windows last equally long, whatever is played in them. */
    private static double typical(int[] path) {
        int[] lags = path.clone();
        Arrays.sort(lags);
        return seconds(lags[(int) (lags.length * TYPICAL_SHARE)]);
    }

    private static double seconds(int candidate) {
        return OnsetPeriods.lagSeconds(TempoScores.FIRST_LAG + candidate);
    }
}
