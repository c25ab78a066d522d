package crateworks.music.clues;

import crateworks.music.clues.NamedKey.Mode;
import java.util.Map;
import java.util.Optional;

/**
 * Keys in German, where H is B and B is B flat: {@code h-moll}, {@code Es-Dur}, {@code cis moll}.
 */
final class GermanKeys {
    private static final double STATED = 0.9;
    private static final Map<String, Integer> CLASS_OF_NAME =
            Map.ofEntries(
                    Map.entry("c", 0),
                    Map.entry("cis", 1),
                    Map.entry("des", 1),
                    Map.entry("d", 2),
                    Map.entry("dis", 3),
                    Map.entry("es", 3),
                    Map.entry("e", 4),
                    Map.entry("f", 5),
                    Map.entry("fis", 6),
                    Map.entry("ges", 6),
                    Map.entry("g", 7),
                    Map.entry("gis", 8),
                    Map.entry("as", 8),
                    Map.entry("a", 9),
                    Map.entry("ais", 10),
                    Map.entry("b", 10),
                    Map.entry("h", 11));
    private static final Map<String, Mode> MODE_OF_WORD =
            Map.of("dur", Mode.MAJOR, "moll", Mode.MINOR);

    private GermanKeys() {}

    static Optional<Finding<NamedKey>> at(Pieces pieces, int index) {
        String word = pieces.word(index);
        String behind = pieces.word(index + 1);
        if (MODE_OF_WORD.containsKey(behind) && pieces.gap(index + 1).length() <= 1) {
            return finding(word, behind, index, index + 2);
        }
        int split = Math.max(word.lastIndexOf("dur"), word.lastIndexOf("moll"));
        if (split <= 0 || pieces.isGlued(index)) {
            return Optional.empty();
        }
        return finding(word.substring(0, split), word.substring(split), index, index + 1);
    }

    private static Optional<Finding<NamedKey>> finding(
            String name, String modeWord, int from, int to) {
        Integer pitchClass = CLASS_OF_NAME.get(name);
        Mode mode = MODE_OF_WORD.get(modeWord);
        if (pitchClass == null || mode == null) {
            return Optional.empty();
        }
        var key = new NamedKey(pitchClass, Optional.of(mode));
        return Optional.of(new Finding<>(key, STATED, from, to));
    }
}
