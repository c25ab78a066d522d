package crateworks.ingest.app;

import crateworks.adapters.host.Lead;
import crateworks.adapters.host.StageHost;
import crateworks.adapters.postgres.PostgresDiscoveries;
import crateworks.ingest.archive.ArchiveLimits;
import crateworks.ingest.archive.ArchiveReader;
import crateworks.ingest.discover.FolderSearches;
import crateworks.ingest.source.Settling;
import crateworks.pipeline.lead.Search;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The search of runs over folders, bound to the database, the store and the topics. */
public final class FolderSearching {
    /** So many records may wait for the stages before the search for files holds back. */
    static final long WAITING_MAX = 10_000;

    private FolderSearching() {}

    /** A search that looks into neither {@code data}, its own folder, nor the {@code drive}. */
    public static Search search(StageHost host, Lead lead, Path data, Optional<Path> drive) {
        List<Path> exclusions = new ArrayList<>();
        exclusions.add(data);
        drive.ifPresent(exclusions::add);
        return new FolderSearches(
                new PostgresDiscoveries(host.postgres()),
                lead.sessions(),
                host.blobs(),
                lead.outbox(),
                lead.backlog(),
                new ArchiveReader(ArchiveLimits.defaults(), data.resolve("scratch")),
                exclusions,
                Settling.once(InstantSource.system()),
                WAITING_MAX);
    }
}
