package crateworks.music.analysis;

/** The third of a key. */
public enum Mode {
    MAJOR,
    MINOR
}
