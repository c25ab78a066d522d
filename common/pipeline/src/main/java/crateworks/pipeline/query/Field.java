package crateworks.pipeline.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a condition can ask about. */
public enum Field {
    BPM(Kind.NUMBER),
    BARS(Kind.NUMBER),
    NOTES(Kind.NUMBER),
    SECONDS(Kind.NUMBER),
    /** How much a file is worth on a drive, from 0 to 1. */
    QUALITY(Kind.NUMBER),
    KEY(Kind.KEY),
    MODE("major", "minor"),
    CAMELOT(Kind.TEXT),
    METER(Kind.TEXT),
    CATEGORY(
            "Bass",
            "Chords",
            "DrumCymbals",
            "DrumHats",
            "DrumKicks",
            "DrumPerc",
            "Drums",
            "DrumSnares",
            "DrumToms",
            "FX",
            "Loops",
            "Melody",
            "Progressions"),
    /** What a part plays, such as {@code bass}. */
    ROLE(Kind.TEXT),
    KIND("song", "part"),
    NAME(Kind.TEXT),
    PATH(Kind.TEXT),
    /** The degrees of its chords, such as {@code i-VI-III-VII}. */
    PROGRESSION(Kind.TEXT),
    TAG(Kind.TAGS),
    GENRE(Kind.TAGS);

    /** What a field holds. */
    public enum Kind {
        NUMBER,
        TEXT,
        /** A key, however its tonic is spelled. */
        KEY,
        /** Any number of tags: a condition is true when it is of one of them. */
        TAGS
    }

    private final Kind kind;
    private final String words;

    Field(Kind kind) {
        this.kind = kind;
        this.words = "";
    }

    /** A text that is one of these. */
    Field(String... words) {
        this.kind = Kind.TEXT;
        this.words = String.join(" ", words);
    }

    public Kind kind() {
        return kind;
    }

    /** All that it can hold; none where that is open. */
    public List<String> words() {
        return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
    }

    /** As users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equalsIgnoreCase(word))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Field::word).collect(Collectors.joining(", "));
    }
}
