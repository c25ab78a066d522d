package crateworks.pipeline.port;

import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.TagMark;
import java.util.List;
import java.util.Map;

/** The rows that ingest reads and writes; each call is one transaction and may be repeated. */
public interface Ingestion {
    /** A content that is in the library: its file, the item that owns it, and where it lies. */
    record Known(long file, long owner, BlobRef content) {}

    /**
     * A content that was read and understood.
     *
     * @param kind {@code midi}, later {@code audio}
     * @param facts what reading told
     * @param originalName the file's own name as found
     */
    record Content(
            long session,
            long item,
            BlobRef content,
            String kind,
            SmfFacts facts,
            String originalName,
            List<TagMark> tags) {
        public Content {
            tags = List.copyOf(tags);
        }
    }

    /**
     * What the header and the events of a file say.
     *
     * @param division the division of the header as an unsigned 16-bit number
     * @param repairs codes of what was put right, comma separated, empty for a sound file
     */
    record SmfFacts(
            int format, int tracks, int division, long durationMicros, int notes, String repairs) {}

    /** Which of {@code hashes} are in the library. */
    Map<ContentHash, Known> known(List<ContentHash> hashes) throws Outage;

    /**
     * Claims each content for its item, and records duplicates and verdicts as the ends of their
     * items. An item that takes a content over from a greater one ends that one as duplicate.
     *
     * @param duplicates item, and the hash of the content that it repeats
     * @return the claims of {@code contents}, in their order
     */
    List<Claim> record(List<Content> contents, List<Repeat> duplicates, List<Verdict> rejected)
            throws Outage;

    /** An item whose content was known before it was read closer. */
    record Repeat(long session, long item, long file) {}
}
