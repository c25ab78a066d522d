package crateworks.music.time;

import java.util.Arrays;

/**
 * Where the tempo of a file changes, and so what clock time a tick has.
 *
 * <p>One row a change. Invariants: {@code fromTick(0) == 0}, ticks strictly ascending, tempi from 1
 * to 0xFFFFFF microseconds a quarter note. Clock times are exact: rounded down once, never
 * accumulated from rounded rows.
 */
public final class TempoMap {
    /** The tempo of a file that declares none: 120 beats a minute. */
    public static final int MICROS_PER_QUARTER_DEFAULT = 500_000;

    /** The slowest tempo that an event can state. */
    public static final int MICROS_PER_QUARTER_MAX = 0xFFFFFF;

    private static final double MICROS_PER_MINUTE = 60_000_000.0;

    private final Division division;
    private final int[] fromTick;
    private final int[] microsPerQuarter;
    private final boolean declared;

    // A tick lasts multiplier[row] / divisor microseconds, and row starts at fromUnits[row] /
    // divisor.
    // The sum stays below 2^31 ticks * 2^30 = 2^61.
    private final long[] multiplier;
    private final long[] fromUnits;
    private final long divisor;

    private TempoMap(Division division, Changes changes) {
        this.division = division;
        this.declared = changes.count() > 0;
        this.fromTick = changes.ticks();
        this.microsPerQuarter = changes.column(0);
        this.multiplier = new long[fromTick.length];
        this.divisor = divisor(division);
        this.fromUnits = new long[fromTick.length];
        for (int row = 0; row < fromTick.length; row++) {
            multiplier[row] = multiplier(division, microsPerQuarter[row]);
            if (row > 0) {
                long ticks = (long) fromTick[row] - fromTick[row - 1];
                fromUnits[row] = fromUnits[row - 1] + ticks * multiplier[row - 1];
            }
        }
    }

    private static long divisor(Division division) {
        return switch (division) {
            case Division.TicksPerQuarter(int ticksPerQuarter) -> ticksPerQuarter;
            case Division.Smpte(int framesPerSecond, int ticksPerFrame) ->
                    framesPerSecond == 29
                            ? 30L * ticksPerFrame
                            : (long) framesPerSecond * ticksPerFrame;
        };
    }

    private static long multiplier(Division division, int microsPerQuarter) {
        return switch (division) {
            case Division.TicksPerQuarter _ -> microsPerQuarter;
            case Division.Smpte(int framesPerSecond, int _) ->
                    framesPerSecond == 29 ? 1_001_000 : 1_000_000;
        };
    }

    /** The map of a file without a tempo event. */
    public static TempoMap undeclared(Division division) {
        return new Builder(division).build();
    }

    /** Whether the file stated a tempo; otherwise its only row is the default. */
    public boolean isDeclared() {
        return declared;
    }

    public Division division() {
        return division;
    }

    /** Rows, at least one. */
    public int count() {
        return fromTick.length;
    }

    public int fromTick(int row) {
        return fromTick[row];
    }

    /** When row begins, in microseconds from the start. */
    public long fromMicros(int row) {
        return fromUnits[row] / divisor;
    }

    public int microsPerQuarter(int row) {
        return microsPerQuarter[row];
    }

    /** Quarter notes a minute. */
    public double quartersPerMinute(int row) {
        return MICROS_PER_MINUTE / microsPerQuarter[row];
    }

    /** The row in force at a tick of zero or more. */
    public int rowAt(int tick) {
        return Changes.rowAt(fromTick, tick);
    }

    /** The clock time of a tick, in microseconds from the start, rounded down. */
    public long microsAt(int tick) {
        int row = rowAt(tick);
        return (fromUnits[row] + ((long) tick - fromTick[row]) * multiplier[row]) / divisor;
    }

    /** The last tick that is not later than a clock time; at most {@code Integer.MAX_VALUE}. */
    public int tickAt(long micros) {
        if (micros > microsAt(Integer.MAX_VALUE)) {
            return Integer.MAX_VALUE;
        }
        long units = (micros + 1) * divisor - 1;
        int found = Arrays.binarySearch(fromUnits, units);
        int row = found >= 0 ? found : Math.max(0, -found - 2);
        return (int) (fromTick[row] + (units - fromUnits[row]) / multiplier[row]);
    }

    /** Gathers tempo events in any order; of several at one tick the last added counts. */
    public static final class Builder {
        private final Division division;
        private final Changes changes = new Changes(1);

        public Builder(Division division) {
            this.division = division;
        }

        public Builder add(int tick, int microsPerQuarter) {
            if (microsPerQuarter < 1 || microsPerQuarter > MICROS_PER_QUARTER_MAX) {
                throw new IllegalArgumentException("microsPerQuarter " + microsPerQuarter);
            }
            changes.add(tick, microsPerQuarter, 0);
            return this;
        }

        public TempoMap build() {
            return new TempoMap(division, changes.ordered(MICROS_PER_QUARTER_DEFAULT, 0));
        }
    }
}
