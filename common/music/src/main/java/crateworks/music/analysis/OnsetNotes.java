package crateworks.music.analysis;

import crateworks.music.time.TempoMap;
import java.util.Arrays;

/** The notes that begin at each onset of {@link OnsetTimes}, as numbers to compare. */
final class OnsetNotes {
    /** Pitch classes are new again after this time. */
    private static final float FORGOTTEN_SECONDS = 1.5f;

    private static final float WAIT_SECONDS_MAX = 4;

    /** Lengths are compared by their logarithm, with this added. */
    private static final double SHORT_SECONDS = 0.05;

    final OnsetTimes onsets;

    final float[] size;
    final float[] lowest;
    final float[] highest;
    final float[] loudest;

    /** Logarithms of the lengths of the longest and of the lowest note. */
    final float[] longest;

    final float[] lowestLength;

    /** The share of its pitch classes that have not begun for {@link #FORGOTTEN_SECONDS}. */
    final float[] unheard;

    /** The seconds since the lowest note's key was last struck, up to some. */
    final float[] wait;

    private final float[] lastOfPitchClass = new float[12];
    private final float[] lastOfPitch = new float[128];

    private OnsetNotes(OnsetTimes onsets) {
        this.onsets = onsets;
        int count = onsets.count;
        size = new float[count];
        lowest = new float[count];
        highest = new float[count];
        loudest = new float[count];
        longest = new float[count];
        lowestLength = new float[count];
        unheard = new float[count];
        wait = new float[count];
        Arrays.fill(lastOfPitchClass, -FORGOTTEN_SECONDS * 2);
        Arrays.fill(lastOfPitch, -WAIT_SECONDS_MAX);
    }

    /** {@code onsets} are those of the notes. */
    static OnsetNotes of(OnsetTimes onsets, Columns notes, TempoMap map) {
        OnsetNotes all = new OnsetNotes(onsets);
        long origin = notes.isEmpty() ? 0 : map.microsAt(notes.onTick[0]);
        int row = 0;
        for (int onset = 0; onset < onsets.count; onset++) {
            int first = row;
            float until = onset + 1 < onsets.count ? onsets.seconds[onset + 1] : Float.MAX_VALUE;
            while (row < notes.count && (map.microsAt(notes.onTick[row]) - origin) / 1e6f < until) {
                row++;
            }
            all.gather(onset, notes, map, first, row);
        }
        return all;
    }

    private void gather(int onset, Columns notes, TempoMap map, int from, int to) {
        int pitchClasses = 0;
        size[onset] = to - from;
        lowest[onset] = 128;
        for (int row = from; row < to; row++) {
            long length = map.microsAt(notes.offTick[row]) - map.microsAt(notes.onTick[row]);
            float seconds = length / 1e6f;
            if (notes.pitch[row] < lowest[onset]) {
                lowest[onset] = notes.pitch[row];
                lowestLength[onset] = seconds;
            }
            highest[onset] = Math.max(highest[onset], notes.pitch[row]);
            loudest[onset] = Math.max(loudest[onset], notes.velocity[row]);
            longest[onset] = Math.max(longest[onset], seconds);
            pitchClasses |= 1 << notes.pitch[row] % 12;
        }
        longest[onset] = (float) Math.log(SHORT_SECONDS + longest[onset]);
        lowestLength[onset] = (float) Math.log(SHORT_SECONDS + lowestLength[onset]);
        float now = onsets.seconds[onset];
        unheard[onset] = unheard(pitchClasses, now);
        int key = (int) Math.min(127, lowest[onset]);
        wait[onset] = Math.min(WAIT_SECONDS_MAX, now - lastOfPitch[key]);
        for (int row = from; row < to; row++) {
            lastOfPitch[notes.pitch[row]] = now;
        }
    }

    private float unheard(int pitchClasses, float seconds) {
        int unheard = 0;
        for (int pitchClass = 0; pitchClass < lastOfPitchClass.length; pitchClass++) {
            if ((pitchClasses >> pitchClass & 1) != 0) {
                unheard += seconds - lastOfPitchClass[pitchClass] > FORGOTTEN_SECONDS ? 1 : 0;
                lastOfPitchClass[pitchClass] = seconds;
            }
        }
        return (float) unheard / Math.max(1, Integer.bitCount(pitchClasses));
    }

    /** How much more each value is than the mean of the onsets so many seconds around it. */
    float[] above(float[] values, float aroundSeconds) {
        float[] above = new float[values.length];
        double sum = 0;
        int from = 0;
        int to = 0;
        for (int onset = 0; onset < values.length; onset++) {
            float seconds = onsets.seconds[onset];
            while (to < values.length && onsets.seconds[to] < seconds + aroundSeconds) {
                sum += values[to++];
            }
            while (onsets.seconds[from] <= seconds - aroundSeconds) {
                sum -= values[from++];
            }
            above[onset] = (float) (values[onset] - sum / (to - from));
        }
        return above;
    }
}
