package crateworks.music.tags;

import java.util.Set;

/**
 * A word about the music of a file.
 *
 * @param term in lower case, words parted by single spaces
 * @param confidence from 0 to 1
 */
public record Tag(String term, TagCategory category, TagSource source, double confidence) {
    private static final Set<String> FIGURES =
            Set.of("arpeggio", "riff", "lick", "hook", "ostinato", "solo");

    public Tag {
        if (term.isEmpty()) {
            throw new IllegalArgumentException("a tag without a word");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("no confidence: " + confidence);
        }
    }

    /** Whether it says how something is played, which says less than a word for what is played. */
    public boolean isFigure() {
        return FIGURES.contains(term);
    }
}
