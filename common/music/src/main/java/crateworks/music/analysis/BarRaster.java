package crateworks.music.analysis;

import java.util.Arrays;

/**
 * The onsets of a file on a raster of twelfths of a quarter note, which holds sixteenths and
 * triplets: how much a stretch is like the one some cells later, and what stands out in a bar.
 *
 * <p>Cell 0 is the quarter in which the first note begins. Neighbouring cells count as one, since
 * players do not keep exact time.
 */
final class BarRaster {
    /** Cells in a quarter note. */
    static final int CELLS = 12;

    /** The longest lag, in cells: four bars of 7/4. */
    static final int LAG_MAX = 4 * 7 * CELLS;

    /** What {@link #fold} writes. */
    static final int FOLDED = 4;

    /** Longer notes count no more: one that is held for bars outweighs no bar. */
    private static final double LENGTH_QUARTERS_MAX = 2;

    /** Bars are compared with others from the halves of quarters on. */
    private static final int PLACE_CELLS = CELLS / 2;

    private static final double LOGARITHM_MAX = 2;

    /** What so many notes would say by chance is added, so that few notes say little. */
    private static final int NOTES_BY_CHANCE = 4;

    private static final double AGAIN_BY_CHANCE = 0.3;

    /** A signal: how much is struck, and how hard. */
    static final int ACCENT = 0;

    /** The same of the low notes alone. */
    static final int LOW = 1;

    /** How long an onset lasts, or until the next one. */
    static final int LENGTH = 2;

    static final int SIGNALS = 3;

    private final int lastCell;
    private final int firstQuarter;
    private final int[] struck;

    /** Of all cells, once {@link #finish} is done with their neighbours. */
    private final long[] lowKeys;

    private final long[] highKeys;
    private final float[][] signals;

    /** Of the struck ones alone. */
    private final long[] struckLowKeys;

    private final long[] struckHighKeys;
    private final float[][] struckSignals;
    private final float[] sums = new float[SIGNALS];

    /** {@code quartersMax} is how many quarters are looked at, at most. */
    BarRaster(Columns notes, BeatGrid grid, int quartersMax) {
        double first = Math.floor(grid.beatAt(notes.firstOnTick()));
        int lastOnTick = notes.isEmpty() ? 0 : notes.onTick[notes.count - 1];
        double quarters = Math.ceil(grid.beatAt(lastOnTick) - first + 1);
        firstQuarter = (int) Math.clamp(first, 0.0, (Integer.MAX_VALUE / 2.0) / CELLS);
        int cells = CELLS * (int) Math.clamp(quarters, 1.0, quartersMax);
        lowKeys = new long[cells];
        highKeys = new long[cells];
        signals = new float[SIGNALS][cells];
        int lowPitch = OnsetTimes.lowPitch(notes);
        int count = 0;
        int[] order = new int[cells];
        for (int row = 0; row < notes.count; row++) {
            int cell = (int) Math.round((grid.beatAt(notes.onTick[row]) - first) * CELLS);
            if (cell >= cells) {
                break;
            }
            if (signals[0][cell] == 0) {
                order[count++] = cell;
            }
            strike(cell, notes, row, lowPitch, grid.beatTicks());
        }
        struck = Arrays.copyOf(order, count);
        lastCell = count == 0 ? 0 : struck[count - 1];
        struckLowKeys = new long[count];
        struckHighKeys = new long[count];
        struckSignals = new float[SIGNALS][count];
        finish();
    }

    private void strike(int cell, Columns notes, int row, int lowPitch, double ticksPerQuarter) {
        int pitch = notes.pitch[row];
        if (pitch < Long.SIZE) {
            lowKeys[cell] |= 1L << pitch;
        } else {
            highKeys[cell] |= 1L << pitch;
        }
        float loudness = (notes.velocity[row] + 1) / 100f;
        signals[ACCENT][cell] += loudness;
        signals[LOW][cell] += pitch <= lowPitch ? loudness : 0;
        float[] length = signals[LENGTH];
        double quarters = (notes.offTick[row] - notes.onTick[row]) / ticksPerQuarter;
        length[cell] = (float) Math.max(length[cell], Math.min(LENGTH_QUARTERS_MAX, quarters));
    }

    /** A chord of four does not count four times; a short note before a pause is as a long one. */
    private void finish() {
        for (int at = 0; at < struck.length; at++) {
            int cell = struck[at];
            for (int signal = ACCENT; signal <= LOW; signal++) {
                float[] values = signals[signal];
                values[cell] = (float) Math.sqrt(values[cell]);
            }
            float[] length = signals[LENGTH];
            double gap = at + 1 < struck.length ? (double) (struck[at + 1] - cell) / CELLS : 0;
            length[cell] = (float) Math.min(LENGTH_QUARTERS_MAX, Math.max(length[cell], gap));
            struckLowKeys[at] = lowKeys[cell];
            struckHighKeys[at] = highKeys[cell];
            for (int signal = 0; signal < sums.length; signal++) {
                struckSignals[signal][at] = signals[signal][cell];
                sums[signal] += signals[signal][cell];
            }
        }
        spread(lowKeys);
        spread(highKeys);
        for (float[] values : signals) {
            spread(values);
        }
    }

