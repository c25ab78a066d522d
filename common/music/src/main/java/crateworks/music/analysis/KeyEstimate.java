package crateworks.music.analysis;

import java.util.ArrayList;
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

    /** How many passages a reason names. */
    private static final int NAMED_MAX = 8;

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

    /** The same key, with those of the passages, which the reason names by their bars. */
    KeyEstimate through(List<Change> passages, BarLines bars) {
        String more = passages.isEmpty() ? "" : "; " + named(passages, bars);
        return new KeyEstimate(tonality, confidence, source, alternatives, passages, reason + more);
    }

    /** Such as {@code bars 1-16 Am, bars 17-32 Cm}. */
    private static String named(List<Change> passages, BarLines bars) {
        int count = passages.size();
        List<String> named = new ArrayList<>();
        for (int at = 0; at < Math.min(count, NAMED_MAX); at++) {
            int first = bars.nearest(passages.get(at).tick());
            int behind = at + 1 < count ? bars.nearest(passages.get(at + 1).tick()) : bars.end();
            String range =
                    behind - 1 > first ? "bars " + first + "-" + (behind - 1) : "bar " + first;
            named.add(range + " " + passages.get(at).tonality().shortName());
        }
        String rest = count > NAMED_MAX ? ", then " + (count - NAMED_MAX) + " more passages" : "";
        return String.join(", ", named) + rest;
    }

    static KeyEstimate unknown(String reason) {
        return new KeyEstimate(Optional.empty(), 0, Source.DEFAULT, List.of(), List.of(), reason);
    }
}
