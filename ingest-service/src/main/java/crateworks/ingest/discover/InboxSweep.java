package crateworks.ingest.discover;

import crateworks.ingest.source.LeftoverNames;
import crateworks.pipeline.port.Discoveries.End;
import crateworks.pipeline.port.Mailbox;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.SideBySide;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** One pass over the mailbox: looks at entries, and clears away what is recorded and sent. */
final class InboxSweep {
    private static final int UNCLEARED_MAX = 1_000;
    private static final int LEAVING_AT_ONCE = 8;
    private static final int READS_MAX = 3;
    private static final int PAUSE_MILLIS = 1_000;

    private final Mailbox mailbox;
    private final Dispatch dispatch;
    private final CloserLook look;
    private final Path spool;
    private final List<Looked> uncleared = new ArrayList<>();
    private final List<Mailbox.Entry> staying = new ArrayList<>();
    private long junk;
    private long junkCounted;

    private record Looked(Mailbox.Entry entry, Kept kept) {}

    InboxSweep(Mailbox mailbox, Dispatch dispatch, CloserLook look, Path spool) {
        this.mailbox = mailbox;
        this.dispatch = dispatch;
        this.look = look;
        this.spool = spool;
    }

    /** Looks at an entry; one that is gone or was replaced is left to the next sweep. */
    void take(Mailbox.Entry entry) throws InterruptedException {
        if (LeftoverNames.isJunkPath(entry.key())) {
            junk++;
            uncleared.add(new Looked(entry, Kept.WHOLE));
        } else {
            look(entry).ifPresent(kept -> uncleared.add(new Looked(entry, kept)));
        }
        if (uncleared.size() >= UNCLEARED_MAX) {
            clear();
        }
    }

    private Optional<Kept> look(Mailbox.Entry entry) throws InterruptedException {
        if (!mailbox.isReachable(entry)) {
            var thing = new InboxThing(entry, InputStream.nullInputStream(), spool);
            return Optional.of(look.end(thing, unreachable(entry)));
        }
        for (int read = 1; true; read++) {
            Optional<InputStream> content = Patience.with(() -> mailbox.open(entry), PAUSE_MILLIS);
            if (content.isEmpty()) {
                return Optional.empty();
            }
            var thing = new InboxThing(entry, content.get(), spool);
            try (InputStream _ = content.get()) {
                return Optional.of(look.at(thing));
            } catch (InboxThing.Changed _) {
                return Optional.empty();
            } catch (InboxThing.NoScratch _) {
                return Optional.of(look.end(thing, noScratch(entry)));
            } catch (IOException _) {
                if (read == READS_MAX) {
                    return Optional.of(look.end(thing, unreadable(entry)));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Records and sends what was looked at, and only then takes it out of the mailbox. */
    void clear() throws InterruptedException {
        dispatch.flush();
        dispatch.passOver(0, junk + look.junk() - junkCounted);
        junkCounted = junk + look.junk();
        List<Boolean> gone = leave();
        for (int at = 0; at < gone.size(); at++) {
            if (!gone.get(at)) {
                staying.add(uncleared.get(at).entry());
            }
        }
        uncleared.clear();
    }

    /** Which of what was looked at has left; a request each would be slow one after another. */
    private List<Boolean> leave() throws InterruptedException {
        try (var threads = new SideBySide("inbox-", LEAVING_AT_ONCE)) {
            return threads.all(
                    uncleared.stream()
                            .<Callable<Boolean>>map(
                                    each -> () -> Patience.with(() -> isGone(each), PAUSE_MILLIS))
                            .toList());
        } catch (Outage outage) {
            throw new IllegalStateException("each of them waits an outage out", outage);
        }
    }

    private boolean isGone(Looked looked) throws Outage {
        return switch (looked.kept()) {
            case WHOLE -> mailbox.remove(looked.entry());
            case IN_PART -> mailbox.setAside(looked.entry());
            case NOT_YET -> false;
        };
    }

    /** The entries that stay in the mailbox although they were looked at, each told once. */
    List<Mailbox.Entry> takeStaying() {
        List<Mailbox.Entry> taken = List.copyOf(staying);
        staying.clear();
        return taken;
    }

    private static End unreachable(Mailbox.Entry entry) {
        return new End.Parked(
                "UNREADABLE",
                entry.key() + " cannot be asked for, as . or .. is part of its path: rename it.");
    }

    private static End unreadable(Mailbox.Entry entry) {
        return new End.Parked(
                "UNREADABLE",
                entry.key() + " cannot be read from the inbox: put it there once more.");
    }

    private static End noScratch(Mailbox.Entry entry) {
        return new End.Parked(
                "SCRATCH_FULL",
                "The disk of the data directory has no room to open "
                        + entry.key()
                        + ": make room and start again.");
    }
}
