package crateworks.music.analysis;

import crateworks.music.time.TempoMap;
import java.util.Arrays;

/**
 * What may tell onsets on the beat from others where a player keeps no steady time: one weight an
 * onset and kind of evidence, at least 0. What is more or longer than elsewhere is compared with
 * the onsets within {@link #AROUND_SECONDS}.
 */
final class OnsetSignals {
    /** All onsets; those of the lowest notes; both as in {@link OnsetTimes}. */
    static final int ALL = 0;

    static final int LOW = 1;

    /** Onsets of several notes, the more of them the heavier. */
    static final int TOGETHER = 2;

    /** How far below its surroundings an onset reaches. */
    static final int DEEP = 3;

    /** How much longer its longest note is. */
    static final int LONG = 4;

    /** How much louder its loudest note is. */
    static final int LOUD = 5;

    /** The share of its pitch classes that have not begun for {@link #FORGOTTEN_SECONDS}. */
    static final int NEW = 6;

    static final int COUNT = 7;

    private static final float AROUND_SECONDS = 3;
    private static final float FORGOTTEN_SECONDS = 1.5f;
    private static final float SEMITONES = 12;
    private static final float VELOCITIES = 16;

    /** Lengths are compared by their logarithm, with this added. */
    private static final double SHORT_SECONDS = 0.05;

    private static final float DEEPEST = 2;
    private static final float LONGEST = 1.5f;
    private static final float LOUDEST = 2;

    final OnsetTimes onsets;

    /** By kind of evidence, then by onset. */
    final float[][] weights = new float[COUNT][];

    private OnsetSignals(OnsetTimes onsets) {
        this.onsets = onsets;
    }

    /** {@code onsets} are those of the notes. */
    static OnsetSignals of(OnsetTimes onsets, Columns notes, TempoMap map) {
        int count = onsets.count;
        OnsetSignals signals = new OnsetSignals(onsets);
        float[] sizes = new float[count];
        float[] lowest = new float[count];
        float[] lengths = new float[count];
        float[] loudest = new float[count];
        float[] unheard = new float[count];
        long origin = notes.isEmpty() ? 0 : map.microsAt(notes.onTick[0]);
        float[] lastSeconds = new float[12];
        Arrays.fill(lastSeconds, -FORGOTTEN_SECONDS * 2);
        int row = 0;
        for (int onset = 0; onset < count; onset++) {
            int first = row;
            float until = onset + 1 < count ? onsets.seconds[onset + 1] : Float.MAX_VALUE;
            int pitchClasses = 0;
            lowest[onset] = 128;
            for (; row < notes.count; row++) {
                long micros = map.microsAt(notes.onTick[row]);
                if ((micros - origin) / 1e6f >= until) {
                    break;
                }
                lowest[onset] = Math.min(lowest[onset], notes.pitch[row]);
                loudest[onset] = Math.max(loudest[onset], notes.velocity[row]);
                float seconds = (map.microsAt(notes.offTick[row]) - micros) / 1e6f;
                lengths[onset] = Math.max(lengths[onset], seconds);
                pitchClasses |= 1 << notes.pitch[row] % 12;
            }
            sizes[onset] = (float) Math.sqrt(Math.max(0, row - first - 1));
            lengths[onset] = (float) Math.log(SHORT_SECONDS + lengths[onset]);
            unheard[onset] = unheard(pitchClasses, onsets.seconds[onset], lastSeconds);
        }
        signals.weights[ALL] = onsets.weight;
        signals.weights[LOW] = onsets.lowWeight;
        signals.weights[TOGETHER] = sizes;
        signals.weights[DEEP] = signals.more(lowest, -1 / SEMITONES, DEEPEST);
        signals.weights[LONG] = signals.more(lengths, 1, LONGEST);
        signals.weights[LOUD] = signals.more(loudest, 1 / VELOCITIES, LOUDEST);
        signals.weights[NEW] = unheard;
        return signals;
    }

    private static float unheard(int pitchClasses, float seconds, float[] lastSeconds) {
        int unheard = 0;
        for (int pitchClass = 0; pitchClass < lastSeconds.length; pitchClass++) {
            if ((pitchClasses >> pitchClass & 1) != 0) {
                unheard += seconds - lastSeconds[pitchClass] > FORGOTTEN_SECONDS ? 1 : 0;
                lastSeconds[pitchClass] = seconds;
            }
        }
        return (float) unheard / Math.max(1, Integer.bitCount(pitchClasses));
    }

    /** How much more each is than the mean around it, times a factor, from 0 to a most. */
    private float[] more(float[] values, float times, float most) {
        float[] more = new float[values.length];
        double sum = 0;
        int from = 0;
        int to = 0;
        for (int onset = 0; onset < values.length; onset++) {
            float seconds = onsets.seconds[onset];
            while (to < values.length && onsets.seconds[to] < seconds + AROUND_SECONDS) {
                sum += values[to++];
            }
            while (onsets.seconds[from] <= seconds - AROUND_SECONDS) {
                sum -= values[from++];
            }
            double mean = sum / (to - from);
            more[onset] = (float) Math.clamp((values[onset] - mean) * times, 0.0, most);
        }
        return more;
    }
}
