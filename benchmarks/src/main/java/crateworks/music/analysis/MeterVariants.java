package crateworks.music.analysis;

import crateworks.music.midi.NoteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a file of a known metre teaches beside itself: loops cut from it, and the same playing in
 * metres that collections have little of, made by leaving out or repeating a part of each bar.
 *
 * <p>Files that keep to their quarters and begin on a bar line are meant. The same file always
 * makes the same.
 */
final class MeterVariants {
    /** Notes with their beats, in a metre. */
    record Variant(Columns notes, BeatGrid grid, int endTick, int meter) {}

    /** A part of each bar, in quarters. */
    private record Piece(double from, double to) {}

    private static final int[] LOOP_BARS = {2, 4, 8, 16};
    private static final int LOOPS = 2;

    /** A file has to be so many bars longer than a loop from it. */
    private static final int BARS_AROUND = 2;

    /** What is played no further ahead of a bar line belongs to the bar, in quarters. */
    private static final double AHEAD = 1 / 16.;

    /** The raster that sequencers put half of the made ones on. */
    private static final int STRICT_PARTS = 4;

    private static final int STRICT_VELOCITY = 100;

    private final Columns notes;
    private final BeatGrid grid;
    private final int meter;
    private final int endTick;
    private final Random chance;

    MeterVariants(Columns notes, BeatGrid grid, int endTick, int meter, long seed) {
        this.notes = notes;
        this.grid = grid;
        this.endTick = endTick;
        this.meter = meter;
        chance = new Random(seed);
    }

    Variant itself() {
        return new Variant(notes, grid, endTick, meter);
    }

    /** Loops of it; half of them end with the bar and half with the last note. */
    List<Variant> loops() {
        double barTicks = MeterScores.quarters(meter) * grid.beatTicks();
        int bars = (int) (notes.lastOffTick() / barTicks);
        List<Variant> loops = new ArrayList<>();
        for (int loop = 0; loop < LOOPS; loop++) {
            int size = LOOP_BARS[chance.nextInt(LOOP_BARS.length)];
            boolean isFull = chance.nextBoolean();
            if (bars < size + BARS_AROUND) {
                continue;
            }
            int from = chance.nextInt(bars - size);
            double ahead = AHEAD * grid.beatTicks();
            Columns cut = cut(from * barTicks, (from + size) * barTicks, ahead);
            int end = isFull ? (int) Math.round(size * barTicks) : cut.lastOffTick();
            loops.add(new Variant(cut, grid, end, meter));
        }
        return loops;
    }

    private Columns cut(double fromTick, double toTick, double aheadTicks) {
        NoteTable.Builder cut = new NoteTable.Builder(64);
        for (int row = 0; row < notes.count; row++) {
            double onTick = notes.onTick[row];
            if (onTick >= fromTick - aheadTicks && onTick < toTick - aheadTicks) {
                int on = (int) Math.max(0, Math.round(onTick - fromTick));
                int off = (int) Math.round(Math.min(notes.offTick[row], toTick) - fromTick);
                cut.add(on, Math.max(on + 1, off), notes.pitch[row], notes.velocity[row], 0, 0);
            }
        }
        return Columns.of(cut.build(), Columns.ALL_CHANNELS, Integer.MAX_VALUE);
    }

    /** Of a file in 4/4: the same in five and seven, and of drums in three and in six eighths. */
    List<MeterVariants> inOtherMetres(boolean isDrum) {
        List<MeterVariants> others = new ArrayList<>();
        others.add(
                chance.nextBoolean()
                        ? bars("5/4", new Piece(0, 4), new Piece(3, 4))
                        : bars("5/4", new Piece(0, 3), new Piece(0, 2)));
        others.add(
                chance.nextBoolean()
                        ? bars("7/8", new Piece(0, 3.5))
                        : bars("7/8", new Piece(0, 1.5), new Piece(2, 4)));
        others.add(
                chance.nextBoolean()
                        ? bars("7/4", new Piece(0, 4), new Piece(0, 3))
                        : bars("5/8", new Piece(0, 2.5)));
        if (isDrum) {
            others.add(bars("3/4", new Piece(0, 3)));
            List<Piece> sixths = new ArrayList<>();
            for (int beat = 0; beat < 4; beat++) {
                sixths.add(new Piece(beat, beat + 1));
                sixths.add(new Piece(beat + 0.5, beat + 1));
            }
            others.add(bars("6/8", sixths.toArray(Piece[]::new)));
        }
        return others;
    }

    private MeterVariants bars(String signature, Piece... pieces) {
        boolean isStrict = chance.nextBoolean();
        double barTicks = MeterScores.quarters(meter) * grid.beatTicks();
        double ticks = grid.beatTicks();
        NoteTable.Builder made = new NoteTable.Builder(64);
        int bars = (int) Math.ceil(notes.lastOffTick() / barTicks);
        double start = 0;
        for (int bar = 0; bar < bars; bar++) {
            for (Piece piece : pieces) {
                double from = bar * barTicks + piece.from * ticks;
                Columns cut = cut(from, bar * barTicks + piece.to * ticks, AHEAD * ticks);
                add(made, cut, start, isStrict ? ticks / STRICT_PARTS : 0);
                start += (piece.to - piece.from) * ticks;
            }
        }
        Columns all = Columns.of(made.build(), Columns.ALL_CHANNELS, Integer.MAX_VALUE);
        int end = chance.nextBoolean() ? (int) Math.round(start) : all.lastOffTick();
        return new MeterVariants(all, grid, end, meterOf(signature), chance.nextLong());
    }

    private static void add(NoteTable.Builder made, Columns cut, double start, double raster) {
        for (int row = 0; row < cut.count; row++) {
            double on = start + cut.onTick[row];
            int length = cut.offTick[row] - cut.onTick[row];
            int onTick = (int) Math.round(raster > 0 ? Math.rint(on / raster) * raster : on);
            int velocity = raster > 0 ? STRICT_VELOCITY : cut.velocity[row];
            made.add(onTick, onTick + length, cut.pitch[row], velocity, 0, 0);
        }
    }

    /** Which of the signatures it is; the count of them for any other. */
    static int meterOf(String signature) {
        int meter = 0;
        while (meter < MeterScores.METERS && !signature(meter).equals(signature)) {
            meter++;
        }
        return meter;
    }

    static String signature(int meter) {
        return MeterScores.NUMERATORS[meter] + "/" + MeterScores.DENOMINATORS[meter];
    }
}
