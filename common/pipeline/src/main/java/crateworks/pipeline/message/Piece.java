package crateworks.pipeline.message;

import java.util.List;
import java.util.Optional;

/** A file, or a part that was split from it, on its way to be analysed. */
public record Piece(
        int version,
        long session,
        long item,
        long file,
        Origin origin,
        BlobRef content,
        List<TagMark> tags,
        String name,
        Optional<PartOf> part)
        implements Message {
    /** Which part of which file; {@code channel} counts from 1 as musicians do. */
    public record PartOf(long parent, int track, int channel, String label) {}

    public Piece {
        tags = List.copyOf(tags);
    }

    @Override
    public long key() {
        return file;
    }
}
