package crateworks.music.clues;

import java.util.Optional;

/**
 * A key as a name states it; often only the tonic ({@code G#}).
 *
 * @param tonicPitchClass 0 for C to 11 for B
 */
public record NamedKey(int tonicPitchClass, Optional<Mode> mode) {
    public NamedKey {
        if (tonicPitchClass < 0 || tonicPitchClass > 11) {
            throw new IllegalArgumentException("no pitch class: " + tonicPitchClass);
        }
    }

    /** The two modes that names state. */
    public enum Mode {
        MAJOR,
        MINOR
    }
}
