package crateworks.music.clues;

import crateworks.music.clues.NamedKey.Mode;
import java.util.Optional;

/** A key that is written by itself, by a user who means one: {@code Am}, {@code Bb major}, 8A. */
public final class KeyName {
    private KeyName() {}

    /** Reads all of {@code text} as one key; a letter without a word behind it is major. */
    public static Optional<NamedKey> parse(String text) {
        var pieces = new Pieces(text.strip());
        if (pieces.count() == 0) {
            return Optional.empty();
        }
        if (pieces.isNumber(0)) {
            return WheelKeys.at(pieces, 0)
                    .filter(finding -> finding.to() == pieces.count())
                    .map(Finding::value);
        }
        if (!pieces.isWord(0)) {
            return Optional.empty();
        }
        return GermanKeys.at(pieces, 0)
                .filter(finding -> finding.to() == pieces.count())
                .map(Finding::value)
                .or(() -> spelled(pieces));
    }

    private static Optional<NamedKey> spelled(Pieces pieces) {
        return SpelledKey.at(pieces, 0)
                .filter(key -> key.to() == pieces.count())
                .flatMap(key -> mode(key).map(mode -> named(key, mode)));
    }

    private static NamedKey named(SpelledKey key, Mode mode) {
        return new NamedKey(key.pitchClass(), Optional.of(mode));
    }

    private static Optional<Mode> mode(SpelledKey key) {
        return switch (key.quality()) {
            case MAJOR, UNSTATED -> Optional.of(Mode.MAJOR);
            case MINOR, SHORT_MINOR -> Optional.of(Mode.MINOR);
            case CHORD -> Optional.empty();
        };
    }
}
