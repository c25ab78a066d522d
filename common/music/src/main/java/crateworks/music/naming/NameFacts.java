package crateworks.music.naming;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is known of a file when it gets a name; anything may be missing.
 *
 * @param bpm beats a minute, greater than 0
 * @param key as it shall be read, such as {@code Cmaj}; see {@link KeySpelling}
 * @param camelot the same key on the wheel of DJs, such as {@code 8B}
 * @param tags the most telling first; a name takes the first {@link NameTemplate#TAGS_MAX}
 * @param category such as {@code Bass}
 * @param name the name so far, without extension
 * @param meter such as {@code 4/4}, which is {@code 4-4} in a name
 * @param bars length in bars, greater than 0
 * @param track name of the track
 * @param program name of the instrument
 */
public record NameFacts(
        OptionalDouble bpm,
        Optional<String> key,
        Optional<String> camelot,
        List<String> tags,
        Optional<String> category,
        Optional<String> name,
        Optional<String> meter,
        OptionalInt bars,
        Optional<String> track,
        Optional<String> program) {

    /** Nothing known. */
    public static final NameFacts NONE =
            new NameFacts(
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty());

    public NameFacts {
        tags = List.copyOf(tags);
        if (bpm.isPresent() && !(bpm.getAsDouble() > 0 && bpm.getAsDouble() < 10_000)) {
            throw new IllegalArgumentException("no tempo: " + bpm.getAsDouble() + " bpm");
        }
        if (bars.isPresent() && bars.getAsInt() <= 0) {
            throw new IllegalArgumentException("no length: " + bars.getAsInt() + " bars");
        }
    }

    /** The same with other tags. */
    public NameFacts withTags(List<String> others) {
        return new NameFacts(
                bpm, key, camelot, others, category, name, meter, bars, track, program);
    }
}
