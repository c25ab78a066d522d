package crateworks.music.time;

import java.util.Arrays;

/** Values that change at ticks: two numbers a row, gathered in any order. */
final class Changes {
    private static final int ROWS_AT_FIRST = 8;

    private int count;
    private int[] tick = new int[ROWS_AT_FIRST];
    private final int[][] columns;
    private int declaredCount;

    Changes(int columnCount) {
        columns = new int[columnCount][ROWS_AT_FIRST];
    }

    void add(int atTick, int first, int second) {
        if (atTick < 0) {
            throw new IllegalArgumentException("tick " + atTick);
        }
        if (count == tick.length) {
            tick = Arrays.copyOf(tick, count * 2);
            for (int column = 0; column < columns.length; column++) {
                columns[column] = Arrays.copyOf(columns[column], count * 2);
            }
        }
        tick[count] = atTick;
        columns[0][count] = first;
        if (columns.length > 1) {
            columns[1][count] = second;
        }
        count++;
    }

    /** Rows that events stated, before the default was put in front. */
    int count() {
        return declaredCount;
    }

    int[] ticks() {
        return tick;
    }

    int[] column(int column) {
        return columns[column];
    }

    /**
     * Ascending, one row a tick (the last added), beginning at tick 0 with these defaults if none
     * does.
     */
    Changes ordered(int firstDefault, int secondDefault) {
        long[] keys = new long[count];
        for (int row = 0; row < count; row++) {
            keys[row] = (long) tick[row] << 32 | row;
        }
        Arrays.sort(keys);
        var ordered = new Changes(columns.length);
        ordered.declaredCount = count;
        if (count == 0 || keys[0] >>> 32 > 0) {
            ordered.add(0, firstDefault, secondDefault);
        }
        for (int position = 0; position < count; position++) {
            boolean lastOfTick =
                    position + 1 == count || keys[position] >>> 32 != keys[position + 1] >>> 32;
            if (lastOfTick) {
                ordered.addRow(this, (int) keys[position]);
            }
        }
        ordered.trim();
        return ordered;
    }

    private void addRow(Changes from, int row) {
        add(from.tick[row], from.columns[0][row], columns.length > 1 ? from.columns[1][row] : 0);
    }

    private void trim() {
        tick = Arrays.copyOf(tick, count);
        for (int column = 0; column < columns.length; column++) {
            columns[column] = Arrays.copyOf(columns[column], count);
        }
    }

    static int rowAt(int[] fromTick, int tick) {
        int found = Arrays.binarySearch(fromTick, tick);
        return found >= 0 ? found : -found - 2;
    }
}
