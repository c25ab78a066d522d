package crateworks.pipeline.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keys as people write them: {@code Am}, {@code a minor}, {@code Bb}, {@code F#min}. */
final class KeyWord {
    private static final Pattern KEY =
            Pattern.compile(
                    "([A-Ga-g])\\s*([#\u266F]|b|\u266D|s(?:harp)?|flat)?\\s*(m|min|minor|maj|major|M)?");
    private static final String LETTERS = "CDEFGAB";
    private static final List<Integer> CLASSES = List.of(0, 2, 4, 5, 7, 9, 11);

    private KeyWord() {}

    /** A key: 0 is C. */
    record Read(int pitchClass, boolean minor) {}

    /** What key a word says; empty when it is no key. */
    static Optional<Read> read(String word) {
        Matcher key = KEY.matcher(word.strip());
        if (!key.matches()) {
            return Optional.empty();
        }
        String mode = key.group(3) == null ? "" : key.group(3);
        boolean minor = mode.equals("m") || mode.toLowerCase(Locale.ROOT).startsWith("min");
        int letter = LETTERS.indexOf(key.group(1).toUpperCase(Locale.ROOT));
        int pitchClass = Math.floorMod(CLASSES.get(letter) + bend(key.group(2)), 12);
        return Optional.of(new Read(pitchClass, minor));
    }

    /** Every way in which the library may spell this key; none when it is no key. */
    static List<String> spellings(String word) {
        Optional<Read> read = read(word);
        if (read.isEmpty()) {
            return List.of();
        }
        int pitchClass = read.get().pitchClass();
        boolean minor = read.get().minor();
        var spellings = new ArrayList<String>();
        for (int each = 0; each < LETTERS.length(); each++) {
            for (String accidental : List.of("", "#", "b")) {
                if (Math.floorMod(CLASSES.get(each) + bend(accidental), 12) == pitchClass) {
                    spellings.add(LETTERS.charAt(each) + accidental + (minor ? "m" : ""));
                }
            }
        }
        return spellings;
    }

    private static int bend(@Nullable String accidental) {
        if (accidental == null || accidental.isEmpty()) {
            return 0;
        }
        return accidental.equals("b") || accidental.equals("\u266D") || accidental.equals("flat")
                ? -1
                : 1;
    }
}
