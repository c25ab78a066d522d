package crateworks.adapters.postgres;

/** Text as PostgreSQL can hold it: without U+0000 and without halves of surrogate pairs. */
final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** {@code text} itself if it can be stored, else with U+FFFD where it cannot. */
    static String of(String text) {
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == 0 || Character.isSurrogate(each)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        var storable = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isStorable(point) ? point : REPLACEMENT)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }

    private static boolean isStorable(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
