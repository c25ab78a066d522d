package crateworks.pipeline.port;

import crateworks.pipeline.session.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What lies on drives, and what an export would write. */
public interface DriveContents {
    /**
     * A drive.
     *
     * @param path where it was mounted last
     * @param planned files that have a place and are not written yet
     * @param made patterns, progressions, kits and packs
     */
    record Drive(
            int id,
            Optional<String> path,
            Optional<String> mark,
            Optional<String> suspicion,
            long files,
            long bytes,
            long planned,
            long made,
            Optional<Instant> lastWrittenAt) {}

    record Entry(long file, String path, OptionalLong bytes, Optional<Instant> writtenAt) {}

    /** Files that would lie together. */
    record Group(String category, OptionalInt tempoFrom, String key, long files) {}

    /**
     * What an export would write.
     *
     * @param bytes in whole blocks
     * @param lying files that are on the drive already
     */
    record Plan(long files, long bytes, long lying, List<Group> groups, boolean truncated) {}

    List<Drive> drives() throws Outage;

    /**
     * What lies in {@code folder} or below, by folded folder and name.
     *
     * @param after the path that the page before ended with
     */
    List<Entry> entries(int drive, String folder, Optional<String> after, int max) throws Outage;

    /** What {@code selection} would bring to a drive, or to an empty one. */
    Plan plan(OptionalInt drive, Selection selection, int blockBytes, int groupsMax)
            throws Outage, LibrarySearch.TooSlow;
}
