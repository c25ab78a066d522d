package crateworks.ingest.source;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that no music has: what systems leave behind, and what copying tools write to at first. */
public final class LeftoverNames {
    private static final Set<String> JUNK =
            Set.of("__macosx", ".ds_store", "thumbs.db", "desktop.ini", "@eadir");

    private static final Set<String> PARTIAL_SUFFIXES =
            Set.of(
                    ".part",
                    ".partial",
                    ".filepart",
                    ".crdownload",
                    ".download",
                    ".opdownload",
                    ".tmp",
                    ".temp",
                    ".!ut",
                    ".!qb",
                    ".aria2");

    /** rsync writes {@code song.mid} as {@code .song.mid.Xa81kQ} before it renames it. */
    private static final Pattern RSYNC =
            Pattern.compile(
                    "\\..+\\.(mid|midi|kar|rmi|smf|zip|7z|rar|gz|xz|zst|tar)\\.[A-Za-z0-9]{6}");

    private LeftoverNames() {}

    /** Whether a file or folder of this name is junk; {@code ._x} is the Mac's shadow of x. */
    public static boolean isJunk(String name) {
        return name.startsWith("._") || JUNK.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether any name on the way is junk; for members of archives, with either slash. */
    public static boolean isJunkPath(String path) {
        int start = 0;
        for (int end = 0; end <= path.length(); end++) {
            if (end == path.length() || path.charAt(end) == '/' || path.charAt(end) == '\\') {
                if (isJunk(path.substring(start, end))) {
                    return true;
                }
                start = end + 1;
            }
        }
        return false;
    }

    /** Whether a file of this name is one that some tool has not finished. */
    static boolean isPartial(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        String suffix = name.substring(dot).toLowerCase(Locale.ROOT);
        return PARTIAL_SUFFIXES.contains(suffix) || RSYNC.matcher(name).matches();
    }
}
