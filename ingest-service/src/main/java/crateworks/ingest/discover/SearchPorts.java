package crateworks.ingest.discover;

import crateworks.pipeline.port.Backlog;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.Discoveries;
import crateworks.pipeline.port.Outbox;
import crateworks.pipeline.port.Sessions;

/** The outside of a search: where it records what it finds, and sends it to. */
public record SearchPorts(
        Discoveries discoveries,
        Sessions sessions,
        BlobStore blobs,
        Outbox outbox,
        Backlog backlog) {}
