package crateworks.music.drive;

import java.util.Map;

/** The folder of each category, below the drive's root. */
final class CategoryFolders {
    static final String DOCUMENTS = "MPC_Documents";

    private static final String SAMPLES = DOCUMENTS + "/SAMPLES";
    private static final String PROGRESSIONS = DOCUMENTS + "/Progressions";
    private static final String OTHER = SAMPLES + "/Other";
    private static final Map<String, String> FOLDERS =
            Map.ofEntries(
                    Map.entry("DrumKicks", SAMPLES + "/Drums/Kicks"),
                    Map.entry("DrumSnares", SAMPLES + "/Drums/Snares"),
                    Map.entry("DrumHats", SAMPLES + "/Drums/Hats"),
                    Map.entry("DrumCymbals", SAMPLES + "/Drums/Cymbals"),
                    Map.entry("DrumToms", SAMPLES + "/Drums/Toms"),
                    Map.entry("DrumPerc", SAMPLES + "/Drums/Percussion"),
                    Map.entry("Drums", SAMPLES + "/Drums/Grooves"),
                    Map.entry("Bass", SAMPLES + "/Bass"),
                    Map.entry("Melody", SAMPLES + "/Melody"),
                    Map.entry("Chords", SAMPLES + "/Chords"),
                    Map.entry("FX", SAMPLES + "/FX"),
                    Map.entry("Loops", SAMPLES + "/Loops"));

    /** The folder of plain files on a drive without the tree of documents. */
    static final String PLAIN = "MIDI";

    private CategoryFolders() {}

    /** The same folder on a drive without the tree of documents. */
    static String plain(String folder) {
        String below = folder.startsWith(SAMPLES) ? SAMPLES : DOCUMENTS;
        return PLAIN + folder.substring(below.length());
    }

    /** The folder of {@code category}; progressions lie apart by the mode of their key. */
    static String of(String category, KeyFolder key) {
        if (!category.equals("Progressions")) {
            return FOLDERS.getOrDefault(category, OTHER);
        }
        return PROGRESSIONS
                + switch (key.mode()) {
                    case MAJOR -> "/Major";
                    case MINOR -> "/Minor";
                    case UNKNOWN -> "/No_Key";
                };
    }
}
