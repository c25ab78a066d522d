package crateworks.export.made;

/** What a made file is and where it lies; the words are stored and never change. */
enum Tree {
    /** Patterns by kind, tempo and key. */
    PATTERN("pattern"),
    /** Patterns in packs. */
    PACK("pack"),
    /** What a pack is beside its patterns. */
    PACK_BASE("pack base"),
    /** Progressions for the device's menu. */
    PROGRESSION("progression"),
    /** Their chords as music. */
    CHORDS("chords"),
    /** Kits outside packs, with their samples. */
    KIT("kit"),
    /** Whole songs by month. */
    SONG("song");

    private final String word;

    Tree(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
