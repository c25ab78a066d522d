package crateworks.ingest.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** One opened archive: its entries, one after another, in an order that never changes. */
interface Container extends Closeable {
    /** What an entry is, as far as the archive's own bookkeeping tells. */
    enum Form {
        FILE,
        FOLDER,
        LINK,
        DEVICE,
        ENCRYPTED,
        UNSUPPORTED,
        SPLIT
    }

    /**
     * What is written about an entry.
     *
     * @param size bytes when it is expanded; may be a lie
     * @param crc32 of the content, where nobody else checks it
     */
    record Entry(
            String name,
            Form form,
            OptionalLong size,
            OptionalLong modifiedMicros,
            OptionalLong crc32) {
        Entry(String name, Form form, OptionalLong size, OptionalLong modifiedMicros) {
            this(name, form, size, modifiedMicros, OptionalLong.empty());
        }
    }

    /** The next entry; empty after the last one. */
    Optional<Entry> next() throws IOException;

    /** The content of the entry that {@link #next} returned last; asked for once at most. */
    InputStream content() throws IOException;

    /** Whether nothing can be read behind a place that is damaged. */
    boolean endsAtDamage();

    /** What is wrong with the archive as a whole; asked for after the last entry. */
    default Optional<ArchiveFault> fault() {
        return Optional.empty();
    }

    /** Whether it is one compressed file, whose only entry stands for the archive itself. */
    default boolean isSingle() {
        return false;
    }
}
