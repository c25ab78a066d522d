package crateworks.music.split;

import crateworks.music.midi.MidiBytes;
import crateworks.music.tags.Tag;
import crateworks.music.tags.Tagger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One part of a file with several, as a complete file of its own.
 *
 * @param track the track of the notes in the parent, from 0
 * @param channel the channel of the notes, 0 to 15; of the first note where a pattern has several
 * @param trackName what the parent calls the track
 * @param program the program, 0 to 127, in force at the first note
 * @param label what to call the part: never blank
 * @param noteCount notes in the part, at least one
 * @param content a format 0 file with the parent's division, tempi, metres and keys
 */
public record Part(
        int track,
        int channel,
        Optional<String> trackName,
        OptionalInt program,
        String label,
        int noteCount,
        MidiBytes content) {
    /** The channel that General MIDI gives to drums. */
    static final int DRUM_CHANNEL = 9;

    public Part {
        if (track < 0 || channel < 0 || channel > 15 || noteCount < 1 || label.isBlank()) {
            throw new IllegalArgumentException(
                    "track "
                            + track
                            + ", channel "
                            + channel
                            + ", "
                            + noteCount
                            + " notes, "
                            + label);
        }
    }

    /** The program where it is an instrument's; on the drum channel a program names a kit. */
    public OptionalInt instrument() {
        return channel == DRUM_CHANNEL ? OptionalInt.empty() : program;
    }

    /** The tags of the part in a parent of a name, the outermost of its folders first. */
    public List<Tag> tags(Tagger tagger, List<String> folders, String parentName) {
        List<String> trackNames = trackName.stream().toList();
        List<Integer> programs = instrument().stream().boxed().toList();
        return channel == DRUM_CHANNEL
                ? tagger.tags(folders, parentName, trackNames, programs)
                : tagger.tagsOffDrums(folders, parentName, trackNames, programs);
    }
}
