package crateworks.music.analysis;

import crateworks.music.clues.Clue;
import crateworks.music.time.Division;
import crateworks.music.time.TempoMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tempo of a file from its map, its name and its notes, and where that puts the beats. */
final class TempoFinder {
    /** Notes that keep to the division less than this were played without regard to it. */
    private static final double FIT_MIN = 0.15;

    /** Notes that keep to it this much were put there by a program. */
    private static final double FIT_EXACT = 0.95;

    /** The beats that a file may be written in beside quarters, their halves and doubles. */
    private static final List<Double> OTHER_BEATS =
            List.of(1 / 3.0, 2 / 3.0, 0.75, 4 / 3.0, 1.5, 3.0);

    /** How far a tempo is believed that is only what players assume, however clear the beat. */
    private static final double UNSTATED = 0.6;

    /** Fewer notes than this contradict no map. */
    private static final int NOTES_TO_CONTRADICT = 48;

    /**
     * A name that is surer than this corrects the tempo that programs write when nobody set one.
     */
    private static final double CLUE_TO_CORRECT = 0.8;

    private static final double SAME_SHARE = 0.02;

    /** Slower or faster than this is no music, whatever the map says. */
    private static final double BPM_LEAST = 10;

    private static final double BPM_MOST = 500;
    private static final double UNPLAYABLE = 0.3;

    /** A division in frames has no quarter note: half a second stands in, as at 120. */
    private static final long MICROS_PER_QUARTER = TempoMap.MICROS_PER_QUARTER_DEFAULT;

    private final TempoMap map;
    private final Columns notes;
    private final Optional<Clue<Double>> clue;
    private final boolean isDrum;
    private final int ticksPerQuarter;
    private final double fit;

    TempoFinder(TempoMap map, Columns notes, Optional<Clue<Double>> clue, boolean isDrum) {
        this.map = map;
        this.notes = notes;
        this.clue = clue;
        this.isDrum = isDrum;
        this.ticksPerQuarter = ticksPerQuarter(map);
        this.fit = hasQuarters() ? GridFit.of(notes, ticksPerQuarter) : 0;
    }

    /**
     * The estimate, and the beats that it means in ticks.
     *
     * @param quarterBpm see {@link Profile#quarterBpm}
     */
    record Found(TempoEstimate tempo, BeatGrid grid, OptionalDouble quarterBpm) {}

    static int ticksPerQuarter(TempoMap map) {
        return switch (map.division()) {
            case Division.TicksPerQuarter(int ticks) -> ticks;
            case Division.Smpte _ -> Math.max(1, map.tickAt(MICROS_PER_QUARTER));
        };
    }

    private boolean hasQuarters() {
        return map.division() instanceof Division.TicksPerQuarter;
    }

    Found find() {
        boolean isFree = fit < FIT_MIN && notes.count >= NOTES_TO_CONTRADICT;
        if (map.isDeclared() && hasQuarters() && !isFree) {
            return onFileGrid(fromMap());
        }
        if (clue.isPresent() && (!isFree || clue.get().confidence() >= CLUE_TO_CORRECT)) {
            return onFileGrid(fromName(clue.get()));
        }
        Optional<TempoFromNotes> heard = TempoFromNotes.of(notes, map, isDrum);
        if (heard.isPresent() && !map.isDeclared() && hasQuarters() && fit >= FIT_EXACT) {
            return onFileGrid(written(heard.get()));
        }
        if (heard.isPresent()) {
            return fromNotes(heard.get(), isFree);
        }
        return map.isDeclared() ? onFileGrid(fromMap()) : onFileGrid(assumed());
    }

    private Found onFileGrid(TempoEstimate tempo) {
        return new Found(tempo, BeatGrid.ofQuarters(ticksPerQuarter), OptionalDouble.empty());
    }

    private TempoEstimate fromMap() {
        double bpm = TempoFromMap.rounded(TempoFromMap.median(map, notes.lastOffTick()));
        List<TempoEstimate.Change> changes = TempoFromMap.changes(map);
        String says = "the tempo map says " + text(bpm) + changed(changes.size());
        boolean isPlayable = bpm >= BPM_LEAST && bpm <= BPM_MOST;
        if (clue.isEmpty() && !isPlayable) {
            return new TempoEstimate(
                    bpm, UNPLAYABLE, Source.MAP, changes, says + ", which nobody plays");
        }
        if (clue.isEmpty()) {
            double confidence = notes.isEmpty() || !hasQuarters() ? 0.6 : 0.95;
            return new TempoEstimate(bpm, confidence, Source.MAP, changes, says);
        }
        double named = clue.get().value();
        if (Math.abs(named / bpm - 1) < SAME_SHARE) {
            return new TempoEstimate(
                    bpm, 0.99, Source.MAP, changes, says + ", and so does the name");
        }
        boolean isUnset = map.count() == 1 && bpm == TempoEstimate.BPM_ASSUMED;
        if (!isPlayable || (isUnset && clue.get().confidence() >= CLUE_TO_CORRECT)) {
            String map = isPlayable ? "only what programs write unasked" : "what nobody plays";
            return new TempoEstimate(
                    named,
                    Checks.rounded(0.9 * clue.get().confidence()),
                    Source.NAME,
                    List.of(),
                    "the name says " + text(named) + ", the map " + map);
        }
        return new TempoEstimate(
                bpm, 0.8, Source.MAP, changes, says + ", though the name says " + text(named));
    }

