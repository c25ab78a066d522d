package crateworks.ingest;

import crateworks.music.midi.EventTable;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.midi.Repair;
import crateworks.music.midi.SmfReader;
import crateworks.music.tags.FileTags;
import crateworks.music.tags.Tag;
import crateworks.music.tags.Tagger;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.Outcome;
import crateworks.pipeline.Stage;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.TagMark;
import crateworks.pipeline.port.Ingestion.SmfFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stage that takes files into the library: what can be played and is not there yet. */
public final class IngestStage implements Stage<Candidate, IngestStage.Entry> {
    /**
     * A file that was read, with the tags that its names and programs tell.
     *
     * @param stored where its content lies, when it does so already
     */
    public record Entry(SmfFacts facts, List<TagMark> tags, Optional<BlobRef> stored) {
        public Entry {
            tags = List.copyOf(tags);
        }
    }

    private final Tagger tagger;

    public IngestStage(Tagger tagger) {
        this.tagger = tagger;
    }

    @Override
    public List<Outcome<Entry>> process(List<Candidate> batch) {
        return batch.stream().map(this::judge).toList();
    }

    private Outcome<Entry> judge(Candidate candidate) {
        if (candidate.repeated().isPresent()) {
            return new Outcome.Duplicate<>(candidate.repeated().get().file());
        }
        return switch (candidate.material()) {
            case Candidate.Material.TooLarge tooLarge ->
                    new Outcome.Rejected<>(Candidate.Material.TooLarge.CODE, tooLarge.sentence());
            case Candidate.Material.Content(var bytes) -> read(candidate, bytes);
        };
    }

    private Outcome<Entry> read(Candidate candidate, Bytes bytes) {
        return switch (SmfReader.read(bytes.array())) {
            case Reading.Legible(var file, var repairs) ->
                    new Outcome.Done<>(
                            new Entry(
                                    facts(file, repairs),
                                    tags(candidate, file),
                                    candidate.stored()),
                            candidate.stored().isPresent() ? List.of() : List.of(bytes));
            case Reading.Illegible(int offset, var fault) ->
                    new Outcome.Rejected<>(
                            fault.code(), fault.sentence() + " (at byte " + offset + ")");
        };
    }

    private static SmfFacts facts(MidiFile file, List<Repair> repairs) {
        return new SmfFacts(
                file.format(),
                file.trackCount(),
                file.division().headerWord(),
                file.tempoMap().microsAt(file.endTick()),
                noteOns(file.events()),
                repairs.stream().map(Repair::code).collect(Collectors.joining(",")));
    }

    private static int noteOns(EventTable events) {
        int notes = 0;
        for (int row = 0; row < events.count(); row++) {
            notes += events.isNoteOn(row) ? 1 : 0;
        }
        return notes;
    }

    private List<TagMark> tags(Candidate candidate, MidiFile file) {
        return FileTags.of(tagger, file, candidate.origin().segments()).stream()
                .map(IngestStage::mark)
                .toList();
    }

    private static TagMark mark(Tag tag) {
        return new TagMark(
                tag.term(), tag.category().name(), tag.source().name(), tag.confidence());
    }
}
