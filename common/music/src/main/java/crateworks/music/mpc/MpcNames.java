package crateworks.music.mpc;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Names as devices show them, {@code Bass-Deep Floor 01 4b 122bpm Am}: blanks stay, sharps stay,
 * everything else is plain ASCII. A pattern holds neither tempo nor length nor key, so its name
 * does.
 */
public final class MpcNames {
    /** Lists on screens cut what is longer. */
    private static final int TITLE_CHARS_MAX = 20;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9#&+()']+");
    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final Pattern EDGES = Pattern.compile("^[^A-Za-z0-9(]+|[ .&+]+$");

    /** What stands in the rest of the name anyway. */
    private static final Pattern SAID_ANYWAY =
            Pattern.compile(
                    "(?i)\\b(\\d{2,3} ?bpm|bpm ?\\d{2,3}|loop|midi|mid|untitled|track ?\\d*)\\b");

    /** A key with its mode; the analysis says the right one at the end. "I Am" is none. */
    private static final Pattern KEY_SAID =
            Pattern.compile(
                    "(?<!\\bI )\\b[A-G](?:#|b)?(?:m| ?(?i:maj|min|major|minor))(?![A-Za-z0-9#])");

    /** The place of a file in a list, before a word. */
    private static final Pattern LIST_NUMBER = Pattern.compile("^\\d{1,3} +(?=\\p{Alpha}{2})");

    /** What nobody can read: a long hexadecimal number. */
    private static final Pattern CHECKSUM =
            Pattern.compile("^(?=\\d*[a-fA-F])(?=[a-fA-F]*\\d)[0-9a-fA-F]{8,}(?![0-9A-Za-z])");

    private MpcNames() {}

    /**
     * A title of a file's name, without what a pattern's name says anyway, at most {@value
     * #TITLE_CHARS_MAX} characters; may be empty.
     */
    public static String title(String fileName, String kind, OptionalInt bpm) {
        int dot = fileName.lastIndexOf('.');
        String stem =
                dot > 0 && fileName.length() - dot <= 5 ? fileName.substring(0, dot) : fileName;
        String plain = tidy(CHECKSUM.matcher(plain(stem)).replaceFirst(""));
        String shorter = SAID_ANYWAY.matcher(plain).replaceAll(" ");
        shorter = KEY_SAID.matcher(shorter).replaceAll(" ");
        shorter = shorter.replaceAll("(?i)\\b" + Pattern.quote(kind) + "\\b", " ");
        if (bpm.isPresent()) {
            shorter = shorter.replaceAll("\\b" + bpm.getAsInt() + "\\b", " ");
        }
        shorter = tidy(LIST_NUMBER.matcher(tidy(shorter)).replaceFirst(""));
        return cut(shorter.isEmpty() && !plain.equalsIgnoreCase(kind) ? plain : shorter);
    }

    /** Plain ASCII without hyphens, which part the category from the rest. */
    public static String plain(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return tidy(ILLEGAL.matcher(bare).replaceAll(" "));
    }

    /**
     * The name of a pattern without extension.
     *
     * @param kind such as {@code Bass}
     * @param number from 1, of patterns with this title
     */
    public static String pattern(
            String kind,
            String title,
            int number,
            int bars,
            OptionalInt bpm,
            Optional<String> key) {
        var name = new StringBuilder(kind).append('-');
        if (!title.isEmpty()) {
            name.append(title).append(' ');
        }
        name.append(String.format(Locale.ROOT, "%02d", number)).append(' ');
        name.append(PatternRules.isSong(bars) ? "Song " : "").append(bars).append('b');
        bpm.ifPresent(tempo -> name.append(' ').append(tempo).append("bpm"));
        key.ifPresent(tonality -> name.append(' ').append(tonality));
        return name.toString();
    }

    /** The name of a progression without extension: one hyphen, the category before it. */
    public static String progression(String category, String degrees, int number) {
        return String.format(Locale.ROOT, "%s-%s %02d", plain(category), degrees, number);
    }

    private static String tidy(String text) {
        return EDGES.matcher(BLANKS.matcher(text).replaceAll(" ").strip()).replaceAll("").strip();
    }

    /** Cuts at the end of a word where one ends in the second half. */
    private static String cut(String title) {
        if (title.length() <= TITLE_CHARS_MAX) {
            return title;
        }
        int blank = title.lastIndexOf(' ', TITLE_CHARS_MAX);
        return tidy(title.substring(0, blank > TITLE_CHARS_MAX / 2 ? blank : TITLE_CHARS_MAX));
    }
}
