package crateworks.pipeline.port;

import crateworks.pipeline.message.BlobRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/** The places of files on drives. */
public interface DrivePlans {
    /** How many files without a place would lie together. */
    record Group(String category, int tempoFrom, String key, long files) {}

    /**
     * A file that wants a place.
     *
     * @param tempoFrom the lower end of its range of ten, 0 when the tempo is not known
     * @param key such as {@code Am}, empty when it is not known
     * @param quality from 0 to 1, see {@code docs/rationale/quality.md}
     */
    record Waiting(
            long file, String category, int tempoFrom, String key, String name, double quality) {}

    /** A place below the drive's root. */
    record Placement(long file, String path) {}

    /** A file on the drive, with what the index on the drive tells of it. */
    record Entry(
            long file,
            String path,
            String hash,
            long bytes,
            String name,
            String originalName,
            String category,
            OptionalDouble bpm,
            Optional<String> key,
            Optional<String> meter,
            List<String> tags) {}

    /** How many files will be written, and what room they take in whole blocks. */
    record Room(long files, long bytes) {}

    /**
     * The room of the session's ready files that its selection chooses and that have no place on
     * {@code drive} or do not lie there yet, where a file takes whole blocks of {@code blockBytes}.
     */
    Room room(long session, String drive, int blockBytes) throws Outage;

    /** Forgets every place on a drive that has turned out to be empty. */
    void forget(String drive) throws Outage;

    /**
     * The groups of the session's ready files that its selection chooses and that have no place on
     * {@code drive}, sorted.
     */
    List<Group> groups(long session, String drive) throws Outage;

    /**
     * Ends the session's ready files that were given no place on {@code drive} as done, when its
     * selection leaves files out. Returns how many.
     */
    long waive(long session, String drive) throws Outage;

    /**
     * Files that have come to their end and do not lie on a drive.
     *
     * @param silent those of them that have no note, which never go to one
     */
    record LeftBehind(long files, long silent) {}

    /** Those of the session's files that do not lie on {@code drive}. */
    LeftBehind leftBehind(long session, String drive) throws Outage;

    /**
     * The files that want a place by category, tempo range, key, name without regard to case, and
     * content.
     */
    void eachWaiting(long session, String drive, Consumer<Waiting> sink) throws Outage;

    /** The folded names that are taken in {@code folder} of the drive. */
    Set<String> taken(String drive, String folder) throws Outage;

    /** Gives files their places; again for the same file changes nothing. */
    void place(String drive, List<Placement> placements) throws Outage;

    /** The content that was written to {@code path} of a drive. */
    record Original(String path, BlobRef content) {}

    /** The contents of those of {@code paths} that were written to {@code drive}. */
    List<Original> originals(String drive, List<String> paths) throws Outage;

    /** Everything that was written to the drive, by path. */
    void eachEntry(String drive, Consumer<Entry> sink) throws Outage;
}
