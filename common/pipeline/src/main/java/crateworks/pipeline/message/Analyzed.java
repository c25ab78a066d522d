package crateworks.pipeline.message;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A file with what its name and its place on a drive follow from.
 *
 * @param bpm quarter notes a minute
 * @param musicalKey such as {@code F#m}; empty when it is not known
 * @param meter such as {@code 4/4}
 */
public record Analyzed(
        int version,
        long session,
        long item,
        long file,
        BlobRef content,
        String name,
        Optional<Piece.PartOf> part,
        OptionalDouble bpm,
        Optional<String> musicalKey,
        Optional<String> camelot,
        Optional<String> meter,
        OptionalInt bars,
        String category,
        List<String> tags)
        implements Message {
    public Analyzed {
        tags = List.copyOf(tags);
    }

    /** The same under another name. */
    public Analyzed renamed(String newName) {
        return new Analyzed(
                version,
                session,
                item,
                file,
                content,
                newName,
                part,
                bpm,
                musicalKey,
                camelot,
                meter,
                bars,
                category,
                tags);
    }

    @Override
    public long key() {
        return file;
    }
}
