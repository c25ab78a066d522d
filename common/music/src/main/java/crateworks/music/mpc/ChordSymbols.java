package crateworks.music.mpc;

import crateworks.music.analysis.Quality;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the chords that analysis writes, and says them as devices do: sharps, and {@code Am7/G}.
 */
final class ChordSymbols {
    private static final List<String> SHARPS =
            List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");
    private static final Map<String, Integer> LETTERS =
            Map.of("C", 0, "D", 2, "E", 4, "F", 5, "G", 7, "A", 9, "B", 11);
    private static final List<Integer> DEGREES = List.of(0, 2, 4, 5, 7, 9, 11);
    private static final Map<String, String> SUFFIXES =
            Map.ofEntries(
                    Map.entry("maj", ""),
                    Map.entry("min", "m"),
                    Map.entry("maj6", "6"),
                    Map.entry("min6", "m6"),
                    Map.entry("min7", "m7"),
                    Map.entry("minmaj7", "mMaj7"),
                    Map.entry("hdim7", "m7b5"),
                    Map.entry("min9", "m9"));
    private static final Map<String, Quality> QUALITIES =
            Arrays.stream(Quality.values())
                    .collect(Collectors.toUnmodifiableMap(Quality::harte, Function.identity()));
    private static final Map<String, Quality> NAMED_QUALITIES =
            Arrays.stream(Quality.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    ChordSymbols::suffix, Function.identity()));

    private ChordSymbols() {}

    /** Reads a label such as {@code A:min7/b3}; empty for what is no chord that it knows. */
    static Optional<PlayedChord> read(String label) {
        int colon = label.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        int slash = label.indexOf('/', colon);
        String harte = slash < 0 ? label.substring(colon + 1) : label.substring(colon + 1, slash);
        Optional<Integer> root = pitchClass(label.substring(0, colon));
        Optional<Quality> quality = Optional.ofNullable(QUALITIES.get(harte));
        Optional<Integer> bass = slash < 0 ? Optional.of(0) : semitones(label.substring(slash + 1));
        if (root.isEmpty() || quality.isEmpty() || bass.isEmpty()) {
            return Optional.empty();
        }
        int lowest = Math.floorMod(root.get() + bass.get(), 12);
        return Optional.of(new PlayedChord(root.get(), quality.get(), lowest));
    }

    /** The chord as devices name it. */
    static String name(PlayedChord chord) {
        String plain = pitchName(chord.root()) + suffix(chord.quality());
        return chord.bass() == chord.root() ? plain : plain + "/" + pitchName(chord.bass());
    }

    /** Reads what {@link #name} says; empty for anything else. */
    static Optional<PlayedChord> named(String name) {
        int slash = name.indexOf('/');
        String upper = slash < 0 ? name : name.substring(0, slash);
        String letter =
                upper.substring(0, upper.startsWith("#", 1) ? 2 : Math.min(1, upper.length()));
        int root = SHARPS.indexOf(letter);
        int bass = slash < 0 ? root : SHARPS.indexOf(name.substring(slash + 1));
        Optional<Quality> quality =
                Optional.ofNullable(NAMED_QUALITIES.get(upper.substring(letter.length())));
        return root < 0 || bass < 0
                ? Optional.empty()
                : quality.map(known -> new PlayedChord(root, known, bass));
    }

    private static String suffix(Quality quality) {
        return SUFFIXES.getOrDefault(quality.harte(), quality.harte());
    }

    static String pitchName(int pitchClass) {
        return SHARPS.get(pitchClass);
    }

    private static Optional<Integer> pitchClass(String name) {
        return Optional.ofNullable(LETTERS.get(name.substring(0, 1)))
                .map(natural -> Math.floorMod(natural + signs(name.substring(1)), 12));
    }

    /** Semitones of a degree such as {@code b3} or {@code #11}, above the root. */
    private static Optional<Integer> semitones(String degree) {
        int digits = 0;
        while (digits < degree.length() && "b#".indexOf(degree.charAt(digits)) >= 0) {
            digits++;
        }
        String number = degree.substring(digits);
        if (!number.matches("[1-9][0-9]?")) {
            return Optional.empty();
        }
        int step = DEGREES.get((Integer.parseInt(number) - 1) % 7);
        return Optional.of(Math.floorMod(step + signs(degree.substring(0, digits)), 12));
    }

    private static int signs(String signs) {
        return (int)
                (signs.chars().filter(sign -> sign == '#').count()
                        - signs.chars().filter(sign -> sign == 'b').count());
    }
}
