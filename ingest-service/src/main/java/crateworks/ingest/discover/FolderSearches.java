package crateworks.ingest.discover;

import crateworks.ingest.archive.ArchiveReader;
import crateworks.ingest.source.Settling;
import crateworks.ingest.source.WalkEnd;
import crateworks.pipeline.lead.Search;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Backlog;
import crateworks.pipeline.port.BlobStore;
import crateworks.pipeline.port.Discoveries;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Outbox;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.session.Session;
import java.nio.file.Path;
import java.util.List;

/** The search of a run in folders: one after the other, in the order they were given. */
public final class FolderSearches implements Search {
    private final SearchPorts ports;
    private final ArchiveReader archives;
    private final List<Path> exclusions;
    private final Settling settling;
    private final long waitingMax;

    /**
     * A search.
     *
     * @param exclusions folders that are not searched, such as the drive that is exported to
     * @param waitingMax so many files may wait for the stages before the search holds back
     */
    public FolderSearches(
            Discoveries discoveries,
            Sessions sessions,
            BlobStore blobs,
            Outbox outbox,
            Backlog backlog,
            ArchiveReader archives,
            List<Path> exclusions,
            Settling settling,
            long waitingMax) {
        this.ports = new SearchPorts(discoveries, sessions, blobs, outbox, backlog);
        this.archives = archives;
        this.exclusions = List.copyOf(exclusions);
        this.settling = settling;
        this.waitingMax = waitingMax;
    }

    @Override
    public void search(Session session) throws Outage, InterruptedException {
        var dispatch = new Dispatch(session.id(), ports, waitingMax);
        long limit = session.order().limit().orElse(Long.MAX_VALUE);
        for (String source : session.order().sources()) {
            if (!Origin.isFolder(source)) {
                continue;
            }
            WalkEnd end =
                    new FolderSearch(Path.of(source), dispatch, archives, limit)
                            .search(exclusions, settling);
            if (end instanceof WalkEnd.Refused(var sentence)) {
                throw new Outage("the source", sentence);
            }
        }
    }
}
