package crateworks.music.tags;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kind of thing a tag says; the order is the order of tags that are equally credible. */
public enum TagCategory {
    INSTRUMENT,
    DRUM,
    ROLE,
    GENRE,
    MOOD,
    TECHNIQUE,
    STRUCTURE,
    ERA,
    TEMPO,
    COMPLEXITY,
    VENDOR;

    /** The name in rule files, which is the lower-case name. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TagCategory> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(TagCategory::word).collect(Collectors.joining(", "));
    }
}
