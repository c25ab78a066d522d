package crateworks.music.analysis;

import java.util.List;

/**
 * The tempo of a file in quarter notes a minute, one number for the whole and its changes.
 *
 * <p>With {@link Source#DEFAULT} nothing told it: the value is then the 120 that players assume,
 * and the confidence says how little it means.
 */
public record TempoEstimate(
        double bpm, double confidence, Source source, List<Change> changes, String reason) {
    /** How many changes are kept; later ones are left out, the reason says so. */
    public static final int CHANGES_MAX = 256;

    /** What a player assumes without a tempo event (Standard MIDI Files 1.0, Set Tempo). */
    public static final double BPM_ASSUMED = 120;

    public TempoEstimate {
        if (!(bpm > 0) || Double.isInfinite(bpm)) {
            throw new IllegalArgumentException("not a tempo: " + bpm);
        }
        Checks.confidence(confidence);
        if (changes.size() > CHANGES_MAX) {
            throw new IllegalArgumentException("too many changes: " + changes.size());
        }
        changes = List.copyOf(changes);
    }

    /** Whether anything told the tempo. */
    public boolean isKnown() {
        return source != Source.DEFAULT;
    }

    /** From a tick on, another tempo. */
    public record Change(int tick, double bpm) {
        public Change {
            Checks.notNegative(tick, "tick");
        }
    }
}
