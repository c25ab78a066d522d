package crateworks.pipeline.port;

import crateworks.pipeline.message.TagMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The rows that analyze writes; the call is one transaction and may be repeated. */
public interface Analysis {
    /**
     * A key that is less sure than this stands in no name and makes no folder: two of three would
     * be wrong, and a name says it as a fact.
     */
    double KEY_NAMED_MIN = 0.3;

    /** A value of the music, how sure it is (0 to 1), and where it comes from. */
    record Told<T>(T value, double confidence, String source) {}

    /**
     * What is known of the music of a file.
     *
     * @param version of the analysis that found it out
     * @param bpm quarter notes a minute
     * @param tonic 0 is C to 11 is B; empty when there is no key
     * @param mode {@code major} or {@code minor}
     * @param drumChannels from 1
     * @param drumClasses such as {@code kick}
     * @param role such as {@code arpeggio}
     * @param fingerprint equal for the same music in any key and tempo; empty for too little music
     * @param likeness few bits of it differ between pieces that are nearly the same
     * @param chords JSON: a list of [start seconds, end seconds, label]
     * @param details JSON object with everything that has no column of its own
     */
    record MusicRow(
            long session,
            long item,
            long file,
            int version,
            Optional<Told<Double>> bpm,
            Optional<Told<Integer>> tonic,
            String mode,
            String keyName,
            String camelot,
            Optional<Told<String>> meter,
            OptionalInt bars,
            long durationMicros,
            int notes,
            boolean drums,
            double drumsConfidence,
            List<Integer> drumChannels,
            List<String> drumClasses,
            String family,
            double familyConfidence,
            String role,
            OptionalInt lowestPitch,
            OptionalInt highestPitch,
            OptionalDouble notesPerSecond,
            String chords,
            String progression,
            OptionalLong fingerprint,
            OptionalLong likeness,
            String details,
            String category,
            double categoryConfidence,
            String categoryReason,
            List<TagMark> derivedTags) {}

    /**
     * What became of a row.
     *
     * @param owns whether its item owns the file and goes on
     * @param byHand what a user set, which goes before what the row says
     */
    record Recorded(boolean owns, Map<UserValues.Field, String> byHand) {
        public Recorded {
            byHand = Map.copyOf(byHand);
        }
    }

    /**
     * Records music and ends the items as done, or as ready where the session goes on to export.
     * Rows of items that no longer own their file are left out and end as duplicates.
     *
     * @return for each row what became of it
     */
    List<Recorded> record(List<MusicRow> rows, List<Verdict> rejected, boolean exportFollows)
            throws Outage;
}
