package crateworks.music.analysis;

import java.util.OptionalInt;

/**
 * Plain figures of a file's notes.
 *
 * <p>What lasts less than a second has its notes counted over one. Polyphony is the number of notes
 * that sound together, its mean taken over the time in which any sounds. Drums count as notes;
 * {@code lowestPitch} and {@code highestPitch} leave them out and are empty without pitched notes.
 * {@code syncopation} is the share of onsets that lie off the beat and are held over the next one,
 * 0 to 1.
 */
public record Statistics(
        int noteCount,
        double notesPerSecond,
        double polyphonyMean,
        int polyphonyMax,
        Voicing voicing,
        OptionalInt lowestPitch,
        OptionalInt highestPitch,
        double velocityMean,
        double syncopation) {
    public Statistics {
        Checks.notNegative(noteCount, "noteCount");
        Checks.notNegative(polyphonyMax, "polyphonyMax");
        Checks.confidence(syncopation);
    }

    /** How many voices a file has. */
    public enum Voicing {
        SILENT,
        /** One note at a time, short overlaps between successive notes aside. */
        MONO,
        POLY
    }
}
