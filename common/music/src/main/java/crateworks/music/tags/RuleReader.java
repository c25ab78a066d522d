package crateworks.music.tags;

import crateworks.music.tags.PhraseTree.Meaning;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads rules line by line on top of what is there; every error names its line. */
final class RuleReader {
    static final int LINES_MAX = 50_000;
    static final int PHRASE_CHARS_MAX = 60;
    static final int PHRASE_WORDS_MAX = 6;
    static final int ANCESTORS_MAX = 8;

    private final Map<String, Term> terms;
    private final Map<String, Meaning> phrases;
    private final Map<String, Integer> lineOfPhrase = new HashMap<>();
    private final Map<String, Integer> lineOfTerm = new HashMap<>();
    private final Set<String> sound = new HashSet<>();
    private Optional<TagCategory> category = Optional.empty();
    private int lineNumber;

    RuleReader(Map<String, Term> terms, Map<String, Meaning> phrases) {
        this.terms = terms;
        this.phrases = phrases;
    }

    TagDictionary read(Reader rules) throws IOException {
        var lines = new BufferedReader(rules);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            lineNumber++;
            if (lineNumber > LINES_MAX) {
                throw wrong("more than %d lines".formatted(LINES_MAX));
            }
            readLine(line.strip().replace("\uFEFF", ""));
        }
        lineOfTerm.forEach(this::checkParents);
        return new TagDictionary(terms, phrases);
    }

    private void readLine(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith("[")) {
            category = Optional.of(readCategory(line));
        } else if (line.startsWith("!")) {
            forget(phrase(line.substring(1)));
        } else {
            readTerm(line);
        }
    }

    private TagCategory readCategory(String line) {
        String word = line.endsWith("]") ? line.substring(1, line.length() - 1).strip() : line;
        return TagCategory.named(word)
                .orElseThrow(
                        () ->
                                wrong(
                                        "no category %s; there are %s"
                                                .formatted(line, TagCategory.all())));
    }

    private void forget(String phrase) {
        if (phrases.remove(phrase) == null) {
            throw wrong("'%s' stands for nothing, so it cannot be taken away".formatted(phrase));
        }
    }

    private void readTerm(String line) {
        TagCategory inCategory =
                category.orElseThrow(() -> wrong("a term before the first [category]"));
        List<String> sides = split(line, '<');
        List<String> names = split(sides.getFirst(), '=');
        if (sides.size() > 2 || names.size() > 2) {
            throw wrong("more than one '=' or '<'; write: term = alias, alias < parent, parent");
        }
        String name = phrase(withoutMark(names.getFirst()));
        Integer earlier = lineOfTerm.putIfAbsent(name, lineNumber);
        if (earlier != null) {
            throw wrong("'%s' has a rule in line %d already".formatted(name, earlier));
        }
        List<String> parents =
                sides.size() == 2
                        ? split(sides.get(1), ',').stream().map(this::phrase).toList()
                        : Optional.ofNullable(terms.get(name)).map(Term::parents).orElse(List.of());
        var term = new Term(name, inCategory, parents);
        replace(term);
        addPhrase(names.getFirst(), term);
        if (names.size() == 2) {
            split(names.get(1), ',').forEach(alias -> addPhrase(alias, term));
        }
    }

    /** Phrases that stood for an earlier term of this name stand for the new one. */
    private void replace(Term term) {
        if (terms.put(term.name(), term) != null) {
            phrases.replaceAll(
                    (phrase, meaning) ->
                            meaning.term().name().equals(term.name())
                                    ? new Meaning(term, meaning.everyday())
                                    : meaning);
        }
    }

    private void addPhrase(String marked, Term term) {
        String phrase = phrase(withoutMark(marked));
        Integer earlier = lineOfPhrase.putIfAbsent(phrase, lineNumber);
        if (earlier != null) {
            throw wrong("'%s' stands in line %d already".formatted(phrase, earlier));
        }
        phrases.put(phrase, new Meaning(term, marked.strip().endsWith("?")));
    }

    private static String withoutMark(String marked) {
        String text = marked.strip();
        return text.endsWith("?") ? text.substring(0, text.length() - 1) : text;
    }

    /** Text as names are read: its words in lower case, without accents, parted by one space. */
    private String phrase(String text) {
        if (text.length() > PHRASE_CHARS_MAX) {
            throw wrong("a phrase of more than %d characters".formatted(PHRASE_CHARS_MAX));
        }
        List<String> words = Words.of(text, chunk -> true);
        if (words.isEmpty()) {
            throw wrong("a phrase without a letter or digit: '%s'".formatted(text.strip()));
        }
        if (words.size() > PHRASE_WORDS_MAX) {
            throw wrong("a phrase of more than %d words".formatted(PHRASE_WORDS_MAX));
        }
        return String.join(" ", words).toLowerCase(Locale.ROOT);
    }

    private void checkParents(String name, int line) {
        check(name, line, new ArrayList<>());
    }

    private void check(String name, int line, List<String> path) {
        Term term = terms.get(name);
        if (term == null) {
            throw wrong(line, "no term '%s' to be a parent".formatted(name));
        }
        if (path.contains(name)) {
            throw wrong(line, "'%s' is its own parent".formatted(name));
        }
        if (path.size() > ANCESTORS_MAX) {
            throw wrong(line, "more than %d parents above each other".formatted(ANCESTORS_MAX));
        }
        if (sound.contains(name)) {
            return;
        }
        path.add(name);
        term.parents().forEach(parent -> check(parent, line, path));
        path.removeLast();
        sound.add(name);
    }

    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }

    private IllegalArgumentException wrong(String what) {
        return wrong(lineNumber, what);
    }

    private static IllegalArgumentException wrong(int line, String what) {
        return new IllegalArgumentException("tag rules, line " + line + ": " + what);
    }
}
