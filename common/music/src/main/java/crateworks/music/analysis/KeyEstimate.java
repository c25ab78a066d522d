package crateworks.music.analysis;

import java.util.List;
import java.util.Optional;

/**
 * The key of a file, with what else it could be.
 *
 * <p>{@code changes} are the keys of its passages, the first from the beginning on; empty where it
 * stays in one key. The key of the whole is the one that most of it speaks for.
 *
 * <p>Empty when nothing tells it: no pitched notes, or too few. Confidence is 0 then.
 */
public record KeyEstimate(
        Optional<Tonality> tonality,
        double confidence,
        Source source,
        List<Alternative> alternatives,
        List<Change> changes,
        String reason) {
    /** How many other keys are kept. */
    public static final int ALTERNATIVES_MAX = 3;

    /** How many passages are kept. */
    public static final int CHANGES_MAX = 64;

    public KeyEstimate {
        Checks.confidence(confidence);
        if (alternatives.size() > ALTERNATIVES_MAX) {
            throw new IllegalArgumentException("too many alternatives: " + alternatives.size());
        }
        if (changes.size() > CHANGES_MAX) {
            throw new IllegalArgumentException("too many changes: " + changes.size());
        }
        alternatives = List.copyOf(alternatives);
        changes = List.copyOf(changes);
    }

    /** Another key that the same evidence allows. */
    public record Alternative(Tonality tonality, double confidence) {
        public Alternative {
            Checks.confidence(confidence);
        }
    }

    /** From a tick on, this key. */
    public record Change(int tick, Tonality tonality) {
        public Change {
            Checks.notNegative(tick, "tick");
        }
    }

    /** The same key, with those of the passages. */
    KeyEstimate through(List<Change> passages) {
        String more =
                passages.isEmpty() ? "" : "; " + passages.size() + " passages in different keys";
        return new KeyEstimate(tonality, confidence, source, alternatives, passages, reason + more);
    }

    static KeyEstimate unknown(String reason) {
        return new KeyEstimate(Optional.empty(), 0, Source.DEFAULT, List.of(), List.of(), reason);
    }
}
