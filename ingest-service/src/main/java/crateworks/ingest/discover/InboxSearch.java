package crateworks.ingest.discover;

import crateworks.ingest.archive.ArchiveReader;
import crateworks.pipeline.lead.Search;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Mailbox;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/**
 * The search of the mailbox: one sweep through all entries that have settled, which takes them out
 * once what is in them is recorded and on its way.
 *
 * <p>An entry that must be tried again, such as an archive that scratch space was missing for,
 * stays there and is passed over until this search is made anew. Used by one thread at a time. What
 * happens to entries that are not music: docs/rationale/inbox.md.
 */
public final class InboxSearch implements Search {
    /** So long nobody may have written to an entry before it is looked at. */
    public static final Duration QUIET = Duration.ofSeconds(5);

    /** Entries of which is known that they stay; those beyond are looked at in every sweep. */
    private static final int STAYING_MAX = 100_000;

    private static final String OUT = "the inbox";

    private final SearchPorts ports;
    private final ArchiveReader archives;
    private final Mailbox mailbox;
    private final Path spool;
    private final InstantSource clock;
    private final long waitingMax;
    private final Set<Mailbox.Entry> staying = new HashSet<>();

    /**
     * @param spool the file to lay archives down in while they are read; its folder exists
     * @param waitingMax so many files may wait for the stages before the search holds back
     */
    public InboxSearch(
            SearchPorts ports,
            ArchiveReader archives,
            Mailbox mailbox,
            Path spool,
            InstantSource clock,
            long waitingMax) {
        this.ports = ports;
        this.archives = archives;
        this.mailbox = mailbox;
        this.spool = spool;
        this.clock = clock;
        this.waitingMax = waitingMax;
    }

    /** Whether there is an entry that a search would look at. */
    public boolean hasMail() throws Outage, InterruptedException {
        return !each(
                _ -> {
                    throw new LimitReached();
                });
    }

    @Override
    public void search(Session session) throws Outage, InterruptedException {
        if (!session.order().sources().contains(Origin.INBOX)) {
            return;
        }
        long limit = session.order().limit().orElse(Long.MAX_VALUE);
        var dispatch = new Dispatch(session.id(), ports, waitingMax);
        var look = new CloserLook(dispatch, archives, limit);
        var sweep = new InboxSweep(mailbox, dispatch, look, spool);
        boolean nothingPassedOver = staying.isEmpty();
        boolean wholeSeen =
                each(
                        entry -> {
                            sweep.take(entry);
                            keepInMind(sweep);
                        });
        sweep.clear();
        keepInMind(sweep);
        if (wholeSeen && nothingPassedOver) {
            dispatch.settleUnmet(Origin.INBOX);
        }
    }

    /** Visits the entries that do not stay; tells whether it came to the end of them. */
    private boolean each(Mailbox.Visitor visitor) throws Outage, InterruptedException {
        try {
            mailbox.eachSettled(
                    clock.instant().minus(QUIET),
                    entry -> {
                        if (!staying.contains(entry)) {
                            visitor.visit(entry);
                        }
                    });
            return true;
        } catch (LimitReached _) {
            return false;
        } catch (Outage outage) {
            throw outage;
        } catch (IOException e) {
            throw new Outage(OUT, "the inbox cannot be read", e);
        }
    }

    private void keepInMind(InboxSweep sweep) {
        sweep.takeStaying().stream().limit(STAYING_MAX - staying.size()).forEach(staying::add);
    }
}
