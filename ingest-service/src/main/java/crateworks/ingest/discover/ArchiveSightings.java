package crateworks.ingest.discover;

import crateworks.ingest.archive.ArchiveFault;
import crateworks.ingest.archive.Extracted;
import crateworks.ingest.archive.Extracted.Place;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Discoveries.End;
import crateworks.pipeline.port.Discoveries.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns what came out of an archive into sightings. */
final class ArchiveSightings {
    private final Origin archive;
    private final long modified;
    private Optional<End> parked = Optional.empty();

    /** For the archive that lies at {@code archive}. */
    ArchiveSightings(Origin archive, long modified) {
        this.archive = archive;
        this.modified = modified;
    }

    /** Why the archive has to be read once more: a nested one could not be read this time. */
    Optional<End> parked() {
        return parked;
    }

    /** A sighting and, for music, its content; empty for what nobody would miss. */
    Optional<Seen> of(Extracted extracted) {
        return switch (extracted) {
            case Extracted.Member(var place, _, var time, var content) ->
                    Optional.of(
                            new Seen(
                                    sighting(place, content.length(), time, Optional.empty()),
                                    Optional.of(content)));
            case Extracted.NotMusic(var place, var time, long size) ->
                    seen(place, size, time, notMusic());
            case Extracted.Skipped(var place, var fault) ->
                    seen(place, 0, OptionalLong.empty(), rejected(fault));
            case Extracted.Nested(var place, var time, var end) ->
                    end.fault().isEmpty()
                            ? Optional.empty()
                            : seen(place, 0, time, noted(end(end.fault().get())));
            case Extracted.Junk _ -> Optional.empty();
        };
    }

    /** A sighting with the content that has no other home yet. */
    record Seen(Sighting sighting, Optional<Bytes> content) {}

    static End notMusic() {
        return new End.Rejected("NOT_MUSIC", "Neither music nor an archive; not taken in.");
    }

    /** What is wrong with the machine can be tried again; what is wrong with the archive cannot. */
    static End end(ArchiveFault fault) {
        return switch (fault.code()) {
            case SCRATCH_FULL, DECODER_MEMORY ->
                    new End.Parked(fault.code().name(), fault.sentence());
            default -> rejected(fault);
        };
    }

    private static End.Rejected rejected(ArchiveFault fault) {
        return new End.Rejected(fault.code().name(), fault.sentence());
    }

    private End noted(End end) {
        if (end instanceof End.Parked) {
            parked = Optional.of(end);
        }
        return end;
    }

    private Optional<Seen> seen(Place place, long size, OptionalLong time, End end) {
        return Optional.of(
                new Seen(sighting(place, size, time, Optional.of(end)), Optional.empty()));
    }

    private Sighting sighting(Place place, long size, OptionalLong time, Optional<End> end) {
        List<String> chain = place.chain();
        String member = String.join(Origin.INSIDE, chain.subList(1, chain.size()));
        return new Sighting(
                new Origin(archive.source(), archive.path(), member),
                place.index(),
                size,
                time.orElse(modified),
                Optional.empty(),
                end);
    }
}
