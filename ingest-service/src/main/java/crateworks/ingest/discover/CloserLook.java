package crateworks.ingest.discover;

import crateworks.ingest.Candidate.Material;
import crateworks.ingest.archive.ArchiveEnd;
import crateworks.ingest.archive.ArchiveReader;
import crateworks.ingest.archive.Extracted;
import crateworks.ingest.source.ContentKind;
import crateworks.music.midi.SmfReader;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.port.Discoveries.End;
import crateworks.pipeline.port.Discoveries.Sighting;
import java.io.IOException;
import java.util.Optional;

/** Tells what found things are, and puts them, and what is in them, on their way. */
final class CloserLook {
    private final Dispatch dispatch;
    private final ArchiveReader archives;
    private final long limit;
    private long junk;

    /** Takes {@code limit} new things at most, and throws {@link LimitReached} at the next. */
    CloserLook(Dispatch dispatch, ArchiveReader archives, long limit) {
        this.dispatch = dispatch;
        this.archives = archives;
        this.limit = limit;
    }

    /** Junk that was in archives. */
    long junk() {
        return junk;
    }

    /**
     * Looks at a thing and tells how much of it is kept.
     *
     * @throws IOException when it cannot be read; it is not sighted then, and what came out of it
     *     before is on its way
     */
    Kept at(Thing thing) throws IOException, InterruptedException {
        ContentKind kind = ContentKind.of(thing.head(), thing.origin().path());
        if (kind.isArchive()) {
            return open(thing);
        }
        return kind.isMusic() ? take(thing) : end(thing, ArchiveSightings.notMusic());
    }

    /** Sights a thing that goes no further. */
    Kept end(Thing thing, End end) throws InterruptedException {
        add(thing.sighting(Optional.of(end)), Optional.empty());
        return Kept.after(Optional.of(end));
    }

    void add(Sighting sighting, Optional<Bytes> content) throws InterruptedException {
        if (dispatch.hasTaken(limit)) {
            throw new LimitReached();
        }
        dispatch.add(sighting, content);
    }

    private Kept take(Thing thing) throws IOException, InterruptedException {
        if (thing.size() > SmfReader.FILE_BYTES_MAX) {
            var tooLarge = new Material.TooLarge(thing.size());
            return end(thing, new End.Rejected(Material.TooLarge.CODE, tooLarge.sentence()));
        }
        Optional<Bytes> content = thing.content();
        add(thing.sighting(Optional.empty()), content);
        return Kept.WHOLE;
    }

    /** The archive itself is recorded last, so that a crash in between opens it again. */
    private Kept open(Thing thing) throws IOException, InterruptedException {
        var sightings = new ArchiveSightings(thing.origin(), thing.modified());
        var members = new Members(sightings);
        ArchiveEnd end = thing.members(archives, members::add);
        junk += end.junk();
        Optional<End> fault = end.fault().map(ArchiveSightings::end).or(sightings::parked);
        if (fault.isPresent()) {
            return end(thing, fault.get()).and(members.kept);
        }
        // No limit counts it: it is no file of its own.
        dispatch.add(thing.sighting(Optional.of(new End.Opened())), Optional.empty());
        return Kept.WHOLE.and(members.kept);
    }

    /** The members of one archive. */
    private final class Members {
        private final ArchiveSightings sightings;
        private Kept kept = Kept.WHOLE;

        Members(ArchiveSightings sightings) {
            this.sightings = sightings;
        }

        void add(Extracted extracted) throws InterruptedException {
            Optional<ArchiveSightings.Seen> seen = sightings.of(extracted);
            if (seen.isPresent()) {
                kept = kept.and(Kept.after(seen.get().sighting().end()));
                CloserLook.this.add(seen.get().sighting(), seen.get().content());
            }
        }
    }
}
