package crateworks.music.clues;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lengths in bars: {@code 8 bars}, {@code 4bar}, and {@code 4b 120bpm} as pattern names say it. */
final class BarClues {
    private static final int BARS_MOST = 999;
    private static final double BEFORE_UNIT = 0.85;
    private static final double BEHIND_UNIT = 0.7;
    private static final double LETTER = 0.5;
    private static final Set<String> UNITS = Set.of("bar", "bars", "measure", "measures");

    private BarClues() {}

    static boolean isUnit(String word) {
        return UNITS.contains(word);
    }

    static List<Finding<Integer>> in(Pieces pieces) {
        var found = new ArrayList<Finding<Integer>>();
        for (int index = 0; index < pieces.count(); index++) {
            if (isUnit(pieces.word(index))) {
                findBeside(pieces, index, found);
            } else if (pieces.text(index).equals("b") && isBeforeTempo(pieces, index + 1)) {
                findLetter(pieces, index, found);
            }
        }
        return found;
    }

    private static void findBeside(Pieces pieces, int unit, List<Finding<Integer>> found) {
        if (isLength(pieces, unit - 1)) {
            boolean range = pieces.isNumber(unit - 2) && pieces.gap(unit - 1).equals("-");
            boolean form = pieces.word(unit + 1).equals("blues");
            if (!range && !form) {
                add(pieces, unit - 1, BEFORE_UNIT, unit - 1, unit + 1, found);
            }
            return;
        }
        // "bars 8" is a length, "bar 8" is a place.
        if (pieces.word(unit).endsWith("s") && isLength(pieces, unit + 1)) {
            add(pieces, unit + 1, BEHIND_UNIT, unit, unit + 2, found);
        }
    }

    private static void findLetter(Pieces pieces, int letter, List<Finding<Integer>> found) {
        if (pieces.isGlued(letter) && isLength(pieces, letter - 1)) {
            add(pieces, letter - 1, LETTER, letter - 1, letter + 1, found);
        }
    }

    private static boolean isLength(Pieces pieces, int index) {
        return pieces.isNumber(index)
                && pieces.number(index) >= 1
                && pieces.number(index) <= BARS_MOST;
    }

    private static boolean isBeforeTempo(Pieces pieces, int number) {
        return pieces.isNumber(number) && pieces.word(number + 1).equals("bpm");
    }

    private static void add(
            Pieces pieces,
            int number,
            double confidence,
            int from,
            int to,
            List<Finding<Integer>> found) {
        found.add(new Finding<>(pieces.number(number), confidence, from, to));
    }
}
