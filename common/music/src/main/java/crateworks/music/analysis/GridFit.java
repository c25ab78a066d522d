package crateworks.music.analysis;

/** How closely the onsets of a file keep to the division that its header states. */
final class GridFit {
    /** Notes that are looked at. */
    private static final int NOTES_MAX = 2_000;

    /** The finest part of a quarter note; an onset turns this often in it at most. */
    private static final int PARTS_MAX = 6;

    private static final int FIVE = 5;

    private GridFit() {}

    /**
     * From 0, onsets anywhere, to 1, all on a fraction of a quarter note that is common in music.
     *
     * <p>The length of the mean of the onsets' places on a circle whose turn is the fraction.
     */
    static double of(Columns notes, int ticksPerQuarter) {
        int count = Math.min(notes.count, NOTES_MAX);
        double[] x = new double[PARTS_MAX + 1];
        double[] y = new double[PARTS_MAX + 1];
        double turn = 2 * Math.PI / ticksPerQuarter;
        int[] notesAt = new int[ticksPerQuarter];
        for (int row = 0; row < count; row++) {
            notesAt[notes.onTick[row] % ticksPerQuarter]++;
        }
        for (int tick = 0; tick < ticksPerQuarter; tick++) {
            if (notesAt[tick] == 0) {
                continue;
            }
            double cosine = Math.cos(tick * turn);
            double sine = Math.sin(tick * turn);
            double real = notesAt[tick];
            double imaginary = 0;
            // each power of the place on the circle turns it once more
            for (int part = 1; part <= PARTS_MAX; part++) {
                double next = real * cosine - imaginary * sine;
                imaginary = real * sine + imaginary * cosine;
                real = next;
                x[part] += real;
                y[part] += imaginary;
            }
        }
        double best = 0;
        for (int part = 1; part <= PARTS_MAX; part++) {
            if (part != FIVE) {
                best = Math.max(best, Math.hypot(x[part], y[part]));
            }
        }
        return count == 0 ? 1 : best / count;
    }
}
