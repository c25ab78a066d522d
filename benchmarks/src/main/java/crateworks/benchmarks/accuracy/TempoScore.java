package crateworks.benchmarks.accuracy;

/**
 * Whether a tempo is right within 4 %: as it is (Acc1), or also doubled, halved, or by three
 * (Acc2).
 */
public final class TempoScore {
    private static final double TOLERANCE = 0.04;
    private static final double[] OCTAVES = {1, 2, 0.5, 3, 1 / 3.0};

    private TempoScore() {}

    public static double exact(double expected, double found) {
        return Math.abs(found / expected - 1) <= TOLERANCE ? 1 : 0;
    }

    public static double withOctaves(double expected, double found) {
        for (double octave : OCTAVES) {
            if (exact(expected * octave, found) > 0) {
                return 1;
            }
        }
        return 0;
    }
}
