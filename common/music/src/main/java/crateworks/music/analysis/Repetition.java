package crateworks.music.analysis;

/** Whether a line repeats what it played some time ago. */
final class Repetition {
    /** The same note may come so much of a beat early or late. */
    private static final double TOLERANCE_BEATS = 0.1;

    /** A line is repeated when so many of its notes were there before. */
    private static final double SHARE_MIN = 0.85;

    private static final int TIMES_MIN = 3;

    private Repetition() {}

    /** Whether the notes go round in a bar, or in half or two of them, three times or more. */
    static boolean isRiff(Columns notes, BeatGrid grid, double beatsPerBar) {
        double beats = grid.beatAt(notes.onTick[notes.count - 1]) - grid.beatAt(notes.onTick[0]);
        for (double bars = 0.5; bars <= 2; bars *= 2) {
            double period = bars * beatsPerBar;
            boolean isOften = beats > (TIMES_MIN - 1) * period;
            if (isOften && repeatedShare(notes, period * grid.beatTicks(), grid) >= SHARE_MIN) {
                return true;
            }
        }
        return false;
    }

    /** The share of notes behind the first period that were played one period before. */
    private static double repeatedShare(Columns notes, double periodTicks, BeatGrid grid) {
        double tolerance = TOLERANCE_BEATS * grid.beatTicks();
        int earlier = 0;
        int asked = 0;
        int found = 0;
        for (int row = 0; row < notes.count; row++) {
            double wanted = notes.onTick[row] - periodTicks;
            if (wanted < notes.onTick[0] - tolerance) {
                continue;
            }
            while (notes.onTick[earlier] < wanted - tolerance) {
                earlier++;
            }
            asked++;
            for (int at = earlier; at < row && notes.onTick[at] <= wanted + tolerance; at++) {
                if (notes.pitch[at] == notes.pitch[row]) {
                    found++;
                    break;
                }
            }
        }
        return asked == 0 ? 0 : (double) found / asked;
    }
}
