package crateworks.pipeline.message;

import crateworks.pipeline.ContentHash;
import java.util.Comparator;

/**
 * Where a content lies: {@code length} bytes from {@code offset} of the pack, and the BLAKE3 that
 * they must have.
 */
public record BlobRef(String pack, long offset, int length, ContentHash hash) {
    /** Contents that lie next to each other follow each other, and are fetched together. */
    public static final Comparator<BlobRef> IN_PLACE =
            Comparator.comparing(BlobRef::pack).thenComparingLong(BlobRef::offset);

    public BlobRef {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("no such range: " + offset + "+" + length);
        }
    }
}
