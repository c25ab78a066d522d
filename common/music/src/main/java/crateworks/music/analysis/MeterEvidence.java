package crateworks.music.analysis;

import java.util.HashMap;
import java.util.Map;

/**
 * What the notes of a file say for each time signature.
 *
 * <p>{@code common} is the same for all signatures, and each weighs it in its own way: how much the
 * file is like itself at the lengths of common bars and their parts, and where in the quarter notes
 * begin. {@code own} is about the bars of one signature, and is weighed alike for all, so that what
 * makes a bar of 5/4 is also learnt from bars of 4/4.
 */
final class MeterEvidence {
    /** In cells of the raster, from an eighth note to four bars of four. */
    private static final int[] LAGS = {
        6, 12, 18, 24, 30, 36, 42, 48, 54, 60, 72, 84, 96, 108, 120, 144, 168, 192
    };

    /** The bars that a bar must be more alike than, if it is none of their multiples. */
    private static final int[] RIVALS = {24, 30, 36, 42, 48, 54, 60, 72, 84, 96};

    /** 192 bars of four, and 16. */
    private static final int QUARTERS_MAX = 768;

    private static final int QUARTERS_AT_A_GLANCE = 64;

    private static final int PLACES = 12;
    private static final int SIGNALS = BarRaster.SIGNALS;

    /** The numbers that {@link #common} has, the last of them 1. */
    static final int COMMON = PLACES + (1 + SIGNALS) * LAGS.length + 1;

    /** The numbers that {@link #own} has. */
    static final int OWN = 4 + (2 + BarRaster.FOLDED) * SIGNALS + 2;

    /** A file that ends so near a bar line, in bars, ends on it. */
    private static final double ON_LINE_BARS = 0.02;

    private static final int USUAL_BARS_MAX = 64;

    private final BarRaster raster;
    private final double endQuarters;
    private final float[] again = new float[BarRaster.LAG_MAX + 1];
    private final float[] alike = new float[(BarRaster.LAG_MAX + 1) * SIGNALS];
    private final boolean[] isKnown = new boolean[BarRaster.LAG_MAX + 1];
    private final Map<Integer, float[]> ownOfBar = new HashMap<>();
    private final float[] common = new float[COMMON];

    /** The evidence of a whole file; {@code endTick} may be behind its last note. */
    static MeterEvidence of(Columns notes, BeatGrid grid, int endTick) {
        return new MeterEvidence(notes, grid, endTick, QUARTERS_MAX);
    }

    /** That of its beginning, for a glance. */
    static MeterEvidence ofBeginning(Columns notes, BeatGrid grid, int endTick) {
        return new MeterEvidence(notes, grid, endTick, QUARTERS_AT_A_GLANCE);
    }

    private MeterEvidence(Columns notes, BeatGrid grid, int endTick, int quartersMax) {
        raster = new BarRaster(notes, grid, quartersMax);
        endQuarters = grid.beatAt(endTick);
        int count = Math.min(notes.count, OnsetTimes.ONSETS_MAX);
        for (int row = 0; row < count; row++) {
            double beat = grid.beatAt(notes.onTick[row]);
            int place = (int) Math.round((beat - Math.floor(beat)) * PLACES) % PLACES;
            common[place] += 1f / count;
        }
        for (int at = 0; at < LAGS.length; at++) {
            learn(LAGS[at]);
            common[PLACES + at] = again[LAGS[at]];
            for (int signal = 0; signal < SIGNALS; signal++) {
                common[PLACES + (1 + signal) * LAGS.length + at] =
                        alike[LAGS[at] * SIGNALS + signal];
            }
        }
        common[COMMON - 1] = 1;
    }

    private void learn(int lag) {
        if (!isKnown[lag]) {
            isKnown[lag] = true;
            again[lag] = raster.again(lag);
            raster.alike(lag, alike, lag * SIGNALS);
        }
    }

    /** Numbers that all signatures share; not to be written to. */
    float[] common() {
        return common;
    }

    /** What speaks for bars of so many quarters; not to be written to. */
    float[] own(double quarters) {
        int bar = (int) Math.round(quarters * BarRaster.CELLS);
        return ownOfBar.computeIfAbsent(bar, this::ofBar);
    }

    private float[] ofBar(int bar) {
        float[] into = new float[OWN];
        learn(bar);
        learn(2 * bar);
        learn(4 * bar);
        float rival = 0;
        for (int lag : RIVALS) {
            rival = lag % bar == 0 ? rival : Math.max(rival, again(lag));
        }
        into[0] = again[bar];
        into[1] = again[2 * bar];
        into[2] = again[4 * bar];
        into[3] = again[bar] - rival;
        int at = 4;
        for (int signal = 0; signal < SIGNALS; signal++) {
            into[at] = alike[bar * SIGNALS + signal];
            into[at + 1] = alike[2 * bar * SIGNALS + signal];
            raster.fold(signal, bar, into, at + 2);
            at += 2 + BarRaster.FOLDED;
        }
        double bars = endQuarters * BarRaster.CELLS / bar;
        boolean isWhole = bars > 0.5 && Math.abs(bars - Math.rint(bars)) < ON_LINE_BARS;
        long count = Math.round(bars);
        boolean isUsual = isWhole && count <= USUAL_BARS_MAX && Long.bitCount(count) == 1;
        into[at] = isWhole ? 1 : 0;
        into[at + 1] = isUsual ? 1 : 0;
        return into;
    }

    private float again(int lag) {
        learn(lag);
        return again[lag];
    }
}
