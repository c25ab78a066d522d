package crateworks.ingest.archive;

import java.util.Optional;

/**
 * How the reading of one archive ended. Members that were handed out before a fault are good.
 *
 * @param music files that were handed out as music; like the other counts without those of nested
 *     archives, which have an end of their own
 * @param nested archives that were opened in it
 * @param fault why it could not be read to its end
 */
public record ArchiveEnd(
        long music,
        long notMusic,
        long junk,
        long skipped,
        long nested,
        Optional<ArchiveFault> fault) {}
