package crateworks.music.clues;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One segment of a path, parted at separators, between letters and digits, and where a capital
 * begins a word: {@code BassAmin_125} is {@code Bass}, {@code Amin}, {@code 125}.
 *
 * <p>Pieces are numbered from 0; asking for one outside is allowed and finds nothing, which is what
 * a neighbour at an end is.
 */
final class Pieces {
    /** How much of a segment is read. */
    static final int SEGMENT_CHARS_MAX = 255;

    private static final int NUMBER_DIGITS_MAX = 6;

    enum Kind {
        WORD,
        NUMBER,
        SIGN
    }

    private record Piece(Kind kind, String text, int start, int end) {}

    private final String segment;
    private final List<Piece> pieces = new ArrayList<>();

    Pieces(String segment) {
        this.segment =
                segment.length() <= SEGMENT_CHARS_MAX
                        ? segment
                        : segment.substring(0, SEGMENT_CHARS_MAX);
        int offset = 0;
        while (offset < this.segment.length()) {
            char c = this.segment.charAt(offset);
            int end = offset + 1;
            if (isDigit(c)) {
                end = endOfNumber(offset);
                add(Kind.NUMBER, offset, end);
            } else if (isLetter(c)) {
                end = endOfWord(offset);
                add(Kind.WORD, offset, end);
            } else if (isSign(c)) {
                add(Kind.SIGN, offset, end);
            }
            offset = end;
        }
    }

    int count() {
        return pieces.size();
    }

    boolean isNumber(int index) {
        return is(Kind.NUMBER, index);
    }

    boolean isWord(int index) {
        return is(Kind.WORD, index);
    }

    boolean isSign(int index) {
        return is(Kind.SIGN, index);
    }

    /** The piece as it stands, empty outside. */
    String text(int index) {
        return isInside(index) ? pieces.get(index).text() : "";
    }

    /** The word in lower case, empty if the piece is none. */
    String word(int index) {
        return isWord(index) ? text(index).toLowerCase(Locale.ROOT) : "";
    }

    /** The value of a number; one with too many digits to mean anything is as large as can be. */
    int number(int index) {
        String digits = text(index);
        return digits.length() > NUMBER_DIGITS_MAX ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    /** What stands between this piece and the one before; empty at the ends of the segment too. */
    String gap(int index) {
        if (index <= 0 || index >= count()) {
            return "";
        }
        return segment.substring(pieces.get(index - 1).end(), pieces.get(index).start());
    }

    /** Whether nothing stands between this piece and the one before it. */
    boolean isGlued(int index) {
        return index > 0 && index < count() && gap(index).isEmpty();
    }

    /** The text from one piece up to and without another. */
    String between(int from, int to) {
        return segment.substring(pieces.get(from).start(), pieces.get(to - 1).end());
    }

    private boolean is(Kind kind, int index) {
        return isInside(index) && pieces.get(index).kind() == kind;
    }

    private boolean isInside(int index) {
        return index >= 0 && index < count();
    }

    private void add(Kind kind, int start, int end) {
        pieces.add(new Piece(kind, segment.substring(start, end), start, end));
    }

    private int endOfNumber(int start) {
        int end = start;
        while (end < segment.length() && isDigit(segment.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfWord(int start) {
        int end = start + 1;
        while (end < segment.length() && isLetter(segment.charAt(end)) && !beginsWord(end)) {
            end++;
        }
        return end;
    }

    /** A capital behind a small letter begins a word, and so does the last of several capitals. */
    private boolean beginsWord(int offset) {
        if (!Character.isUpperCase(segment.charAt(offset))) {
            return false;
        }
        char before = segment.charAt(offset - 1);
        boolean smallBehind =
                offset + 1 < segment.length() && Character.isLowerCase(segment.charAt(offset + 1));
        return Character.isLowerCase(before) || (Character.isUpperCase(before) && smallBehind);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Joining marks belong to words: neither {@code D&B} nor {@code D'Angelo} has a word D. */
    private static boolean isLetter(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == '&'
                || c == '\''
                || c == '\u2019';
    }

    private static boolean isSign(char c) {
        return c == '#' || c == '\u266F' || c == '\uFF03' || c == '\u266D';
    }
}
