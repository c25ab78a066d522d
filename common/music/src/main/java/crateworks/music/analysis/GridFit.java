package crateworks.music.analysis;

/** How closely the onsets of a file keep to the division that its header states. */
final class GridFit {
    /** Notes that are looked at. */
    private static final int NOTES_MAX = 4_000;

    private static final int[] PARTS = {1, 2, 3, 4, 6};

    private GridFit() {}

    /**
     * From 0, onsets anywhere, to 1, all on a fraction of a quarter note that is common in music.
     *
     * <p>The length of the mean of the onsets' places on a circle whose turn is the fraction.
     */
    static double of(Columns notes, int ticksPerQuarter) {
        double best = 0;
        int count = Math.min(notes.count, NOTES_MAX);
        for (int part : PARTS) {
            double turn = 2 * Math.PI * part / ticksPerQuarter;
            double x = 0;
            double y = 0;
            for (int row = 0; row < count; row++) {
                double angle = (notes.onTick[row] % ticksPerQuarter) * turn;
                x += Math.cos(angle);
                y += Math.sin(angle);
            }
            best = Math.max(best, Math.sqrt(x * x + y * y));
        }
        return count == 0 ? 1 : best / count;
    }
}
