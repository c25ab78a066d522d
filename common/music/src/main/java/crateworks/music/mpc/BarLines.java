package crateworks.music.mpc;

import crateworks.music.time.MeterMap;

/**
 * Where the bars of a file begin, in pulses. A change of metre begins a bar, and cuts the one short
 * that it comes in.
 */
final class BarLines {
    /** A last note may sound this far into the next bar without making one: a 32nd note. */
    static final int SPILL_PULSES_MAX = Pulses.PER_QUARTER / 8;

    private final long[] fromPulse;
    private final int[] barPulses;

    BarLines(MeterMap meters, Pulses pulses) {
        fromPulse = new long[meters.count()];
        barPulses = new int[meters.count()];
        for (int row = 0; row < meters.count(); row++) {
            fromPulse[row] = pulses.at(meters.fromTick(row));
            barPulses[row] =
                    4 * Pulses.PER_QUARTER * meters.numerator(row) / meters.denominator(row);
        }
    }

    /** The last bar line that is not later than {@code pulse}. */
    long lineBefore(long pulse) {
        int row = rowAt(pulse);
        return fromPulse[row] + (pulse - fromPulse[row]) / barPulses[row] * barPulses[row];
    }

    /** Bars from a bar line to where the last note ends, at least one. */
    int barsBetween(long line, long end) {
        long bars = 0;
        int lastRow = rowAt(Math.max(line, end - 1));
        for (int row = rowAt(line); row <= lastRow; row++) {
            long from = Math.max(line, fromPulse[row]);
            if (row < lastRow) {
                bars += wholeAbove(fromPulse[row + 1] - from, barPulses[row], 0);
                continue;
            }
            bars += wholeAbove(end - from, barPulses[row], SPILL_PULSES_MAX);
        }
        return Math.clamp(bars, 1, Integer.MAX_VALUE);
    }

    /**
     * How many parts of {@code unit} hold {@code length}, if a rest below {@code spill} is let go.
     */
    private static long wholeAbove(long length, int unit, int spill) {
        long whole = length / unit;
        long rest = length % unit;
        return rest == 0 || (whole > 0 && rest < spill) ? whole : whole + 1;
    }

    private int rowAt(long pulse) {
        int row = fromPulse.length - 1;
        while (row > 0 && fromPulse[row] > pulse) {
            row--;
        }
        return row;
    }
}
