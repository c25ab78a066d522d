package crateworks.music.analysis;

import java.util.List;
import java.util.Optional;

/**
 * The key of a file, with what else it could be.
 *
 * <p>Empty when nothing tells it: no pitched notes, or too few. Confidence is 0 then.
 */
public record KeyEstimate(
        Optional<Tonality> tonality,
        double confidence,
        Source source,
        List<Alternative> alternatives,
        String reason) {
    /** How many other keys are kept. */
    public static final int ALTERNATIVES_MAX = 3;

    public KeyEstimate {
        Checks.confidence(confidence);
        if (alternatives.size() > ALTERNATIVES_MAX) {
            throw new IllegalArgumentException("too many alternatives: " + alternatives.size());
        }
        alternatives = List.copyOf(alternatives);
    }

    /** Another key that the same evidence allows. */
    public record Alternative(Tonality tonality, double confidence) {
        public Alternative {
            Checks.confidence(confidence);
        }
    }

    static KeyEstimate unknown(String reason) {
        return new KeyEstimate(Optional.empty(), 0, Source.DEFAULT, List.of(), reason);
    }
}
