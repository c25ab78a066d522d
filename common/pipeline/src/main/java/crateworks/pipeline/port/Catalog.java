package crateworks.pipeline.port;

import crateworks.pipeline.message.Parked;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The library, for reading. */
public interface Catalog {
    /**
     * One file of the library; columns of the catalog command.
     *
     * @param kind "source" for a found file, "part" for one that was split off
     * @param track from 0, parts only
     * @param channel from 1, parts only
     * @param sources every place where the content was found, as people write it
     * @param fingerprint 16 hexadecimal digits, equal for the same music in any key and tempo
     * @param chords JSON list of [start seconds, end seconds, label]
     */
    record Row(
            long id,
            OptionalLong parent,
            String kind,
            String blake3,
            long bytes,
            String path,
            String name,
            String originalName,
            int format,
            int tracks,
            int notes,
            String repairs,
            OptionalInt track,
            OptionalInt channel,
            String state,
            OptionalDouble bpm,
            double bpmConfidence,
            String bpmSource,
            String key,
            String mode,
            double keyConfidence,
            String keySource,
            String camelot,
            String meter,
            double meterConfidence,
            OptionalInt bars,
            double seconds,
            boolean drums,
            List<Integer> drumChannels,
            List<String> drumClasses,
            String family,
            String category,
            double categoryConfidence,
            String categoryReason,
            Figures figures,
            List<String> tags,
            String chords,
            String progression,
            Optional<String> fingerprint,
            List<String> sources,
            Optional<String> exportedTo) {}

    /**
     * How a file is played; empty where it was not analysed.
     *
     * @param role such as {@code bass}
     * @param voicing {@code MONO} or {@code POLY}
     * @param velocity the mean, 1 to 127
     * @param syncopation the share of onsets held over the next beat, 0 to 1
     * @param swing where the second half of a beat falls in drums: 0.5 straight, 0.667 shuffle
     * @param drumCounts JSON object: hits of each instrument
     */
    record Figures(
            String role,
            String voicing,
            OptionalInt lowestPitch,
            OptionalInt highestPitch,
            OptionalDouble notesPerSecond,
            OptionalDouble polyphony,
            OptionalDouble velocity,
            OptionalDouble syncopation,
            String drumPattern,
            String drumFeel,
            OptionalDouble swing,
            List<String> drumTechniques,
            String drumCounts) {}

    /** A rejected or parked item. */
    record Failure(
            long item,
            String state,
            String stage,
            String code,
            String detail,
            int attempts,
            String place,
            String nextAction) {}

    /** Every file, by id; rows are streamed, not collected. */
    void each(Consumer<Row> sink) throws Outage;

    /**
     * Rejected and parked items by number, at most {@code max}; {@code parkedOnly} for the rest.
     */
    List<Failure> failures(boolean parkedOnly, int max) throws Outage;

    /** The records of parked items, for people who look closer. */
    Optional<Parked> parked(long item) throws Outage;

    /** The packs that some row speaks of, for gc. */
    void eachPack(Consumer<String> sink) throws Outage;
}
