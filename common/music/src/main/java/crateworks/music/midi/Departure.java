package crateworks.music.midi;

/** A way in which files depart from the specification and still play; names are never changed. */
public enum Departure {
    JUNK_BEFORE_HEADER("Bytes before the MIDI header were skipped."),
    RIFF_WRAPPED("The file was taken out of its RIFF wrapping."),
    MAC_BINARY_PREFIX("The MacBinary header before the file was skipped."),
    HEADER_LENGTH_ODD("The header states a length other than 6."),
    FORMAT_UNKNOWN("The format is none of 0, 1 and 2; it was read as 1."),
    FORMAT_ZERO_WITH_TRACKS("Format 0 allows one track; with several it was read as 1."),
    DIVISION_ZERO("The division is zero; 96 ticks a quarter note (40 a frame) were assumed."),
    FRAME_RATE_UNKNOWN("The frame rate is none of 24, 25, 29 and 30."),
    TRACK_COUNT_WRONG("The header states another number of tracks than there are."),
    TRACK_LENGTH_PAST_END("A track states a length past the end of the file."),
    TRACK_LENGTH_WRONG("A track states another length than it has."),
    TRACK_END_MISSING("A track has no end; it ends with its last event."),
    TRACK_CUT_SHORT("A track stops in the middle of an event, which was left out."),
    EVENTS_AFTER_TRACK_END("Bytes after the end of a track were skipped."),
    UNKNOWN_CHUNK("A chunk that is no track was skipped."),
    BYTES_BETWEEN_CHUNKS("Bytes that belong to no chunk were skipped."),
    BYTES_AFTER_LAST_TRACK("Bytes after the last track were skipped."),
    RUNNING_STATUS_MISSING("Data bytes without a status were skipped."),
    RUNNING_STATUS_ACROSS_META("A status was taken to run on across a meta or exclusive event."),
    DATA_BYTE_TOO_LARGE("A data byte above 127 was read as 127."),
    SYSTEM_MESSAGE_IN_FILE("A system message that has no place in a file was skipped."),
    QUANTITY_TOO_LONG("A quantity of more than four bytes was cut to its largest value."),
    EVENT_PAST_TRACK_END("An event states a length past the end of its track; it was cut."),
    TICKS_BEYOND_LIMIT("Events later than the last tick were put on it."),
    NOTE_LEFT_OPEN("A note has no end; it ends with its track."),
    TEMPO_MALFORMED("A tempo that is zero or too short was left out."),
    METER_ABSURD("A time signature that no one can beat was left out."),
    KEY_SIGNATURE_ABSURD("A key signature of more than seven signs was left out.");

    private final String sentence;

    Departure(String sentence) {
        this.sentence = sentence;
    }

    /** What was found and what was made of it, in one sentence. */
    public String sentence() {
        return sentence;
    }
}
