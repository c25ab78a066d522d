package crateworks.music.midi;

/** Why bytes cannot be a MIDI file; stored and shown, so names are never changed. */
public enum Fault {
    EMPTY_FILE("The file has no bytes: copy it again from where it came from."),
    NOT_A_MIDI_FILE(
            "There is no MIDI header in the file: it is something else, open it elsewhere."),
    MIDI_2_CLIP("This is a MIDI 2.0 clip: export it as a Standard MIDI File (.mid) first."),
    TRUNCATED_HEADER(
            "The file stops inside its MIDI header: copy it again from where it came from."),
    NO_TRACKS("There is a MIDI header but no track with an event: find an undamaged copy."),
    TOO_LARGE("The file is larger than 64 MiB: split it in a sequencer first."),
    TOO_MANY_TRACKS("The file has more than 65,535 tracks: split it in a sequencer first."),
    TOO_MANY_EVENTS("The file has more than 16,777,216 events: split it in a sequencer first.");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    /** The code that is stored and shown. */
    public String code() {
        return name();
    }

    /** What is wrong and what to do, in one sentence. */
    public String sentence() {
        return sentence;
    }
}
