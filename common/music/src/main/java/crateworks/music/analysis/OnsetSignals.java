package crateworks.music.analysis;

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

    /** The share of its pitch classes that are new. */
    static final int NEW = 6;

    /** How likely it is on a beat, on a part of one, on the first of a bar: {@link BeatLikely}. */
    static final int BEAT = 7;

    static final int PART = 8;
    static final int BAR = 9;

    static final int COUNT = 10;

    private static final float AROUND_SECONDS = 3;
    private static final float SEMITONES = 12;
    private static final float VELOCITIES = 16;
    private static final float DEEPEST = 2;
    private static final float LONGEST = 1.5f;
    private static final float LOUDEST = 2;

    final OnsetTimes onsets;

    /** By kind of evidence, then by onset. */
    final float[][] weights = new float[COUNT][];

    private OnsetSignals(OnsetTimes onsets) {
        this.onsets = onsets;
    }

    static OnsetSignals of(OnsetNotes notes, BeatLikely likely) {
        OnsetSignals signals = new OnsetSignals(notes.onsets);
        float[] together = new float[notes.size.length];
        for (int onset = 0; onset < together.length; onset++) {
            together[onset] = (float) Math.sqrt(Math.max(0, notes.size[onset] - 1));
        }
        signals.weights[ALL] = notes.onsets.weight;
        signals.weights[LOW] = notes.onsets.lowWeight;
        signals.weights[TOGETHER] = together;
        signals.weights[DEEP] = more(notes, notes.lowest, -1 / SEMITONES, DEEPEST);
        signals.weights[LONG] = more(notes, notes.longest, 1, LONGEST);
        signals.weights[LOUD] = more(notes, notes.loudest, 1 / VELOCITIES, LOUDEST);
        signals.weights[NEW] = notes.unheard;
        signals.weights[BEAT] = likely.probabilities(BeatLikely.BEAT);
        signals.weights[PART] = likely.probabilities(BeatLikely.PART);
        signals.weights[BAR] = likely.probabilities(BeatLikely.BAR);
        return signals;
    }

    /** How much more each is than the mean around it, times a factor, from 0 to a most. */
    private static float[] more(OnsetNotes notes, float[] values, float times, float most) {
        float[] more = notes.above(values, AROUND_SECONDS);
        for (int onset = 0; onset < more.length; onset++) {
            more[onset] = Math.clamp(more[onset] * times, 0, most);
        }
        return more;
    }
}
