package crateworks.music.analysis;

import crateworks.music.analysis.LengthEstimate.Form;

/** How long a file is, and whether it is made to go round. */
final class LengthFinder {
    /** Longer than this is no loop. */
    private static final int LOOP_BARS_MAX = 32;

    /** From this on a file has a course of its own. */
    private static final int SONG_BARS_MIN = 33;

    private static final long ONE_SHOT_BEATS = 2;

    /**
     * Notes may end this part of a bar before the bar line, or after it, and still fill the bar.
     */
    private static final double BAR_LINE_SHARE = 0.3;

    private LengthFinder() {}

    static LengthEstimate of(
            Columns notes, BeatGrid grid, double quartersPerBar, long endMicros, int endTick) {
        if (notes.isEmpty()) {
            return new LengthEstimate(0, endMicros, Form.UNKNOWN, 0, "no notes");
        }
        double lastBeat = Math.max(0, grid.beatAt(notes.lastOffTick()));
        double bars = lastBeat / quartersPerBar;
        double over = bars - Math.floor(bars);
        boolean isSpill = bars > 1 && over < 0.05;
        int whole = (int) Math.clamp(isSpill ? Math.floor(bars) : Math.ceil(bars), 1, 1 << 24);
        double beats = lastBeat - grid.beatAt(notes.firstOnTick());
        if (notes.onTick[notes.count - 1] == notes.onTick[0] && beats <= 4 * ONE_SHOT_BEATS) {
            return new LengthEstimate(
                    whole, endMicros, Form.ONE_SHOT, 0.8, "everything is struck at once");
        }
        if (whole >= SONG_BARS_MIN) {
            return new LengthEstimate(whole, endMicros, Form.SONG, 0.9, whole + " bars");
        }
        double endsInBars = grid.beatAt(endTick) / quartersPerBar;
        boolean endsOnLine = Math.abs(endsInBars - Math.rint(endsInBars)) < 0.01;
        boolean fills = isSpill || over == 0 || 1 - over <= BAR_LINE_SHARE;
        boolean isUsual = Integer.bitCount(whole) == 1 || whole % 4 == 0;
        if (whole <= LOOP_BARS_MAX && isUsual && (fills || endsOnLine)) {
            double confidence = whole <= 16 && fills ? 0.85 : 0.6;
            return new LengthEstimate(
                    whole, endMicros, Form.LOOP, confidence, "fills " + whole + " whole bars");
        }
        return new LengthEstimate(
                whole,
                endMicros,
                Form.UNKNOWN,
                0.3,
                whole + " bars, neither a round number nor many");
    }
}
