package crateworks.ingest.archive;

import crateworks.ingest.source.ContentKind;
import crateworks.pipeline.Bytes;
import java.util.List;
import java.util.OptionalLong;

/**
 * What came of one entry of an archive.
 *
 * <p>Its place is a chain: the name of the outermost archive, names of nested ones, the entry's own
 * name as it was written, which may try to escape and so is text and never a path. Entries that
 * have the same chain are told apart by {@code index}: how many of the same chain came before, in
 * the order of the archive, which never changes.
 */
public sealed interface Extracted {
    Place place();

    /** Where it lies: at least the outermost archive's name and one more. */
    record Place(List<String> chain, int index) {
        public Place {
            chain = List.copyOf(chain);
        }
    }

    /**
     * A file that is music by its content or by its name.
     *
     * @param modifiedMicros microseconds since 1970, where the archive tells
     */
    record Member(Place place, ContentKind kind, OptionalLong modifiedMicros, Bytes content)
            implements Extracted {}

    /**
     * A file of another kind.
     *
     * @param size bytes, as the archive says, or counted where it says nothing
     */
    record NotMusic(Place place, OptionalLong modifiedMicros, long size) implements Extracted {}

    /** What systems leave behind, such as {@code __MACOSX/._a.mid}. */
    record Junk(Place place) implements Extracted {}

    /** A member that cannot be handed out. */
    record Skipped(Place place, ArchiveFault fault) implements Extracted {}

    /** A nested archive, after everything that is in it. */
    record Nested(Place place, OptionalLong modifiedMicros, ArchiveEnd end) implements Extracted {}
}
