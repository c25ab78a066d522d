package crateworks.ingest.app;

import crateworks.adapters.postgres.Leadership;
import crateworks.adapters.s3.InboxFolder;
import crateworks.pipeline.port.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties the folder that stands for the inbox again and again, in one of all replicas. */
final class FolderMail {
    private static final Logger LOG = LoggerFactory.getLogger(FolderMail.class);

    private final Leadership leadership;
    private final InboxFolder folder;

    FolderMail(Leadership leadership, InboxFolder folder) {
        this.leadership = leadership;
        this.folder = folder;
    }

    /** Makes one pass if this process may; there is always another. */
    boolean isDone() throws Outage, InterruptedException {
        if (leadership.isHeld()) {
            InboxFolder.Pass pass = folder.pass();
            if (pass.moved() > 0) {
                LOG.info("{} files moved from the inbox folder to the inbox", pass.moved());
            }
        }
        return false;
    }
}
