package crateworks.music.mpc;

import java.util.List;

/**
 * A progression as a device has it: a chord for each of 8 or 16 pads.
 *
 * @param name {@code Category-Item}: the device makes its menu of it
 * @param rootNote the tonic, with sharps
 * @param scale one of the device's names
 * @param recordingOctave 1 to 4
 */
public record ChordList(
        String name, String rootNote, String scale, int recordingOctave, List<Pad> chords) {
    /** What devices have seen: their own files and those of everybody else say these. */
    public static final String MAJOR = "Major";

    public static final String NATURAL_MINOR = "Natural Minor";
    public static final String CHROMATIC = "Chromatic";

    public ChordList {
        chords = List.copyOf(chords);
    }

    /** The chord of one pad. */
    public record Pad(String name, String role, List<Integer> notes) {
        public Pad {
            notes = List.copyOf(notes);
        }
    }
}
