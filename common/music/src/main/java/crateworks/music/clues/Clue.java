package crateworks.music.clues;

import java.util.Optional;

/**
 * Something that a name tells, how far to believe it, and where it stands.
 *
 * @param confidence from 0 to 1; below 0.5 it is a guess that any other evidence should beat
 * @param segment which segment of the path, 0 for the outermost folder
 * @param token the very text that tells it
 * @param rival what beside it says something else just as surely
 */
public record Clue<T>(
        T value, double confidence, int segment, String token, Optional<String> rival) {
    public Clue {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("no confidence: " + confidence);
        }
        if (segment < 0) {
            throw new IllegalArgumentException("no segment: " + segment);
        }
    }
}
