package crateworks.pipeline.port;

import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows that the search for files writes: every place where something was found. */
public interface Discoveries {
    /**
     * Something that was seen at a place.
     *
     * @param index which of several members of the same name, from 0
     * @param size bytes
     * @param modified microseconds since 1970
     * @param content where it lies, when it came out of an archive
     * @param end how it ends when it does not go on to ingest
     */
    record Sighting(
            Origin origin,
            int index,
            long size,
            long modified,
            Optional<BlobRef> content,
            Optional<End> end) {}

    /** A sighting that goes no further. */
    sealed interface End {
        /** It can never be music, or cannot be read: a stable code and one sentence. */
        record Rejected(String code, String detail) implements End {}

        /** It failed and may be tried again: an archive that could not be read to its end. */
        record Parked(String reason, String detail) implements End {}

        /** An archive, whose members were all looked at; it is a container and no item itself. */
        record Opened() implements End {}
    }

    /**
     * Records sightings in one transaction and numbers them in their order.
     *
     * @return for each the new item; empty for one that was seen before, unchanged
     */
    List<OptionalLong> record(long session, List<Sighting> sightings) throws Outage;

    /**
     * Ends what earlier searches of {@code source} parked and this session's, which met everything,
     * did not meet again: a place that can be read by now and so was found under what it is, or one
     * that is gone. What comes back later is taken up again.
     */
    void settleUnmet(long session, String source) throws Outage;

    /** Whether a place was seen before, with the same size and time. */
    enum Seen {
        NEVER,
        /** Before this run was interrupted: it is one of its files. */
        IN_THIS_SESSION,
        EARLIER
    }

    /** Which of these were seen before. */
    List<Seen> seen(long session, List<Sighting> sightings) throws Outage;
}
