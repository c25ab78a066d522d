package crateworks.pipeline.message;

import crateworks.pipeline.ContentHash;

/**
 * Where a content lies: {@code length} bytes from {@code offset} of the pack, and the BLAKE3 that
 * they must have.
 */
public record BlobRef(String pack, long offset, int length, ContentHash hash) {
    public BlobRef {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("no such range: " + offset + "+" + length);
        }
    }
}
