package crateworks.music.analysis;

/**
 * What may tell whether an onset is on the beat: when its neighbours begin and how its notes stand
 * out. One row of {@link #COUNT} numbers an onset, each of them mostly between -2 and 2; those
 * before {@link #TIMES} change by the same when the same is played slower.
 */
final class BeatEvidence {
    /** The neighbours, counted from the onset, whose distance is evidence. */
    private static final int[] NEIGHBOURS = {1, 2, 3, 4, 6};

    /** Distances to neighbours each way, two lengths of notes, how dense it is around. */
    static final int TIMES = 2 * NEIGHBOURS.length + 3;

    static final int COUNT = TIMES + 11;

    /** Numbers that tell of loudness, and of the lengths of notes. */
    static final int[] LOUDNESS = {19, 20};

    static final int[] LENGTHS = {10, 11, 21};
    static final int[] NONE = {};

    private static final double SECONDS_MAX = 4;
    private static final double SECONDS_MIN = 0.02;

    /** How far around an onset is compared with it, close by and further. */
    private static final float CLOSE_SECONDS = 0.8f;

    private static final float AROUND_SECONDS = 3;

    private BeatEvidence() {}

    /** Row after row. */
    static float[] of(OnsetNotes notes) {
        float[] evidence = new float[notes.onsets.count * COUNT];
        distances(notes.onsets, evidence);
        fill(evidence, 10, notes.longest, 1, -1);
        fill(evidence, 11, notes.lowestLength, 1, -1);
        density(notes.onsets, evidence, 12);
        float[] together = new float[notes.size.length];
        for (int onset = 0; onset < together.length; onset++) {
            together[onset] = (float) Math.sqrt(notes.size[onset]);
        }
        fill(evidence, 13, together, 1, 1.2f);
        fill(evidence, 14, notes.above(notes.size, AROUND_SECONDS), 0.5f, 0);
        fill(evidence, 15, notes.above(notes.lowest, AROUND_SECONDS), 1 / 12f, 0);
        fill(evidence, 16, notes.above(notes.lowest, CLOSE_SECONDS), 1 / 12f, 0);
        fill(evidence, 17, notes.above(notes.highest, AROUND_SECONDS), 1 / 12f, 0);
        fill(evidence, 18, notes.lowest, 1 / 20f, 55);
        fill(evidence, 19, notes.above(notes.loudest, AROUND_SECONDS), 1 / 16f, 0);
        fill(evidence, 20, notes.above(notes.loudest, CLOSE_SECONDS), 1 / 16f, 0);
        fill(evidence, 21, notes.above(notes.longest, AROUND_SECONDS), 1, 0);
        fill(evidence, 22, notes.unheard, 1, 0);
        fill(evidence, 23, notes.wait, 0.5f, 1);
        return evidence;
    }

    private static void fill(float[] evidence, int at, float[] values, float times, float middle) {
        for (int onset = 0; onset < values.length; onset++) {
            float value = (values[onset] - middle) * times;
            evidence[onset * COUNT + at] = Math.clamp(value, -3, 3);
        }
    }

    private static void distances(OnsetTimes onsets, float[] evidence) {
        for (int onset = 0; onset < onsets.count; onset++) {
            int at = onset * COUNT;
            for (int neighbour : NEIGHBOURS) {
                evidence[at++] = distance(onsets, onset, onset + neighbour);
                evidence[at++] = distance(onsets, onset - neighbour, onset);
            }
        }
    }

    private static float distance(OnsetTimes onsets, int from, int to) {
        double seconds = SECONDS_MAX;
        if (from >= 0 && to < onsets.count) {
            seconds = Math.min(SECONDS_MAX, onsets.seconds[to] - onsets.seconds[from]);
        }
        return (float) (Math.log(SECONDS_MIN + seconds) + 1);
    }

    /** The logarithm of how far onsets are apart around each. */
    private static void density(OnsetTimes onsets, float[] evidence, int at) {
        int from = 0;
        int to = 0;
        for (int onset = 0; onset < onsets.count; onset++) {
            float seconds = onsets.seconds[onset];
            while (to < onsets.count && onsets.seconds[to] <= seconds + SECONDS_MAX) {
                to++;
            }
            while (onsets.seconds[from] < seconds - SECONDS_MAX) {
                from++;
            }
            double each = 2 * SECONDS_MAX / (to - from);
            evidence[onset * COUNT + at] = (float) (Math.log(each) + 1.6);
        }
    }
}
