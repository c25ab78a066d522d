package crateworks.music.naming;

import java.text.BreakIterator;
import java.util.Locale;

/** Cuts names to a number of bytes in UTF-8. */
final class ByteLimit {
    private ByteLimit() {}

    /**
     * The longest beginning of {@code name} within the limit that splits no character a reader
     * sees; if the first such character alone is too long, one that splits no code point.
     */
    static String cut(String name, int bytesMax) {
        int end = endWithin(name, bytesMax);
        if (end == name.length()) {
            return name;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(name);
        int whole = characters.isBoundary(end) ? end : characters.preceding(end);
        return name.substring(0, whole > 0 ? whole : end);
    }

    private static int endWithin(String name, int bytesMax) {
        int bytes = 0;
        int offset = 0;
        while (offset < name.length()) {
            int codePoint = name.codePointAt(offset);
            bytes += utf8Bytes(codePoint);
            if (bytes > bytesMax) {
                return offset;
            }
            offset += Character.charCount(codePoint);
        }
        return offset;
    }

    private static int utf8Bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