    /** Gives each cell the keys of its neighbours too. */
    private static void spread(long[] keys) {
        long before = 0;
        for (int cell = 0; cell < keys.length; cell++) {
            long own = keys[cell];
            keys[cell] |= before | (cell + 1 < keys.length ? keys[cell + 1] : 0);
            before = own;
        }
    }

    /** Gives each cell the most of itself and its neighbours. */
    private static void spread(float[] values) {
        float before = 0;
        for (int cell = 0; cell < values.length; cell++) {
            float own = values[cell];
            float after = cell + 1 < values.length ? values[cell + 1] : 0;
            values[cell] = Math.max(own, Math.max(before, after));
            before = own;
        }
    }

    /** The share of notes whose key is struck again a lag later. */
    float again(int lag) {
        int all = 0;
        int same = 0;
        for (int at = 0; at < struck.length; at++) {
            int later = struck[at] + lag;
            if (later > lastCell) {
                break;
            }
            long low = struckLowKeys[at];
            long high = struckHighKeys[at];
            all += Long.bitCount(low) + Long.bitCount(high);
            same += Long.bitCount(low & lowKeys[later]) + Long.bitCount(high & highKeys[later]);
        }
        double byChance = NOTES_BY_CHANCE * AGAIN_BY_CHANCE;
        return (float) ((same + byChance) / (all + NOTES_BY_CHANCE));
    }

    /**
     * Writes how much more than by chance each signal is like itself a lag later: logarithms, 0 is
     * chance.
     */
    void alike(int lag, float[] into, int at) {
        double accents = 0;
        double lows = 0;
        double lengths = 0;
        float[] accent = struckSignals[ACCENT];
        float[] low = struckSignals[LOW];
        float[] length = struckSignals[LENGTH];
        for (int row = 0; row < struck.length; row++) {
            int later = struck[row] + lag;
            if (later > lastCell) {
                break;
            }
            accents += accent[row] * signals[ACCENT][later];
            lows += low[row] * signals[LOW][later];
            lengths += length[row] * signals[LENGTH][later];
        }
        into[at + ACCENT] = beyondChance(accents, sums[ACCENT], lag);
        into[at + LOW] = beyondChance(lows, sums[LOW], lag);
        into[at + LENGTH] = beyondChance(lengths, sums[LENGTH], lag);
    }

    private float beyondChance(double product, double sum, int lag) {
        double span = lastCell + 1.0;
        double chance = 3 * sum * sum / (span * span) * Math.max(1, span - lag);
        return chance <= 0 ? 0 : logarithm(product, chance);
    }

    /**
     * Writes {@link #FOLDED} numbers: how far the strongest place of a bar stands out, how far the
     * one that the file begins on and the one that its first note begins on, as logarithms, and how
     * uneven all are.
     */
    void fold(int signal, int bar, float[] into, int at) {
        float[] values = struckSignals[signal];
        float[] places = new float[bar];
        int shift = (int) ((long) firstQuarter * CELLS % bar);
        for (int struckAt = 0; struckAt < values.length; struckAt++) {
            places[(struck[struckAt] + shift) % bar] += values[struckAt];
        }
        int count = bar / PLACE_CELLS;
        double usual = sums[signal] * (1.0 / count + 0.02) + 1e-6;
        double best = 0;
        double squares = 0;
        for (int place = 0; place < bar; place += PLACE_CELLS) {
            double around = around(places, place);
            squares += around * around;
            best = Math.max(best, around);
        }
        into[at] = (float) Math.log((best / usual + 0.1) / 1.1);
        into[at + 1] = (float) Math.log((around(places, 0) / usual + 0.1) / 1.1);
        into[at + 2] = (float) Math.log((around(places, shift) / usual + 0.1) / 1.1);
        into[at + 3] = (float) (squares / count / (usual * usual));
    }

    private static double around(float[] places, int place) {
        int before = (place + places.length - 1) % places.length;
        return places[before] + places[place] + places[(place + 1) % places.length];
    }

    private static float logarithm(double found, double chance) {
        double ratio = (found + 0.3 * chance) / (1.3 * chance);
        return (float) Math.clamp(Math.log(ratio), -LOGARITHM_MAX, LOGARITHM_MAX);
    }
}
