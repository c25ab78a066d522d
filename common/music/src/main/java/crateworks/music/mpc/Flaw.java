package crateworks.music.mpc;

/** Something about a file that a device may not put up with, and the rule that says so. */
public record Flaw(Rule rule, String detail) {
    /** What files for devices must be like; {@code docs/formats/mpc.md} has the reasons. */
    public enum Rule {
        ILL_FORMED,
        LENGTH_TOKEN,
        NO_NOTES,
        NOT_SORTED,
        OUT_OF_RANGE,
        NUMBER_FORM,
        TOO_LONG,
        MISSPELT,
        CHORD_COUNT,
        CHORD_NOTES,
        ROLE,
        FLATS,
        NAME,
        STEM,
        NAME_REPEATED,
        INSTRUMENTS,
        PAD_MAP,
        SAMPLE_MISSING,
        SAMPLE_LENGTH,
        SAMPLE_FILE,
        MIDI_FORM,
        FOLDER_TOO_FULL,
        TOO_DEEP,
        NAME_ILLEGAL
    }
}
