package crateworks.ingest;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Ingestion;
import java.util.Optional;

/**
 * A found file with what the stage needs to judge it.
 *
 * @param known the library's file with the same content, where there is one
 * @param stored where the content lies, when it is stored already
 */
public record Candidate(
        long item,
        Origin origin,
        Material material,
        Optional<Ingestion.Known> known,
        Optional<BlobRef> stored) {

    /** The file of the library that this one repeats: the same content, found earlier. */
    public Optional<Ingestion.Known> repeated() {
        return known.filter(same -> same.owner() < item);
    }

    /** The content, or why it was not read. */
    public sealed interface Material {
        /** All bytes of the file. */
        record Content(Bytes bytes) implements Material {}

        /** More bytes than any MIDI file has. */
        record TooLarge(long bytes) implements Material {
            public static final String CODE = "TOO_LARGE";

            public String sentence() {
                return "The file has "
                        + (bytes >> 20)
                        + " MiB, more than any MIDI file: split it in a sequencer first.";
            }
        }
    }
}
