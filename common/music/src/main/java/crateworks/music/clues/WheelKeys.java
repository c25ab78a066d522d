package crateworks.music.clues;

import crateworks.music.clues.NamedKey.Mode;
import java.util.Optional;

/** Keys on the wheel of DJs: {@code 8A} is A minor, {@code 8B} C major. */
final class WheelKeys {
    private static final double ALONE = 0.45;
    private static final double BESIDE_BPM = 0.75;
    private static final int HOURS = 12;
    private static final int HOUR_OF_C_MAJOR = 8;
    private static final int FIFTH = 7;
    private static final int MINOR_THIRD = 3;

    private WheelKeys() {}

    static Optional<Finding<NamedKey>> at(Pieces pieces, int index) {
        String side = pieces.text(index + 1);
        if (!stands(pieces, index) || !(side.equals("A") || side.equals("B"))) {
            return Optional.empty();
        }
        boolean minor = side.equals("A");
        int major = (pieces.number(index) - HOUR_OF_C_MAJOR) * FIFTH;
        int tonic = Math.floorMod(minor ? major - MINOR_THIRD : major, 12);
        var key = new NamedKey(tonic, Optional.of(minor ? Mode.MINOR : Mode.MAJOR));
        double confidence = isBesideTempo(pieces, index) ? BESIDE_BPM : ALONE;
        return Optional.of(new Finding<>(key, confidence, index, index + 2));
    }

    /** A number of the wheel and a letter, with nothing else attached and not counting parts. */
    private static boolean stands(Pieces pieces, int index) {
        return pieces.text(index).length() <= 2
                && pieces.number(index) >= 1
                && pieces.number(index) <= HOURS
                && pieces.isGlued(index + 1)
                && !pieces.isGlued(index)
                && !pieces.isGlued(index + 2)
                && !SerialWords.contain(pieces.word(index - 1));
    }

    private static boolean isBesideTempo(Pieces pieces, int index) {
        return pieces.word(index - 1).equals("bpm")
                || TempoClues.mayBeTempo(pieces, index - 1)
                || TempoClues.mayBeTempo(pieces, index + 2);
    }
}
