package crateworks.music.naming;

import java.text.Normalizer;

/** The part of the table that looks at characters one by one. */
final class SafeCharacters {
    /** Longer names are cut before anything else, so that hostile ones cost no more than others. */
    static final int ORIGINAL_CHARS_MAX = 1024;

    private static final String ILLEGAL = "\"*/:<>?\\|";
    private static final int REPLACEMENT = 0xFFFD;
    private static final int SHARP_SIGN = 0x266F;
    private static final int FLAT_SIGN = 0x266D;
    private static final int WIDE_NUMBER_SIGN = 0xFF03;

    private SafeCharacters() {}

    /**
     * Keeps what may stand in a name, spaces as {@code _}, in NFC.
     *
     * <p>Characters go before NFC: what stood apart may compose once the one between is gone.
     */
    static String keep(String original, boolean keepsSharps) {
        int length = Math.min(original.length(), ORIGINAL_CHARS_MAX);
        var kept = new StringBuilder(length);
        boolean ascii = true;
        for (int offset = 0; offset < length; ) {
            int codePoint = Character.codePointAt(original, offset);
            offset += Character.charCount(codePoint);
            append(kept, codePoint, keepsSharps);
            ascii &= codePoint < 0x80;
        }
        String name = kept.toString();
        return ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Takes joints away from both ends: no name begins with a dot or dash or ends in a dot. */
    static String trimJoints(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isJoint(name.charAt(from))) {
            from++;
        }
        while (to > from && isJoint(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static void append(StringBuilder kept, int codePoint, boolean keepsSharps) {
        switch (codePoint) {
            case '#', SHARP_SIGN, WIDE_NUMBER_SIGN -> appendSharp(kept, keepsSharps);
            case FLAT_SIGN -> kept.append('b');
            default -> {
                if (Character.isSpaceChar(codePoint) && !isLineBreak(codePoint)) {
                    kept.append('_');
                } else if (isLegal(codePoint)) {
                    kept.appendCodePoint(codePoint);
                }
            }
        }
    }

    /** Where {@code #} may not stand, it is {@code s} behind the letter of a note, else nothing. */
    private static void appendSharp(StringBuilder kept, boolean keepsSharps) {
        if (keepsSharps) {
            kept.append('#');
        } else if (endsInNote(kept)) {
            kept.append('s');
        }
    }

    private static boolean endsInNote(StringBuilder kept) {
        int last = kept.length() - 1;
        if (last < 0 || "ABCDEFGabcdefg".indexOf(kept.charAt(last)) < 0) {
            return false;
        }
        return last == 0 || !Character.isLetter(kept.charAt(last - 1));
    }

    private static boolean isLineBreak(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isLegal(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= ' ' && codePoint != 0x7F && ILLEGAL.indexOf(codePoint) < 0;
        }
        boolean noncharacter =
                (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        if (noncharacter || codePoint == REPLACEMENT) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /** A run of joints is one: the same if all are the same, else a dash if there is one. */
    static String joinRuns(String name) {
        var joined = new StringBuilder(name.length());
        for (int offset = 0; offset < name.length(); offset++) {
            char next = name.charAt(offset);
            int last = joined.length() - 1;
            if (isJoint(next) && last >= 0 && isJoint(joined.charAt(last))) {
                joined.setCharAt(last, stronger(joined.charAt(last), next));
            } else {
                joined.append(next);
            }
        }
        return joined.toString();
    }

    private static char stronger(char one, char other) {
        if (one == other) {
            return one;
        }
        return one == '-' || other == '-' ? '-' : '_';
    }

    private static boolean isJoint(char c) {
        return c == '_' || c == '-' || c == '.';
    }
}
