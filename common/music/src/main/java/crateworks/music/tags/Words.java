package crateworks.music.tags;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The words of a name, in lower case and without accents.
 *
 * <p>A key as musicians write it, with a capital and small letters behind it, keeps its capital:
 * {@code Ebm} is E flat minor and so none of the words that a dictionary has, {@code EBM} is one.
 *
 * <p>Separators part chunks; a chunk that is not known as a whole is parted further between letters
 * and digits and where a capital begins a word, so {@code HiHat} is one word and {@code BassLoop01}
 * three.
 */
final class Words {
    /** How much of a name is read. */
    static final int TEXT_CHARS_MAX = 255;

    /** A chunk that changes between letters and digits more often is a hash, not words. */
    private static final int SWITCHES_MAX = 4;

    private static final Pattern KEY =
            Pattern.compile("[A-G](?:b|s|flat|sharp)?(?:m|min|minor|maj|major)");

    private Words() {}

    /** Parts {@code text}, asking {@code isKnown} whether a chunk in lower case stays whole. */
    static List<String> of(String text, Predicate<String> isKnown) {
        String plain = plain(text);
        var words = new ArrayList<String>();
        int offset = 0;
        while (offset < plain.length()) {
            if (!isChunk(plain.charAt(offset))) {
                offset++;
                continue;
            }
            int end = offset + 1;
            while (end < plain.length() && isChunk(plain.charAt(end))) {
                end++;
            }
            String chunk = plain.substring(offset, end);
            String lower = chunk.toLowerCase(Locale.ROOT);
            if (isKnown.test(lower)) {
                words.add(word(chunk, lower));
            } else {
                addParts(chunk, lower, words);
            }
            offset = end;
        }
        return words;
    }

    private static void addParts(String chunk, String lower, List<String> words) {
        if (lower.length() != chunk.length() || switches(chunk) > SWITCHES_MAX) {
            words.add(lower);
            return;
        }
        int start = 0;
        for (int offset = 1; offset < chunk.length(); offset++) {
            if (isBoundary(chunk, offset)) {
                words.add(word(chunk.substring(start, offset), lower.substring(start, offset)));
                start = offset;
            }
        }
        words.add(word(chunk.substring(start), lower.substring(start)));
    }

    private static String word(String written, String lower) {
        return KEY.matcher(written).matches() ? written : lower;
    }

    private static int switches(String chunk) {
        int switches = 0;
        for (int offset = 1; offset < chunk.length(); offset++) {
            if (isDigit(chunk.charAt(offset - 1)) != isDigit(chunk.charAt(offset))) {
                switches++;
            }
        }
        return switches;
    }

    private static boolean isBoundary(String chunk, int offset) {
        char before = chunk.charAt(offset - 1);
        char here = chunk.charAt(offset);
        if (isDigit(before) != isDigit(here)) {
            return true;
        }
        if (!Character.isUpperCase(here)) {
            return false;
        }
        boolean smallBehind =
                offset + 1 < chunk.length() && Character.isLowerCase(chunk.charAt(offset + 1));
        return Character.isLowerCase(before) || (Character.isUpperCase(before) && smallBehind);
    }

    /** Takes accents and apostrophes away. */
    private static String plain(String text) {
        String head = text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX);
        boolean ascii = head.chars().allMatch(c -> c < 0x80);
        if (ascii && head.indexOf('\'') < 0) {
            return head;
        }
        String apart = Normalizer.normalize(head, Normalizer.Form.NFD);
        var kept = new StringBuilder(apart.length());
        for (int offset = 0; offset < apart.length(); offset++) {
            char c = apart.charAt(offset);
            boolean accent = c >= '\u0300' && c <= '\u036F';
            if (!accent && c != '\'' && c != '\u2019') {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static boolean isChunk(char c) {
        return Character.isLetterOrDigit(c)
                || c == '&'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
