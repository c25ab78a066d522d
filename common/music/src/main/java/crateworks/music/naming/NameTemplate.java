package crateworks.music.naming;

import java.util.ArrayList;
import java.util.List;

/**
 * How a name is made of facts: text with placeholders such as {@code {bpm}bpm_{key}_{tags}}.
 *
 * <p>The characters {@code _ - .} and space part a template into segments. A segment of which a
 * placeholder has no value is left out with the separator before it, so a name never says {@code
 * bpm} without a number. If nothing is left, the name so far is kept.
 */
public final class NameTemplate {
    /** How many tags a name takes. */
    public static final int TAGS_MAX = 4;

    /** The longest template in characters. */
    public static final int TEMPLATE_CHARS_MAX = 200;

    /** {@code 128bpm_Cmaj_bass_loop.mid}. */
    public static final NameTemplate STANDARD = of("{bpm}bpm_{key}_{tags}");

    private final String template;
    private final List<Segment> segments;

    private NameTemplate(String template, List<Segment> segments) {
        this.template = template;
        this.segments = List.copyOf(segments);
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException that says what is wrong and which placeholders there are
     */
    public static NameTemplate of(String template) {
        if (template.isBlank() || template.length() > TEMPLATE_CHARS_MAX) {
            throw new IllegalArgumentException(
                    "a name template has 1 to %d characters, not %d"
                            .formatted(TEMPLATE_CHARS_MAX, template.length()));
        }
        return new NameTemplate(template, new TemplateReader(template).segments());
    }

    /** Makes the file name, extension included, that is safe for {@code profile}. */
    public String name(NameFacts facts, TargetProfile profile) {
        var name = new StringBuilder();
        for (Segment segment : segments) {
            segment.appendTo(name, facts);
        }
        String chosen = name.isEmpty() ? Placeholder.NAME.valueIn(facts) : name.toString();
        return SafeName.of(chosen, profile);
    }

    /** Whether names say the category apart from the tags. */
    public boolean saysCategory() {
        var category = new Part.Fact(Placeholder.CATEGORY);
        return segments.stream().anyMatch(segment -> segment.parts().contains(category));
    }

    @Override
    public String toString() {
        return template;
    }

    /** A piece of a segment. */
    sealed interface Part {
        record Text(String text) implements Part {}

        record Fact(Placeholder placeholder) implements Part {}
    }

    /** Text and placeholders without a separator between them; all of it is there or nothing. */
    record Segment(String separator, List<Part> parts) {
        Segment {
            parts = List.copyOf(parts);
        }

        private void appendTo(StringBuilder name, NameFacts facts) {
            var values = new ArrayList<String>(parts.size());
            for (Part part : parts) {
                String value =
                        switch (part) {
                            case Part.Text(String text) -> text;
                            case Part.Fact(Placeholder placeholder) -> placeholder.valueIn(facts);
                        };
                if (value.isEmpty()) {
                    return;
                }
                values.add(value);
            }
            if (!name.isEmpty()) {
                name.append(separator);
            }
            values.forEach(name::append);
        }
    }
}
