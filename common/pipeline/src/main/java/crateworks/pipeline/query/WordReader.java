package crateworks.pipeline.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a condition into words. */
final class WordReader {
    private static final String SIGNS = "()=!<>,";

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int offset;

    WordReader(String text) {
        this.text = text;
    }

    List<Word> read() {
        while (offset < text.length()) {
            char next = text.charAt(offset);
            if (Character.isWhitespace(next)) {
                offset++;
            } else if (next == '"' || next == '\'') {
                readQuoted(next);
            } else if (SIGNS.indexOf(next) >= 0) {
                readSign();
            } else {
                readPlain();
            }
        }
        words.add(new Word(Word.Kind.END, "", text.length()));
        return words;
    }

    private void readQuoted(char quote) {
        int close = text.indexOf(quote, offset + 1);
        if (close < 0) {
            throw new MalformedCondition(text, offset, "the quote is never closed");
        }
        words.add(new Word(Word.Kind.QUOTED, text.substring(offset + 1, close), offset));
        offset = close + 1;
    }

    private void readSign() {
        boolean two =
                offset + 1 < text.length()
                        && text.charAt(offset + 1) == '='
                        && "!<>".indexOf(text.charAt(offset)) >= 0;
        int length = two ? 2 : 1;
        words.add(new Word(Word.Kind.SIGN, text.substring(offset, offset + length), offset));
        offset += length;
    }

    private void readPlain() {
        int from = offset;
        while (offset < text.length() && isPlain(text.charAt(offset))) {
            offset++;
        }
        words.add(new Word(Word.Kind.PLAIN, text.substring(from, offset), from));
    }

    private static boolean isPlain(char c) {
        return !Character.isWhitespace(c) && SIGNS.indexOf(c) < 0 && c != '"' && c != '\'';
    }
}
