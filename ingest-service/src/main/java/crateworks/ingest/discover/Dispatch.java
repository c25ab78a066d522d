package crateworks.ingest.discover;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.StageName;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Found;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Progress;
import crateworks.pipeline.port.Discoveries.End;
import crateworks.pipeline.port.Discoveries.Seen;
import crateworks.pipeline.port.Discoveries.Sighting;
import crateworks.pipeline.port.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Records what a search finds and sends it on, many at a time: contents of archive members stored,
 * then rows committed, then records sent. Holds back while too much waits for the stages.
 */
final class Dispatch {
    /** The word for the search in progress records, beside those of the stages. */
    static final String DISCOVER = "discover";

    private static final int BATCH_MAX = 1_000;
    private static final long BATCH_BYTES_MAX = 32L << 20;
    private static final Duration HOLD_LOOK = Duration.ofMillis(500);
    private static final int PAUSE_MILLIS = 1_000;

    /** Something to record: where it was seen, and its content when that has no other home. */
    private record Entry(Sighting sighting, Optional<Bytes> content) {}

    private final long session;
    private final SearchPorts ports;
    private final String topic;
    private final long waitingMax;
    private final List<Entry> entries = new ArrayList<>();
    private long contentBytes;
    private long taken;

    Dispatch(long session, SearchPorts ports, long waitingMax) {
        this.session = session;
        this.ports = ports;
        this.topic = StageName.INGEST.topicIn();
        this.waitingMax = waitingMax;
    }

    /** Whether {@code limit} new files were recorded; records what is pending to be sure. */
    boolean hasTaken(long limit) throws InterruptedException {
        if (taken + entries.size() >= limit) {
            flush();
        }
        return taken >= limit;
    }

    /** Ends what was parked in {@code source} earlier and is not there any more. */
    void settleUnmet(String source) throws InterruptedException {
        Patience.with(
                () -> {
                    ports.discoveries().settleUnmet(session, source);
                    return source;
                },
                PAUSE_MILLIS);
    }

    void add(Sighting sighting, Optional<Bytes> content) throws InterruptedException {
        entries.add(new Entry(sighting, content));
        contentBytes += content.map(Bytes::length).orElse(0);
        if (entries.size() >= BATCH_MAX || contentBytes >= BATCH_BYTES_MAX) {
            flush();
        }
    }

    /** Which are new or have changed; counts those that an earlier run has dealt with. */
    List<Boolean> fresh(List<Sighting> sightings) throws InterruptedException {
        List<Seen> seen =
                Patience.with(() -> ports.discoveries().seen(session, sightings), PAUSE_MILLIS);
        passOver(seen.stream().filter(each -> each == Seen.EARLIER).count(), 0);
        return seen.stream().map(each -> each == Seen.NEVER).toList();
    }

    /** Records and sends what was added; afterwards nothing is pending. */
    void flush() throws InterruptedException {
        if (entries.isEmpty()) {
            return;
        }
        List<Entry> batch = List.copyOf(entries);
        entries.clear();
        contentBytes = 0;
        awaitRoom();
        List<Entry> fresh = freshOf(batch);
        if (!fresh.isEmpty()) {
            Patience.with(() -> record(fresh), PAUSE_MILLIS);
        }
    }

    /** Counts what is not looked at. */
    void passOver(long unchanged, long junk) throws InterruptedException {
        if (unchanged + junk > 0) {
            Patience.with(
                    () -> {
                        ports.sessions().passedOver(session, unchanged, junk);
                        return unchanged;
                    },
                    PAUSE_MILLIS);
        }
    }

    private List<Entry> freshOf(List<Entry> batch) throws InterruptedException {
        List<Boolean> fresh = fresh(batch.stream().map(Entry::sighting).toList());
        return IntStream.range(0, batch.size()).filter(fresh::get).mapToObj(batch::get).toList();
    }

    private int record(List<Entry> fresh) throws Outage, InterruptedException {
        List<Sighting> sightings = withContents(fresh);
        List<OptionalLong> items = ports.discoveries().record(session, sightings);
        var found = new ArrayList<Found>(items.size());
        long rejected = 0;
        long parked = 0;
        for (int at = 0; at < items.size(); at++) {
            Sighting sighting = sightings.get(at);
            if (items.get(at).isEmpty()) {
                continue;
            }
            taken += sighting.end().orElse(null) instanceof End.Opened ? 0 : 1;
            if (sighting.end().isEmpty()) {
                found.add(found(items.get(at).getAsLong(), sighting));
            } else {
                rejected += sighting.end().get() instanceof End.Rejected ? 1 : 0;
                parked += sighting.end().get() instanceof End.Parked ? 1 : 0;
            }
        }
        long seen = found.size() + rejected + parked;
        var progress =
                new Progress(
                        Message.VERSION,
                        session,
                        DISCOVER,
                        seen,
                        found.size(),
                        0,
                        rejected,
                        parked,
                        0);
        ports.outbox().send(topic, found, List.of(progress));
        return found.size();
    }

    private List<Sighting> withContents(List<Entry> fresh) throws Outage, InterruptedException {
        List<BlobRef> refs =
                ports.blobs()
                        .write(fresh.stream().flatMap(entry -> entry.content().stream()).toList());
        var stored = refs.iterator();
        return fresh.stream()
                .map(
                        entry ->
                                entry.content().isEmpty()
                                        ? entry.sighting()
                                        : lyingAt(entry.sighting(), stored.next()))
                .toList();
    }

    private static Sighting lyingAt(Sighting sighting, BlobRef content) {
        return new Sighting(
                sighting.origin(),
                sighting.index(),
                sighting.size(),
                sighting.modified(),
                Optional.of(content),
                sighting.end());
    }

    private Found found(long item, Sighting sighting) {
        return new Found(
                Message.VERSION,
                session,
                item,
                sighting.origin(),
                sighting.size(),
                sighting.modified(),
                sighting.content());
    }

    private void awaitRoom() throws InterruptedException {
        while (Patience.with(this::waiting, PAUSE_MILLIS) > waitingMax) {
            Thread.sleep(HOLD_LOOK);
        }
    }

    /** Export is not counted: its files wait for the plan, in the database. */
    private long waiting() throws Outage {
        return ports.backlog().waiting().entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(StageName.ANALYZE) <= 0)
                .mapToLong(entry -> entry.getValue())
                .sum();
    }
}
