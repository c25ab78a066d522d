package crateworks.music.tags;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Phrases by their words: a step is a look-up by hash, so the size of a dictionary costs nothing.
 */
final class PhraseTree {
    /** Shorter phrases written as one word are too easily another word. */
    private static final int JOINED_CHARS_MIN = 6;

    /** What a phrase stands for, and whether it is an everyday word too. */
    record Meaning(Term term, boolean everyday) {}

    /** A meaning, and how many words say it. */
    record Match(Meaning meaning, int words) {}

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private Optional<Meaning> meaning = Optional.empty();

        private Optional<Node> step(String word) {
            Node exact = next.get(word);
            return Optional.ofNullable(exact == null ? next.get(singular(word)) : exact);
        }
    }

    private final Node root = new Node();

    PhraseTree(Map<String, Meaning> phrases) {
        phrases.forEach((phrase, meaning) -> add(words(phrase), meaning));
        phrases.forEach(
                (phrase, meaning) -> {
                    String joined = phrase.replace(" ", "");
                    boolean known = root.next.containsKey(joined);
                    if (!known && phrase.contains(" ") && joined.length() >= JOINED_CHARS_MIN) {
                        add(List.of(joined), meaning);
                    }
                });
    }

    /** Whether a phrase begins with this word. */
    boolean begins(String word) {
        return root.step(word).isPresent();
    }

    /** Finds the longest phrase that begins at {@code from}. */
    Optional<Match> longest(List<String> words, int from) {
        Optional<Match> longest = Optional.empty();
        Iterator<String> rest = words.listIterator(from);
        Optional<Node> node = Optional.of(root);
        int count = 0;
        while (node.isPresent() && rest.hasNext()) {
            node = node.get().step(rest.next());
            count++;
            if (node.isPresent() && node.get().meaning.isPresent()) {
                longest = Optional.of(new Match(node.get().meaning.get(), count));
            }
        }
        return longest;
    }

    private void add(List<String> words, Meaning meaning) {
        Node node = root;
        for (String word : words) {
            node = node.next.computeIfAbsent(word, missing -> new Node());
        }
        node.meaning = Optional.of(meaning);
    }

    private static List<String> words(String phrase) {
        return List.of(phrase.split(" ", -1));
    }

    /** An English plural without its ending; any other word as it is. */
    private static String singular(String word) {
        int length = word.length();
        if (length < 4 || !word.endsWith("s") || word.endsWith("ss")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        boolean longEnding =
                word.endsWith("sses")
                        || word.endsWith("xes")
                        || word.endsWith("ches")
                        || word.endsWith("shes");
        return word.substring(0, length - (longEnding ? 2 : 1));
    }
}
