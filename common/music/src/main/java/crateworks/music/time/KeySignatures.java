package crateworks.music.time;

import java.util.Arrays;

/**
 * Where a file states a key signature.
 *
 * <p>One row a statement; none where the file is silent. Invariants: ticks strictly ascending,
 * sharps -7 (seven flats) to 7.
 */
public final class KeySignatures {
    private static final int SHARPS_MAX = 7;

    private final int[] fromTick;
    private final int[] sharps;
    private final int[] minor;

    private KeySignatures(Changes changes, int firstRow) {
        fromTick = Arrays.copyOfRange(changes.ticks(), firstRow, changes.ticks().length);
        sharps = Arrays.copyOfRange(changes.column(0), firstRow, changes.ticks().length);
        minor = Arrays.copyOfRange(changes.column(1), firstRow, changes.ticks().length);
    }

    public boolean isDeclared() {
        return fromTick.length > 0;
    }

    public int count() {
        return fromTick.length;
    }

    public int fromTick(int row) {
        return fromTick[row];
    }

    /** Sharps, or flats where negative. */
    public int sharps(int row) {
        return sharps[row];
    }

    public boolean isMinor(int row) {
        return minor[row] != 0;
    }

    /** Gathers key signatures in any order; of several at one tick the last added counts. */
    public static final class Builder {
        private static final int NONE = 99;
        private final Changes changes = new Changes(2);

        public Builder add(int tick, int sharps, boolean isMinor) {
            if (Math.abs(sharps) > SHARPS_MAX) {
                throw new IllegalArgumentException("sharps " + sharps);
            }
            changes.add(tick, sharps, isMinor ? 1 : 0);
            return this;
        }

        public KeySignatures build() {
            Changes ordered = changes.ordered(NONE, 0);
            return new KeySignatures(ordered, ordered.column(0)[0] == NONE ? 1 : 0);
        }
    }
}
