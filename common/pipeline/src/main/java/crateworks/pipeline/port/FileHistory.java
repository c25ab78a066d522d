package crateworks.pipeline.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One file with everything that the library knows of it. */
public interface FileHistory {
    int PLACES_MAX = 500;
    int PARTS_MAX = 1_000;

    /** A value with how sure it is and what told so; {@code user} when it was set by hand. */
    record Value(String field, String value, double confidence, String source, String reason) {}

    record Tag(String term, String category, String source, double confidence) {}

    record Name(String stage, String name, String reason) {}

    /** A place where the content was found, and what came of it there. */
    record Place(
            long item,
            String place,
            String source,
            String path,
            String member,
            long session,
            String state,
            Optional<Instant> endedAt,
            Instant modified) {}

    /** The part of a song that this file is, or that another file is of this one. */
    record Part(
            long file,
            String name,
            int track,
            int channel,
            String label,
            int program,
            int notes,
            String category) {}

    record OnDrive(long drive, String path, Optional<Instant> writtenAt) {}

    /**
     * A file; what was not found out is empty.
     *
     * @param parent the song that it is a part of
     * @param parts what it was split into
     * @param alike how many other files are the same music
     * @param chords JSON list of [start seconds, end seconds, label]
     */
    record File(
            long id,
            String name,
            String originalName,
            boolean part,
            String blake3,
            long bytes,
            int format,
            int tracks,
            int notes,
            double seconds,
            OptionalInt bars,
            String repairs,
            String state,
            String camelot,
            String progression,
            String role,
            boolean drums,
            OptionalInt lowestPitch,
            OptionalInt highestPitch,
            OptionalDouble notesPerSecond,
            OptionalLong alike,
            OptionalInt version,
            String chords,
            List<Value> values,
            List<Tag> tags,
            List<Name> names,
            List<Place> places,
            Optional<Part> parent,
            List<Part> parts,
            List<OnDrive> drives) {}

    Optional<File> of(long file) throws Outage;
}
