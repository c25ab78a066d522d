package crateworks.music.naming;

import crateworks.music.naming.NameTemplate.Part;
import crateworks.music.naming.NameTemplate.Segment;
import java.util.ArrayList;
import java.util.List;

/** Reads the text of a template once, from its beginning to its end. */
final class TemplateReader {
    private static final String SEPARATORS = "_-. ";

    private final String template;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder separator = new StringBuilder();

    TemplateReader(String template) {
        this.template = template;
    }

    List<Segment> segments() {
        int offset = 0;
        while (offset < template.length()) {
            char c = template.charAt(offset);
            if (c == '{') {
                offset = readFact(offset);
                continue;
            }
            if (c == '}') {
                throw new IllegalArgumentException(
                        "'}' without '{' at character %d of name template '%s'"
                                .formatted(offset + 1, template));
            }
            if (SEPARATORS.indexOf(c) >= 0) {
                endSegment();
                separator.append(c);
            } else {
                text.append(c);
            }
            offset++;
        }
        endSegment();
        return segments;
    }

    private int readFact(int open) {
        int close = template.indexOf('}', open);
        if (close < 0) {
            throw new IllegalArgumentException(
                    "'{' without '}' at character %d of name template '%s'"
                            .formatted(open + 1, template));
        }
        String word = template.substring(open + 1, close);
        Placeholder placeholder =
                Placeholder.named(word)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "no placeholder {%s}; there are %s"
                                                        .formatted(word, Placeholder.all())));
        endText();
        parts.add(new Part.Fact(placeholder));
        return close + 1;
    }

    private void endText() {
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text.toString()));
            text.setLength(0);
        }
    }

    private void endSegment() {
        endText();
        if (!parts.isEmpty()) {
            segments.add(new Segment(separator.toString(), parts));
            parts.clear();
            separator.setLength(0);
        }
    }
}
