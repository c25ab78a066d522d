package crateworks.music.analysis;

import crateworks.music.midi.MidiFile;
import crateworks.music.midi.NoteTable;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagCategory;
import crateworks.music.tags.TagDictionary;
import crateworks.music.tags.TagSource;
import crateworks.music.tags.Tagger;
import java.util.List;
import java.util.Optional;

/** What the names of tracks, and of the file if it has one part, say about drums. */
final class DrumNames {
    /** How much a name weighs beside what the notes show, in logarithms of odds. */
    private static final double DRUMS_WEIGHT = 3;

    private static final double OTHERS_WEIGHT = -2;

    /** Names that are believed less than this say nothing. */
    private static final double CONFIDENCE_MIN = 0.4;

    private static final Tagger TAGGER = new Tagger(TagDictionary.standard());

    private final MidiFile file;
    private final NoteTable notes;
    private final List<Tag> tags;

    DrumNames(MidiFile file, NoteTable notes, List<Tag> tags) {
        this.file = file;
        this.notes = notes;
        this.tags = tags;
    }

    /** Above 0 where a name says drums, below 0 where it says another instrument. */
    double weight(int channel, boolean isOnlyChannel) {
        double ofTrack = trackName(channel).map(DrumNames::weight).orElse(0.0);
        if (ofTrack != 0 || !isOnlyChannel) {
            return ofTrack;
        }
        return weight(tags.stream().filter(tag -> tag.source() == TagSource.FILE).toList());
    }

    private Optional<String> trackName(int channel) {
        for (int row = 0; row < notes.count(); row++) {
            if (notes.channel(row) == channel) {
                return file.trackName(notes.track(row));
            }
        }
        return Optional.empty();
    }

    private static double weight(String name) {
        return weight(TAGGER.tags(List.of(), "", List.of(name), List.of()));
    }

    private static double weight(List<Tag> found) {
        boolean saysDrums = false;
        boolean saysOthers = false;
        for (Tag tag : found) {
            boolean counts = tag.confidence() >= CONFIDENCE_MIN;
            saysDrums |= counts && tag.category() == TagCategory.DRUM;
            saysOthers |= counts && tag.category() == TagCategory.INSTRUMENT;
        }
        if (saysDrums == saysOthers) {
            return 0;
        }
        return saysDrums ? DRUMS_WEIGHT : OTHERS_WEIGHT;
    }
}
