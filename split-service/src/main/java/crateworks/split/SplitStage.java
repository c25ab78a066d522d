package crateworks.split;

import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.naming.SafeName;
import crateworks.music.naming.TargetProfile;
import crateworks.music.split.Part;
import crateworks.music.split.Splitter;
import crateworks.music.tags.Tag;
import crateworks.music.tags.Tagger;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.Outcome;
import crateworks.pipeline.Stage;
import crateworks.pipeline.message.TagMark;
import crateworks.pipeline.port.Ingestion.SmfFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The stage that makes one file of each part of a file with several parts. */
public final class SplitStage implements Stage<SplitStage.Whole, List<SplitStage.Child>> {
    private static final int STEM_BYTES_MAX = 60;

    /** A file with the names that its parts are called after. */
    public record Whole(String name, List<String> folders, Bytes content) {
        public Whole {
            folders = List.copyOf(folders);
        }
    }

    /**
     * A part, named and tagged; its content is the blob at the same place of the outcome.
     *
     * @param channel from 1
     * @param program from 0, negative when the part sets none
     */
    public record Child(
            int track,
            int channel,
            String label,
            int program,
            int notes,
            SmfFacts facts,
            String name,
            List<TagMark> tags) {
        public Child {
            tags = List.copyOf(tags);
        }
    }

    private final Tagger tagger;
    private final TargetProfile profile;

    public SplitStage(Tagger tagger, TargetProfile profile) {
        this.tagger = tagger;
        this.profile = profile;
    }

    @Override
    public List<Outcome<List<Child>>> process(List<Whole> batch) {
        return batch.stream().map(this::split).toList();
    }

    private Outcome<List<Child>> split(Whole whole) {
        return switch (SmfReader.read(whole.content().array())) {
            case Reading.Legible(var file, _) -> split(whole, file);
            case Reading.Illegible(int offset, var fault) ->
                    new Outcome.Rejected<>(
                            fault.code(), fault.sentence() + " (at byte " + offset + ")");
        };
    }

    private Outcome<List<Child>> split(Whole whole, MidiFile file) {
        List<Part> parts = Splitter.split(file);
        var children = new ArrayList<Child>(parts.size());
        var blobs = new ArrayList<Bytes>(parts.size());
        Set<String> taken = new HashSet<>();
        int division = file.division().headerWord();
        long durationMicros = file.tempoMap().microsAt(file.endTick());
        for (Part part : parts) {
            children.add(child(whole, part, division, durationMicros, taken));
            blobs.add(Bytes.of(part.content().toArray()));
        }
        return new Outcome.Done<>(children, blobs);
    }

    private Child child(
            Whole whole, Part part, int division, long durationMicros, Set<String> taken) {
        return new Child(
                part.track(),
                part.channel() + 1,
                part.label(),
                part.program().orElse(-1),
                part.noteCount(),
                new SmfFacts(0, 1, division, durationMicros, part.noteCount(), ""),
                name(whole.name(), part.label(), taken),
                tags(whole, part));
    }

    /** The parent's name and the part's, such as {@code Song-Bass.mid}, once in this parent. */
    private String name(String parent, String label, Set<String> taken) {
        String stem = SafeName.of(parent, profile.withNameBytesMax(STEM_BYTES_MAX));
        String stemOnly = stem.substring(0, stem.length() - SafeName.EXTENSION.length());
        String wanted = SafeName.of(stemOnly + "-" + label, profile);
        String name = wanted;
        for (int copy = 2; !taken.add(SafeName.foldKey(name)); copy++) {
            name = SafeName.withSuffix(wanted, Integer.toString(copy), profile);
        }
        return name;
    }

    private List<TagMark> tags(Whole whole, Part part) {
        return part.tags(tagger, whole.folders(), whole.name()).stream()
                .map(SplitStage::mark)
                .toList();
    }

    private static TagMark mark(Tag tag) {
        return new TagMark(
                tag.term(), tag.category().name(), tag.source().name(), tag.confidence());
    }
}
