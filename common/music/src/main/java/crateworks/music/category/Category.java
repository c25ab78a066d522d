package crateworks.music.category;

/** A shelf of the library. */
public enum Category {
    DRUM_KICKS("DrumKicks"),
    DRUM_SNARES("DrumSnares"),
    DRUM_HATS("DrumHats"),
    DRUM_CYMBALS("DrumCymbals"),
    DRUM_TOMS("DrumToms"),
    DRUM_PERC("DrumPerc"),
    DRUMS("Drums"),
    BASS("Bass"),
    MELODY("Melody"),
    CHORDS("Chords"),
    FX("FX"),
    LOOPS("Loops"),
    PROGRESSIONS("Progressions");

    private final String label;

    Category(String label) {
        this.label = label;
    }

    /** The name as it is stored and shown; never changes. */
    public String label() {
        return label;
    }

    /** Whether drums stand on this shelf. */
    public boolean isDrum() {
        return switch (this) {
            case DRUM_KICKS, DRUM_SNARES, DRUM_HATS, DRUM_CYMBALS, DRUM_TOMS, DRUM_PERC, DRUMS ->
                    true;
            case BASS, MELODY, CHORDS, FX, LOOPS, PROGRESSIONS -> false;
        };
    }
}
