package crateworks.music.drive;

import crateworks.music.naming.SafeName;
import crateworks.music.naming.TargetProfile;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The folders of a drive. Files lie by category and tempo; where that is too many for a folder, by
 * key as well; where that is too many, in numbered folders. No path is deeper.
 *
 * <p>A folder that may be divided later takes {@link #filesBesideFoldersMax} files, which leaves
 * room for {@value #SUBFOLDERS} folders; a numbered one takes {@link #folderEntriesMax}. The tree
 * is in {@code docs/formats/drive.md}.
 *
 * @param documents whether everything lies below {@code MPC_Documents}, and not below {@code MIDI}
 * @param folderEntriesMax the most files and folders in a folder, at least {@value
 *     #FOLDER_ENTRIES_LEAST}
 */
public record DriveLayout(TargetProfile profile, int folderEntriesMax, boolean documents) {
    /** Every device and every file system in use lists this many without delay. */
    public static final int FOLDER_ENTRIES_DEFAULT = 500;

    /** Fewer would leave no room for files beside the folders of the keys. */
    public static final int FOLDER_ENTRIES_LEAST = 100;

    /** The longest path below the drive's root: Windows takes 260 characters with {@code E:\}. */
    public static final int PATH_CHARS_MAX = 240;

    /** How many folders a divided folder has room for. */
    public static final int SUBFOLDERS = 60;

    public static final DriveLayout STANDARD =
            new DriveLayout(TargetProfile.KEEP_SHARPS, FOLDER_ENTRIES_DEFAULT, true);

    private static final int SERIES_MAX = SUBFOLDERS - KeyFolder.FOLDERS_MAX + 1;
    private static final int FOLDER_CHARS_MAX = 80;
    private static final int TEMPO_SPAN = 10;
    private static final int TEMPO_TOP = 400;

    public DriveLayout {
        if (folderEntriesMax < FOLDER_ENTRIES_LEAST) {
            throw new IllegalArgumentException(
                    "a folder holds at least %d entries, not %d"
                            .formatted(FOLDER_ENTRIES_LEAST, folderEntriesMax));
        }
        profile =
                profile.withNameBytesMax(
                        Math.min(profile.nameBytesMax(), PATH_CHARS_MAX - FOLDER_CHARS_MAX - 1));
    }

    /** The folders below which everything lies that layouts make. */
    public static List<String> tops() {
        return List.of(
                CategoryFolders.DOCUMENTS,
                CategoryFolders.PLAIN,
                MadeTree.EXPANSIONS,
                MadeTree.PROGRESSIONS,
                MadeTree.FORCE_PROJECTS);
    }

    /** The same layout with or without the tree of {@code MPC_Documents}. */
    public DriveLayout withDocuments(boolean wanted) {
        return new DriveLayout(profile, folderEntriesMax, wanted);
    }

    /** How many files a folder takes that may be divided later. */
    public int filesBesideFoldersMax() {
        return folderEntriesMax - SUBFOLDERS;
    }

    /**
     * The folder of a category and a range of tempi, such as {@code
     * MPC_Documents/SAMPLES/Bass/120-129bpm}.
     *
     * @param tempoFrom the lower end of the range, 0 when the tempo is not known
     * @param key such as {@code F#m}, empty when it is not known
     */
    public String rangeFolder(String category, int tempoFrom, String key) {
        String folder = CategoryFolders.of(category, keyOf(key));
        return (documents ? folder : CategoryFolders.plain(folder)) + "/" + tempoFolder(tempoFrom);
    }

    /** The name of the folder of a range of tempi; digits so that lists sort by tempo. */
    public static String tempoFolder(int tempoFrom) {
        if (tempoFrom <= 0) {
            return "No_Tempo";
        }
        if (tempoFrom >= TEMPO_TOP) {
            return TEMPO_TOP + "bpm_and_up";
        }
        int from = tempoFrom - tempoFrom % TEMPO_SPAN;
        return String.format(Locale.ROOT, "%03d-%03dbpm", from, from + TEMPO_SPAN - 1);
    }

    /** The name of the folder of a key in a range, such as {@code F#m} or {@code No_Key}. */
    public String keyFolder(String key) {
        return keyOf(key).name();
    }

    /**
     * A folder of a key: the first is the key's own, and when its numbered folders are full there
     * are {@code F#m_2}, {@code F#m_3}.
     *
     * @throws IllegalStateException when there is no room for another
     */
    public static String keySeries(String keyFolder, int series) {
        if (series > SERIES_MAX) {
            throw new IllegalStateException("no room for more files in " + keyFolder);
        }
        return series == 1 ? keyFolder : keyFolder + "_" + series;
    }

    /** The name of a numbered folder, from 1. */
    public static String numbered(int number) {
        return String.format(Locale.ROOT, "%03d", number);
    }

    /** Names for files in a folder in which those with the folded names {@code taken} lie. */
    public FolderNames namesIn(Set<String> taken) {
        return new FolderNames(profile, taken);
    }

    /** A name that collides with none of a plan, for a file whose place somebody else took. */
    public String besideForeign(String name, String hashHex) {
        return SafeName.withSuffix(name, hashHex.substring(0, SafeName.SUFFIX_CHARS_MAX), profile);
    }

    private KeyFolder keyOf(String key) {
        return KeyFolder.of(key, profile.keepsSharps());
    }
}
