package crateworks.pipeline.message;

import java.util.Optional;

/**
 * A file was found. Its content is read from the source, unless it came out of an archive and lies
 * in a pack already.
 *
 * @param size bytes
 * @param modified microseconds since 1970
 */
public record Found(
        int version,
        long session,
        long item,
        Origin origin,
        long size,
        long modified,
        Optional<BlobRef> content)
        implements Message {
    @Override
    public long key() {
        return item;
    }
}
