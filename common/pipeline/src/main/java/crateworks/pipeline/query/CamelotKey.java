package crateworks.pipeline.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key by its place on the Camelot wheel: {@code 8A} is A minor, {@code 8B} is C major. */
public record CamelotKey(int hour, boolean minor) {
    public static final int HOURS = 12;
    private static final Pattern PLACE = Pattern.compile("(1[0-2]|[1-9])([ABab])");

    public CamelotKey {
        if (hour < 1 || hour > HOURS) {
            throw new IllegalArgumentException("no hour of the wheel: " + hour);
        }
    }

    /** A key that is written as musicians or as DJs do; empty when it is none. */
    public static Optional<CamelotKey> of(String word) {
        Matcher place = PLACE.matcher(word.strip());
        if (place.matches()) {
            boolean minor = place.group(2).toUpperCase(Locale.ROOT).equals("A");
            return Optional.of(new CamelotKey(Integer.parseInt(place.group(1)), minor));
        }
        return KeyWord.read(word)
                .map(
                        key -> {
                            int major = key.minor() ? key.pitchClass() + 3 : key.pitchClass();
                            int hour = (major % HOURS * 7 + 8) % HOURS;
                            return new CamelotKey(hour == 0 ? HOURS : hour, key.minor());
                        });
    }

    /** Keys that mix with this one: itself, its neighbours and its relative. */
    public List<CamelotKey> compatible() {
        return List.of(
                this,
                new CamelotKey(hour == 1 ? HOURS : hour - 1, minor),
                new CamelotKey(hour == HOURS ? 1 : hour + 1, minor),
                new CamelotKey(hour, !minor));
    }

    /** {@code 8A}. */
    public String place() {
        return hour + (minor ? "A" : "B");
    }

    /** 1 to 24, as it is stored. */
    public int code() {
        return minor ? hour : HOURS + hour;
    }
}
