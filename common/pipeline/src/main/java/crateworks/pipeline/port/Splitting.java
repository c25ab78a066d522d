package crateworks.pipeline.port;

import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.TagMark;
import java.util.List;

/** The rows that split writes; the call is one transaction and may be repeated. */
public interface Splitting {
    /**
     * A part of a parent.
     *
     * @param item the part's own number in the ledger
     * @param track from 0, as in the parent's file
     * @param channel from 1
     * @param program General MIDI program from 0, or negative when the part sets none
     */
    record PartRow(
            long session,
            long item,
            long parent,
            long parentItem,
            int track,
            int channel,
            String label,
            int program,
            int notes,
            BlobRef content,
            Ingestion.SmfFacts facts,
            String name,
            List<TagMark> tags) {
        public PartRow {
            tags = List.copyOf(tags);
        }
    }

    /**
     * Records parts and claims their contents, see {@link Claim}; duplicates and verdicts end their
     * items. Where a parent is no longer owned by {@code parentItem} its parts are recorded as
     * duplicates like any others.
     *
     * @return the claims, in the order of {@code parts}
     */
    List<Claim> record(List<PartRow> parts, List<Verdict> rejected) throws Outage;
}
