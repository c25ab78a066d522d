package crateworks.pipeline.message;

import java.util.List;

/** A file has a name that every target can hold. */
public record Sanitized(
        int version,
        long session,
        long item,
        long file,
        Origin origin,
        BlobRef content,
        List<TagMark> tags,
        String name)
        implements Message {
    public Sanitized {
        tags = List.copyOf(tags);
    }

    @Override
    public long key() {
        return file;
    }
}
