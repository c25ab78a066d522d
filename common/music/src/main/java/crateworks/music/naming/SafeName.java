package crateworks.music.naming;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The table of safe names: what a file is called on exFAT, FAT32, NTFS and everything gentler.
 *
 * <p>Pure and idempotent: a safe name is its own safe name. The rules with examples are in {@code
 * docs/formats/names.md}, which a test holds against this class.
 */
public final class SafeName {
    /** What every safe name ends in. */
    public static final String EXTENSION = ".mid";

    /** The stem of a name of which nothing is left. */
    public static final String UNTITLED = "untitled";

    /** The longest suffix, in letters and digits. */
    public static final int SUFFIX_CHARS_MAX = 16;

    private static final int EXTENSION_BYTES = 4;

    private SafeName() {}

    /** Makes a file name, extension {@code .mid} included, that {@code profile} accepts. */
    public static String of(String original, TargetProfile profile) {
        String stem = SafeCharacters.keep(original, profile.keepsSharps());
        return safeStem(stem, profile.nameBytesMax() - EXTENSION_BYTES) + EXTENSION;
    }

    /** Puts {@code suffix} behind the stem of a safe name, within the default limit. */
    public static String withSuffix(String name, String suffix) {
        return withSuffix(name, suffix, TargetProfile.KEEP_SHARPS);
    }

    /**
     * Puts {@code _suffix} behind the stem, which gives way where the limit asks for it: {@code
     * Song.mid} with {@code 2} is {@code Song_2.mid}. The result is a safe name.
     *
     * @param suffix one to {@link #SUFFIX_CHARS_MAX} ASCII letters and digits
     */
    public static String withSuffix(String name, String suffix, TargetProfile profile) {
        checkSuffix(suffix);
        String stem = SafeCharacters.keep(name, profile.keepsSharps());
        int stemBytesMax = profile.nameBytesMax() - EXTENSION_BYTES - 1 - suffix.length();
        return safeStem(stem, stemBytesMax) + "_" + suffix + EXTENSION;
    }

    /**
     * What two names share that a drive cannot tell apart: case and Unicode form taken away. Keeps
     * apart a little less than exFAT does ({@code ß} and {@code ss} are one), never more.
     */
    public static String foldKey(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        // Lower case twice: the capital of U+1E9E is itself, while that of its lower case is SS.
        String upper = composed.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static String safeStem(String characters, int bytesMax) {
        String joined = SafeCharacters.joinRuns(bare(characters));
        // A cut can end in a joint or just behind ".mid", so the ends are looked at again.
        String stem = bare(ByteLimit.cut(bare(joined), bytesMax));
        return stem.isEmpty() ? UNTITLED : DeviceNames.avoid(stem);
    }

    /** Takes away music extensions and joints at the ends, until neither is left. */
    private static String bare(String name) {
        String stem = name;
        while (true) {
            String shorter = SafeCharacters.trimJoints(MusicExtensions.strip(stem));
            if (shorter.equals(stem)) {
                return stem;
            }
            stem = shorter;
        }
    }

    private static void checkSuffix(String suffix) {
        boolean plain =
                suffix.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit((char) c));
        if (!plain || suffix.isEmpty() || suffix.length() > SUFFIX_CHARS_MAX) {
            throw new IllegalArgumentException(
                    "a suffix is 1 to %d ASCII letters and digits, not '%s'"
                            .formatted(SUFFIX_CHARS_MAX, suffix));
        }
    }
}