    private String changed(int changes) {
        if (changes == 0) {
            return "";
        }
        boolean isCut = map.count() - 1 > changes && changes == TempoEstimate.CHANGES_MAX;
        return " for most of the time, with "
                + (isCut ? "more than " : "")
                + changes
                + (changes == 1 ? " change" : " changes");
    }

    private static TempoEstimate fromName(Clue<Double> clue) {
        return new TempoEstimate(
                TempoFromMap.rounded(clue.value()),
                Checks.rounded(clue.confidence()),
                Source.NAME,
                List.of(),
                "the name says " + text(clue.value()));
    }

    private Found fromNotes(TempoFromNotes heard, boolean isFree) {
        double bpm = TempoFromMap.rounded(heard.bpm());
        String reason = "the notes beat at " + text(bpm);
        if (map.isDeclared()) {
            double says = TempoFromMap.median(map, notes.lastOffTick());
            reason =
                    "the map says "
                            + text(says)
                            + " but the notes were played freely at "
                            + text(bpm);
        }
        TempoEstimate tempo =
                new TempoEstimate(
                        bpm,
                        Checks.rounded(0.9 * heard.probability()),
                        Source.NOTES,
                        List.of(),
                        reason);
        if (!isFree && hasQuarters() && (map.isDeclared() || isOfQuarters(heard))) {
            return onFileGrid(tempo);
        }
        double ticksPerSecond = ticksPerSecond();
        double beatTicks = Math.max(1, heard.beatSeconds() * ticksPerSecond);
        double first = notes.firstOnTick() + heard.firstSeconds() * ticksPerSecond;
        double firstBeat = first - Math.ceil(first / beatTicks) * beatTicks;
        double quarterBpm = TempoFromMap.rounded(60 * ticksPerSecond / ticksPerQuarter);
        return new Found(tempo, new BeatGrid(firstBeat, beatTicks), OptionalDouble.of(quarterBpm));
    }

    /**
     * The tempo of notes that a program put on the file's own raster: that of its quarters when
     * they last as long as players assume, unless the beat is another note, such as a dotted
     * quarter.
     */
    private static TempoEstimate written(TempoFromNotes heard) {
        double quarters = heard.beatSeconds() * 1e6 / MICROS_PER_QUARTER;
        double beat = 1;
        for (double other : OTHER_BEATS) {
            beat = Math.abs(quarters / other - 1) < SAME_SHARE ? other : beat;
        }
        return new TempoEstimate(
                TempoFromMap.rounded(TempoEstimate.BPM_ASSUMED / beat),
                Checks.rounded(UNSTATED * heard.probability()),
                Source.NOTES,
                List.of(),
                "no tempo event; the notes keep to the file's quarters, which players take at 120");
    }

    /** Whether the beat is a note that a file may be written in, or too unsteady to tell. */
    private static boolean isOfQuarters(TempoFromNotes heard) {
        double quarters = heard.beatSeconds() * 1e6 / MICROS_PER_QUARTER;
        boolean isSome = !heard.isSteady();
        for (double octave = 0.25; octave <= 4; octave *= 2) {
            isSome |= Math.abs(quarters / octave - 1) < SAME_SHARE;
        }
        for (double other : OTHER_BEATS) {
            isSome |= Math.abs(quarters / other - 1) < SAME_SHARE;
        }
        return isSome;
    }

    private double ticksPerSecond() {
        int lastTick = Math.max(1, notes.lastOffTick());
        return lastTick / Math.max(1e-6, map.microsAt(lastTick) / 1e6);
    }

    private static TempoEstimate assumed() {
        return new TempoEstimate(
                TempoEstimate.BPM_ASSUMED,
                0,
                Source.DEFAULT,
                List.of(),
                "no tempo event, no name and too few notes tell a tempo");
    }

    private static String text(double bpm) {
        long tenths = Math.round(bpm * 10);
        return tenths / 10 + (bpm == Math.rint(bpm) ? "" : "." + tenths % 10);
    }
}
