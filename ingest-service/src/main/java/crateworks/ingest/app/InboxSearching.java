package crateworks.ingest.app;

import crateworks.adapters.host.Lead;
import crateworks.adapters.host.StageHost;
import crateworks.adapters.postgres.PostgresDiscoveries;
import crateworks.ingest.archive.ArchiveLimits;
import crateworks.ingest.archive.ArchiveReader;
import crateworks.ingest.discover.InboxSearch;
import crateworks.ingest.discover.SearchPorts;
import crateworks.pipeline.port.Mailbox;
import java.nio.file.Path;
import java.time.InstantSource;

/** The search of runs over a mailbox, bound to the database, the store and the topics. */
public final class InboxSearching {
    private InboxSearching() {}

    /** A search that keeps its scratch files in {@code data}; one at a time for each folder. */
    public static InboxSearch search(
            StageHost host, Lead lead, Path data, Mailbox mailbox, InstantSource clock) {
        return new InboxSearch(
                new SearchPorts(
                        new PostgresDiscoveries(host.postgres()),
                        lead.sessions(),
                        host.blobs(),
                        lead.outbox(),
                        lead.backlog()),
                new ArchiveReader(ArchiveLimits.defaults(), data.resolve("scratch")),
                mailbox,
                data.resolve("inbox.spool"),
                clock,
                FolderSearching.WAITING_MAX);
    }
}
