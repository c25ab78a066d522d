package crateworks.music.clues;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Time signatures in a segment: {@code 6/8}, {@code 3-4}, {@code 7_8 time}. */
final class MeterClues {
    private static final double WITH_WORD = 0.9;
    private static final double WITH_SLASH = 0.9;
    private static final double WITH_DASH = 0.5;
    private static final Set<Integer> NUMERATORS = Set.of(2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 15);
    private static final Set<Integer> DENOMINATORS = Set.of(2, 4, 8, 16);
    private static final Set<String> METER_WORDS =
            Set.of("time", "meter", "metre", "sig", "signature", "timesig");
    private static final Set<String> SLASHES = Set.of("/", "\u2044", "\u2215");

    private MeterClues() {}

    static List<Finding<NamedMeter>> in(Pieces pieces) {
        var found = new ArrayList<Finding<NamedMeter>>();
        for (int index = 0; index + 1 < pieces.count(); index++) {
            double confidence = confidence(pieces, index);
            if (confidence > 0) {
                var meter = new NamedMeter(pieces.number(index), pieces.number(index + 1));
                found.add(new Finding<>(meter, confidence, index, index + 2));
            }
        }
        return found;
    }

    private static double confidence(Pieces pieces, int index) {
        if (!isPair(pieces, index) || isChained(pieces, index)) {
            return 0;
        }
        String before = pieces.word(index - 1);
        if (SerialWords.contain(before) || BarClues.isUnit(pieces.word(index + 2))) {
            return 0;
        }
        String gap = pieces.gap(index + 1);
        boolean named =
                METER_WORDS.contains(before) || METER_WORDS.contains(pieces.word(index + 2));
        if (SLASHES.contains(gap)) {
            return WITH_SLASH;
        }
        if (named && (gap.equals("-") || gap.equals("_"))) {
            return WITH_WORD;
        }
        return gap.equals("-") ? WITH_DASH : 0;
    }

    private static boolean isPair(Pieces pieces, int index) {
        return pieces.isNumber(index)
                && pieces.isNumber(index + 1)
                && !pieces.text(index).startsWith("0")
                && !pieces.text(index + 1).startsWith("0")
                && NUMERATORS.contains(pieces.number(index))
                && DENOMINATORS.contains(pieces.number(index + 1))
                && !pieces.isGlued(index)
                && !pieces.isGlued(index + 2);
    }

    /** Three numbers in a row are a date or a count, never a meter. */
    private static boolean isChained(Pieces pieces, int index) {
        return (pieces.isNumber(index - 1) && !pieces.gap(index).contains("_"))
                || (pieces.isNumber(index + 2) && !pieces.gap(index + 2).contains("_"));
    }
}
