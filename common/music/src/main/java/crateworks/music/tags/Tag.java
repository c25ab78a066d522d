package crateworks.music.tags;

/**
 * A word about the music of a file.
 *
 * @param term in lower case, words parted by single spaces
 * @param confidence from 0 to 1
 */
public record Tag(String term, TagCategory category, TagSource source, double confidence) {
    public Tag {
        if (term.isEmpty()) {
            throw new IllegalArgumentException("a tag without a word");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("no confidence: " + confidence);
        }
    }
}
