package crateworks.music.time;

/**
 * Where the time signature of a file changes.
 *
 * <p>One row a change. Invariants: {@code fromTick(0) == 0}, ticks strictly ascending, numerators 1
 * to 255, denominators powers of two from 1 to 64.
 */
public final class MeterMap {
    /** The shortest note that may be a beat: a sixty-fourth. */
    public static final int DENOMINATOR_MAX = 64;

    private static final int NUMERATOR_MAX = 255;

    private final int[] fromTick;
    private final int[] numerator;
    private final int[] denominator;
    private final boolean declared;

    private MeterMap(Changes changes) {
        fromTick = changes.ticks();
        numerator = changes.column(0);
        denominator = changes.column(1);
        declared = changes.count() > 0;
    }

    /** Whether the file stated a time signature; otherwise its only row is 4/4. */
    public boolean isDeclared() {
        return declared;
    }

    /** Rows, at least one. */
    public int count() {
        return fromTick.length;
    }

    public int fromTick(int row) {
        return fromTick[row];
    }

    public int numerator(int row) {
        return numerator[row];
    }

    public int denominator(int row) {
        return denominator[row];
    }

    /** The row in force at a tick of zero or more. */
    public int rowAt(int tick) {
        return Changes.rowAt(fromTick, tick);
    }

    /** Gathers time signatures in any order; of several at one tick the last added counts. */
    public static final class Builder {
        private final Changes changes = new Changes(2);

        public Builder add(int tick, int numerator, int denominator) {
            if (numerator < 1 || numerator > NUMERATOR_MAX) {
                throw new IllegalArgumentException("numerator " + numerator);
            }
            if (denominator > DENOMINATOR_MAX || Integer.bitCount(denominator) != 1) {
                throw new IllegalArgumentException("denominator " + denominator);
            }
            changes.add(tick, numerator, denominator);
            return this;
        }

        public MeterMap build() {
            return new MeterMap(changes.ordered(4, 4));
        }
    }
}
