package crateworks.music.tags;

import crateworks.music.tags.PhraseTree.Match;
import crateworks.music.tags.PhraseTree.Meaning;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The phrases that tell something about music, and what they stand for; never changes.
 *
 * <p>The format of its text is in {@code docs/formats/tags.md}.
 */
public final class TagDictionary {
    private final Map<String, Term> terms;
    private final Map<String, Meaning> phrases;
    private final PhraseTree tree;

    TagDictionary(Map<String, Term> terms, Map<String, Meaning> phrases) {
        this.terms = terms;
        this.phrases = phrases;
        this.tree = new PhraseTree(phrases);
    }

    /** The dictionary that comes with the product. */
    public static TagDictionary standard() {
        return Standard.DICTIONARY;
    }

    /**
     * Reads a dictionary that stands alone.
     *
     * @throws IllegalArgumentException that names the line and what is wrong with it
     */
    public static TagDictionary parse(Reader rules) throws IOException {
        return new RuleReader(new LinkedHashMap<>(), new LinkedHashMap<>()).read(rules);
    }

    /** Reads a dictionary that stands alone. */
    public static TagDictionary parse(String rules) {
        return unfailing(() -> parse(new StringReader(rules)));
    }

    /**
     * This dictionary with a user's rules on top: new terms, more phrases, phrases that now stand
     * for another term or for nothing.
     *
     * @throws IllegalArgumentException that names the line and what is wrong with it
     */
    public TagDictionary plus(Reader rules) throws IOException {
        return new RuleReader(new LinkedHashMap<>(terms), new LinkedHashMap<>(phrases)).read(rules);
    }

    /** This dictionary with a user's rules on top. */
    public TagDictionary plus(String rules) {
        return unfailing(() -> plus(new StringReader(rules)));
    }

    /** How many terms there are, aliases not counted. */
    public int termCount() {
        return terms.size();
    }

    /** The category of a term, if it is one. */
    public Optional<TagCategory> category(String term) {
        return Optional.ofNullable(terms.get(term)).map(Term::category);
    }

    Optional<Term> term(String name) {
        return Optional.ofNullable(terms.get(name));
    }

    List<String> words(String text) {
        return Words.of(text, tree::begins);
    }

    Optional<Match> longest(List<String> words, int from) {
        return tree.longest(words, from);
    }

    private interface Reading {
        TagDictionary read() throws IOException;
    }

    private static TagDictionary unfailing(Reading reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Standard {
        private static final TagDictionary DICTIONARY = unfailing(Standard::read);

        private static TagDictionary read() throws IOException {
            InputStream text = TagDictionary.class.getResourceAsStream("dictionary.txt");
            Objects.requireNonNull(text, "dictionary.txt is not in the jar");
            try (Reader rules = new InputStreamReader(text, StandardCharsets.UTF_8)) {
                return parse(rules);
            }
        }
    }
}
