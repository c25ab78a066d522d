package crateworks.music.tags;

/** Where a tag was found. */
public enum TagSource {
    FOLDER,
    FILE,
    TRACK,
    /** A General MIDI program. */
    PROGRAM,
    /** The parent of a tag found elsewhere: whoever plays slap bass plays bass. */
    DERIVED
}
