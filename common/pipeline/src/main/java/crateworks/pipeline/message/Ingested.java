package crateworks.pipeline.message;

import java.util.List;

/** A file is in the library: its content is stored and it is the first with this content. */
public record Ingested(
        int version,
        long session,
        long item,
        long file,
        Origin origin,
        BlobRef content,
        List<TagMark> tags)
        implements Message {
    public Ingested {
        tags = List.copyOf(tags);
    }

    @Override
    public long key() {
        return file;
    }
}
