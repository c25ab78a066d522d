package crateworks.music.analysis;

/**
 * The beats of drum hits, from which the drift of the grid is taken.
 *
 * <p>A tempo that is off by a hundredth moves the grid by a whole beat in a hundred, and a straight
 * groove then falls everywhere between the beats. So the grid is held to the hits that lie near its
 * beats, as a listener would: first from hit to hit, then by the mean of what lies around.
 */
final class SteadyBeats {
    /** A hit this near to a beat is meant to be on it; swung halves and sixteenths are not. */
    private static final double ON_BEAT = 0.15;

    /** How far the grid follows a hit that is on the beat. */
    private static final double FOLLOWED = 0.2;

    /** Hits within so many beats, before and after, tell where the beat is. */
    private static final double AROUND_BEATS = 4;

    /** A grid that has less than this share of the hits on its beats is not held to them. */
    private static final double ON_BEAT_SHARE_MIN = 0.2;

    private SteadyBeats() {}

    /** The beat of each hit, in their order. */
    static double[] of(Columns drums, BeatGrid grid) {
        double[] beats = new double[drums.count];
        double[] onBeat = new double[drums.count];
        double[] drifts = new double[drums.count];
        int count = 0;
        double drift = 0;
        for (int row = 0; row < beats.length; row++) {
            beats[row] = grid.beatAt(drums.onTick[row]);
            double held = beats[row] - drift;
            double away = held - Math.rint(held);
            if (Math.abs(away) <= ON_BEAT) {
                onBeat[count] = beats[row];
                drifts[count] = drift + away;
                count++;
                drift += FOLLOWED * away;
            }
        }
        if (count >= ON_BEAT_SHARE_MIN * beats.length) {
            takeOff(beats, onBeat, drifts, count);
        }
        return beats;
    }

    private static void takeOff(double[] beats, double[] onBeat, double[] drifts, int count) {
        double sum = 0;
        int from = 0;
        int to = 0;
        for (int row = 0; row < beats.length; row++) {
            while (to < count && onBeat[to] <= beats[row] + AROUND_BEATS) {
                sum += drifts[to++];
            }
            while (from < to && onBeat[from] < beats[row] - AROUND_BEATS) {
                sum -= drifts[from++];
            }
            if (to > from) {
                beats[row] -= sum / (to - from);
            }
        }
    }
}
