package crateworks.music.analysis;

import crateworks.music.analysis.Statistics.Voicing;
import java.util.Arrays;
import java.util.OptionalInt;

/** The plain figures of a file's notes, in one pass and one sort. */
final class StatisticsFinder {
    /**
     * Two voices sound together in less than this part of the time in a line that is played legato.
     */
    private static final double OVERLAP_SHARE_MONO = 0.08;

    private StatisticsFinder() {}

    /** {@code pitched} are the notes of {@code all} that are no drums. */
    static Statistics of(Columns all, Columns pitched, BeatGrid grid, long durationMicros) {
        if (all.isEmpty()) {
            return new Statistics(
                    0, 0, 0, 0, Voicing.SILENT, OptionalInt.empty(), OptionalInt.empty(), 0, 0);
        }
        long velocitySum = 0;
        int held = 0;
        for (int row = 0; row < all.count; row++) {
            velocitySum += all.velocity[row];
            held += isSyncopated(all, row, grid) ? 1 : 0;
        }
        Sounding sounding = Sounding.of(all);
        double seconds = Math.max(1, durationMicros / 1e6);
        return new Statistics(
                all.count,
                all.count / seconds,
                sounding.mean(),
                sounding.most,
                sounding.voicing(),
                lowest(pitched),
                highest(pitched),
                (double) velocitySum / all.count,
                Checks.rounded((double) held / all.count));
    }

    private static boolean isSyncopated(Columns notes, int row, BeatGrid grid) {
        double on = grid.beatAt(notes.onTick[row]);
        double next = Math.floor(on) + 1;
        boolean offBeat = on - Math.floor(on) > 0.2 && next - on > 0.1;
        return offBeat && grid.beatAt(notes.offTick[row]) > next + 0.1;
    }

    private static OptionalInt lowest(Columns notes) {
        int lowest = 128;
        for (byte pitch : notes.pitch) {
            lowest = Math.min(lowest, pitch);
        }
        return notes.isEmpty() ? OptionalInt.empty() : OptionalInt.of(lowest);
    }

    private static OptionalInt highest(Columns notes) {
        int highest = 0;
        for (byte pitch : notes.pitch) {
            highest = Math.max(highest, pitch);
        }
        return notes.isEmpty() ? OptionalInt.empty() : OptionalInt.of(highest);
    }

    /** How long how many notes sound together. */
    static final class Sounding {
        /** Beyond this many steps a note on average, sorting at large is faster. */
        private static final int STEPS_PER_NOTE_MAX = 12;

        private long anyTicks;
        private long manyTicks;
        private long noteTicks;
        private int most;

        private Sounding() {}

        static Sounding of(Columns notes) {
            Sounding sounding = new Sounding();
            int[] offTicks = notes.offTick.clone();
            sort(offTicks);
            int now = 0;
            int off = 0;
            int tick = 0;
            int row = 0;
            while (off < offTicks.length) {
                boolean isEnd = row == notes.count || offTicks[off] <= notes.onTick[row];
                int next = isEnd ? offTicks[off] : notes.onTick[row];
                sounding.add(now, next - (long) tick);
                tick = next;
                now += isEnd ? -1 : 1;
                off += isEnd ? 1 : 0;
                row += isEnd ? 0 : 1;
                sounding.most = Math.max(sounding.most, now);
            }
            return sounding;
        }

        /** Notes end nearly in the order in which they begin: most are near their place. */
        private static void sort(int[] ticks) {
            long steps = 0;
            for (int row = 1; row < ticks.length; row++) {
                int tick = ticks[row];
                int place = row;
                while (place > 0 && ticks[place - 1] > tick) {
                    ticks[place] = ticks[place - 1];
                    place--;
                }
                ticks[place] = tick;
                steps += row - place;
                if (steps > STEPS_PER_NOTE_MAX * (row + 64L)) {
                    Arrays.sort(ticks);
                    return;
                }
            }
        }

        private void add(int now, long ticks) {
            anyTicks += now > 0 ? ticks : 0;
            manyTicks += now > 1 ? ticks : 0;
            noteTicks += now * ticks;
        }

        double mean() {
            return anyTicks == 0 ? 0 : (double) noteTicks / anyTicks;
        }

        Voicing voicing() {
            boolean isLine = most <= 2 && manyTicks <= OVERLAP_SHARE_MONO * anyTicks;
            return most <= 1 || isLine ? Voicing.MONO : Voicing.POLY;
        }
    }
}
