package crateworks.ingest.discover;

import crateworks.ingest.archive.ArchiveEnd;
import crateworks.ingest.archive.ArchiveReader;
import crateworks.ingest.archive.MemberSink;
import crateworks.ingest.source.ContentKind;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Discoveries.End;
import crateworks.pipeline.port.Discoveries.Sighting;
import java.io.IOException;
import java.util.Optional;

/** Something that was found and can be read, whatever it lies in. */
interface Thing {
    Origin origin();

    /** Bytes. */
    long size();

    /** Microseconds since 1970. */
    long modified();

    /** Its first {@link ContentKind#HEAD_BYTES}, or all of it when it is shorter; asked first. */
    byte[] head() throws IOException;

    /** All of it; empty when it stays where it is for the stages to read. */
    Optional<Bytes> content() throws IOException;

    /** Reads it as an archive. */
    ArchiveEnd members(ArchiveReader archives, MemberSink sink)
            throws IOException, InterruptedException;

    /** The sighting of this; {@code end} when it does not go on to ingest. */
    default Sighting sighting(Optional<End> end) {
        return new Sighting(origin(), 0, size(), modified(), Optional.empty(), end);
    }
}
