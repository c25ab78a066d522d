package crateworks.music.mpc;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
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
    private static final Pattern EDGES = Pattern.compile("^[^A-Za-z0-9(]+|[ .&+(]+$");

    /** Letters that no accent was put on, and how ASCII writes them. */
    private static final Map<String, String> LETTERS =
            Map.ofEntries(
                    Map.entry("ß", "ss"),
                    Map.entry("æ", "ae"),
                    Map.entry("Æ", "Ae"),
                    Map.entry("œ", "oe"),
                    Map.entry("Œ", "Oe"),
                    Map.entry("ø", "o"),
                    Map.entry("Ø", "O"),
                    Map.entry("đ", "d"),
                    Map.entry("Đ", "D"),
                    Map.entry("ð", "d"),
                    Map.entry("þ", "th"),
                    Map.entry("Þ", "Th"),
                    Map.entry("ł", "l"),
                    Map.entry("Ł", "L"),
                    Map.entry("ı", "i"));

    private static final Pattern LETTER = Pattern.compile("[ßæÆœŒøØđĐðþÞłŁı]");

    /** What says little beside the rest, and goes where the rest says something. */
    private static final Pattern SAYS_LITTLE =
            Pattern.compile("(?i)\\b(loop|midi|mid|untitled|track ?\\d*)\\b");

    private static final String WHEEL = "(?:1[0-2]|[1-9])[AB]";

    /** Hundredths of a tempo: the sign between would part them from it. */
    private static final Pattern TEMPO_FRACTION =
            Pattern.compile("(?i)(?<=\\d{2})[.,]\\d{1,3}(?=[ _-]*bpm)");

    /** A tempo, along with the key beside it; the analysis says the right ones at the end. */
    private static final Pattern TEMPO_SAID =
            Pattern.compile(
                    "(?:\\b(?:[A-G]|%1$s) )?\\b(?:\\d{2,3} ?(?i:bpm)|(?i:bpm) ?\\d{2,3})\\b(?: (?:[A-G]|%1$s)(?![A-Za-z0-9#'-]))?"
                            .formatted(WHEEL));

    /** A key on the wheel of DJs beside the number that is its tempo. */
    private static final Pattern WHEEL_SAID =
            Pattern.compile("(?<=\\b\\d{2,3} )%1$s\\b|\\b%1$s(?= \\d{2,3}\\b)".formatted(WHEEL));

    /**
     * A key with its mode, which is none in "I Am"; or one with its sign, which is none in "Ab in
     * den Urlaub".
     */
    private static final Pattern KEY_SAID =
            Pattern.compile(
                    "(?<!\\bI )\\b[A-G](?:#|b)?(?:m| ?(?i:maj|min|major|minor))(?![A-Za-z0-9#])"
                            + "|\\b[A-G](?:#M?(?![A-Za-z0-9#])|b(?![A-Za-z0-9#]| [a-z]))");

    private static final Pattern KEY_IN_BRACKETS =
            Pattern.compile(
                    "(?i)\\[(?:[A-G][#b]?[ _-]?(?:m|maj|min|major|minor)?|%s)]".formatted(WHEEL));

    /** The place of a file in a list, and further numbers, before a word. */
    private static final Pattern LIST_NUMBER = Pattern.compile("^(?:\\d{1,3} +)+(?=\\p{Alpha}{2})");

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
        String plain = withoutClaims(stem);
        String shorter = SAYS_LITTLE.matcher(plain).replaceAll(" ");
        shorter = shorter.replaceAll("(?i)\\b" + Pattern.quote(kind) + "\\b", " ");
        if (bpm.isPresent()) {
            shorter = shorter.replaceAll("\\b" + bpm.getAsInt() + "\\b", " ");
        }
        shorter = tidy(LIST_NUMBER.matcher(tidy(shorter)).replaceFirst(""));
        return cut(shorter.isEmpty() && !plain.equalsIgnoreCase(kind) ? plain : shorter);
    }

    /** A plain title that says neither tempo nor key, since its own may be wrong. */
    private static String withoutClaims(String stem) {
        String whole = TEMPO_FRACTION.matcher(stem).replaceAll("");
        String plain = plain(KEY_IN_BRACKETS.matcher(whole).replaceAll(" "));
        plain = tidy(CHECKSUM.matcher(plain).replaceFirst(""));
        plain = tidy(TEMPO_SAID.matcher(plain).replaceAll(" "));
        plain = tidy(WHEEL_SAID.matcher(plain).replaceAll(""));
        return tidy(KEY_SAID.matcher(plain).replaceAll(" "));
    }

    /** Plain ASCII without hyphens, which part the category from the rest. */
    public static String plain(String text) {
        String spelled =
                LETTER.matcher(text)
                        .replaceAll(letter -> LETTERS.getOrDefault(letter.group(), " "));
        String bare =
                MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFD)).replaceAll("");
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

    /** The name of a progression as music: what is sounded is in C, or C minor. */
    public static String chords(String progression, int bars, OptionalInt bpm, boolean minor) {
        var name = new StringBuilder(progression).append(' ').append(bars).append('b');
        bpm.ifPresent(tempo -> name.append(' ').append(tempo).append("bpm"));
        return name.append(minor ? " Cm" : " C").toString();
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
