package crateworks.music.analysis;

/** Where a value comes from, the surest first. */
public enum Source {
    /** An event in the file that states it: tempo, time signature, key signature, program. */
    MAP,
    /** The file's name, its folders or a track's name. */
    NAME,
    /** The notes themselves. */
    NOTES,
    /** Nothing says it: the value is what the MIDI specification assumes, or is absent. */
    DEFAULT
}
