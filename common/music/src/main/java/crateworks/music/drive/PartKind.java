package crateworks.music.drive;

/** What a player looks for: the word that begins the name of a pattern, and names its folder. */
public enum PartKind {
    DRUMS("Drums"),
    BASS("Bass"),
    CHORDS("Chords"),
    MELODY("Melody");

    private final String folder;

    PartKind(String folder) {
        this.folder = folder;
    }

    public String folder() {
        return folder;
    }

    /** Whether a key says anything about it. */
    public boolean hasKey() {
        return this != DRUMS;
    }

    /** The kind of a category of the library; whatever has no better place is a melody. */
    public static PartKind of(String category) {
        if (category.startsWith("Drum")) {
            return DRUMS;
        }
        return switch (category) {
            case "Bass" -> BASS;
            case "Chords", "Progressions" -> CHORDS;
            default -> MELODY;
        };
    }
}
