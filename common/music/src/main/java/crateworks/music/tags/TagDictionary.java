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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    /**
     * A word of a text, or several that are a phrase of the dictionary.
     *
     * @param terms what the words stand for: the term and then those above it, the nearest first;
     *     empty for a word that stands for nothing
     */
    public record Wording(List<String> words, List<String> terms) {
        public Wording {
            words = List.copyOf(words);
            terms = List.copyOf(terms);
        }
    }

    /** The words of a text in their order, those of the longest phrases together. */
    public List<Wording> wordings(String text) {
        List<String> words = words(text);
        var wordings = new ArrayList<Wording>();
        int from = 0;
        while (from < words.size()) {
            Optional<Match> match = longest(words, from);
            int to = from + match.map(Match::words).orElse(1);
            List<String> terms =
                    match.map(found -> withAncestors(found.meaning().term())).orElse(List.of());
            wordings.add(new Wording(words.subList(from, to), terms));
            from = to;
        }
        return wordings;
    }

    private List<String> withAncestors(Term term) {
        var names = new LinkedHashSet<>(List.of(term.name()));
        var open = new ArrayDeque<>(term.parents());
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            if (names.add(name)) {
                open.addAll(term(name).map(Term::parents).orElse(List.of()));
            }
        }
        return List.copyOf(names);
    }

    /** How many terms there are, aliases not counted. */
    public int termCount() {
        return terms.size();
    }

    /** The category of a term, if it is one. */
    public Optional<TagCategory> category(String term) {
        return Optional.ofNullable(terms.get(term)).map(Term::category);
    }

    /** A term and those above it, the nearest first; a word that is no term stands alone. */
    public List<String> kinds(String term) {
        return term(term).map(this::withAncestors).orElse(List.of(term));
    }

    /** Whether {@code wider} is true of whatever {@code term} is true of, and another term. */
    boolean isKindOf(String term, String wider) {
        return !term.equals(wider)
                && term(term).map(this::withAncestors).orElse(List.of()).contains(wider);
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
