package crateworks.music.naming;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A place in a template that a fact fills. */
enum Placeholder {
    BPM,
    KEY,
    CAMELOT,
    TAGS,
    CATEGORY,
    NAME,
    METER,
    BARS,
    TRACK,
    PROGRAM;

    /** The placeholder written {@code {word}}, if there is one. */
    static Optional<Placeholder> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** All placeholders as a user writes them. */
    static String all() {
        return Arrays.stream(values())
                .map(each -> "{" + each.word() + "}")
                .collect(Collectors.joining(" "));
    }

    /** The text of this placeholder, empty where the fact is missing or blank. */
    String valueIn(NameFacts facts) {
        return switch (this) {
            case BPM -> facts.bpm().isPresent() ? whole(facts.bpm().getAsDouble()) : "";
            case KEY -> facts.key().orElse("").strip();
            case CAMELOT -> facts.camelot().orElse("").strip();
            case TAGS -> joined(facts.tags());
            case CATEGORY -> facts.category().orElse("").strip();
            case NAME -> facts.name().orElse("").strip();
            case METER -> facts.meter().orElse("").strip().replace('/', '-');
            case BARS -> facts.bars().isPresent() ? Integer.toString(facts.bars().getAsInt()) : "";
            case TRACK -> facts.track().orElse("").strip();
            case PROGRAM -> facts.program().orElse("").strip();
        };
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A tempo in a name is a whole number: lists sort by it and devices show no more. */
    private static String whole(double bpm) {
        return Long.toString(Math.max(1, Math.round(bpm)));
    }

    private static String joined(List<String> tags) {
        return tags.stream()
                .map(tag -> tag.strip().replace(' ', '-'))
                .filter(tag -> !tag.isEmpty())
                .limit(NameTemplate.TAGS_MAX)
                .collect(Collectors.joining("_"));
    }
}
