package crateworks.music.drive;

import java.util.Locale;

/** The folders of what is made for a device; the tree is in {@code docs/formats/drive.md}. */
public final class MadeTree {
    /** The only folder that devices read progressions from. */
    public static final String PROGRESSIONS = "Progressions";

    /** The only folder that devices look for packs in. */
    public static final String EXPANSIONS = "Expansions";

    /** Songs of several parts, by month, for Force. */
    public static final String FORCE_PROJECTS = "Force_Projects";

    public static final String DRUM_KITS = CategoryFolders.DOCUMENTS + "/Programs/Drum_Kits";

    /** Begins the paths of the patterns that lie by kind. */
    public static final String PATTERNS = CategoryFolders.DOCUMENTS + "/Patterns/";

    private MadeTree() {}

    /**
     * The folder of a pattern: kind, tempo, and key where the kind has one, so that a bass in A
     * minor at 90 is four choices away.
     */
    public static String patterns(PartKind kind, int tempoFrom, String key) {
        String folder = patterns(kind) + DriveLayout.tempoFolder(tempoFrom);
        return kind.hasKey() ? folder + "/" + KeyFolder.of(key, true).name() : folder;
    }

    /** Begins the paths of the patterns of a kind. */
    public static String patterns(PartKind kind) {
        return PATTERNS + kind.folder() + "/";
    }

    /** The title of a pack, such as {@code House 120-129}. */
    public static String packTitle(GenreFamily family, int tempoFrom) {
        String tempo = DriveLayout.tempoFolder(tempoFrom).replace("bpm", "").replace('_', ' ');
        return family.title() + " " + tempo;
    }

    /** The folder of a pack. */
    public static String pack(GenreFamily family, int tempoFrom) {
        return EXPANSIONS + "/CW " + packTitle(family, tempoFrom);
    }

    /** What a pack is known by for ever. */
    public static String packIdentifier(GenreFamily family, int tempoFrom) {
        return "com.crateworks.pack."
                + family.name().toLowerCase(Locale.ROOT).replace("_", "")
                + "."
                + tempoFrom;
    }

    /** Where a progression lies as music to browse: by scene, else by mode. */
    public static String chords(GenreFamily family, boolean minor) {
        String folder =
                switch (family.scene()) {
                    case JAZZ -> "Jazz";
                    case ELECTRONIC -> "EDM";
                    case OTHER -> minor ? "Minor" : "Major";
                };
        return CategoryFolders.DOCUMENTS + "/Progressions/" + folder;
    }

    /** The folder of songs of a month such as {@code 2024-05}. */
    public static String songs(String month) {
        return FORCE_PROJECTS + "/" + month;
    }

    /** The lower end of the range of tempi that a tempo is in; 0 for none. */
    public static int tempoFrom(double bpm) {
        return (int) Math.floor(bpm / 10) * 10;
    }
}
