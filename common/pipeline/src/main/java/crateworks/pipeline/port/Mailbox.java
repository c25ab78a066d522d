package crateworks.pipeline.port;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * Where users drop files. Its entries are removed when their content is stored and recorded; what
 * the library does not keep is set aside for the user and never thrown away. An entry shows up when
 * it is whole.
 */
public interface Mailbox {
    /**
     * An entry as it was listed.
     *
     * @param key its path in the mailbox, of any characters
     * @param size bytes
     * @param version changes when another entry takes the same key
     */
    record Entry(String key, long size, Instant modified, String version) {}

    /** Told of each entry, those of a folder together. */
    @FunctionalInterface
    interface Visitor {
        void visit(Entry entry) throws IOException, InterruptedException;
    }

    /** Visits the entries that nobody has written to since {@code before}; may remove them. */
    void eachSettled(Instant before, Visitor visitor) throws IOException, InterruptedException;

    /**
     * Whether an entry with such a key can be asked for at all; one that cannot stays where it is
     * until somebody gives it another key.
     */
    boolean isReachable(Entry entry);

    /** The content of an entry; empty when it is gone or another entry has taken its key. */
    Optional<InputStream> open(Entry entry) throws Outage;

    /** Removes an entry, unless another one has taken its key; tells whether it is gone. */
    boolean remove(Entry entry) throws Outage;

    /**
     * Moves an entry to where the user finds what was not taken in, unless another one has taken
     * its key or it is too large to be moved; tells whether it is gone from the mailbox.
     */
    boolean setAside(Entry entry) throws Outage;
}
