package crateworks.music.clues;

import crateworks.music.clues.NamedKey.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys in a segment. Words that only look like keys are the difficulty: {@code I Am}, {@code Take A
 * Chance}, {@code Part_B}, {@code EBM}.
 */
final class KeyClues {
    private static final double STATED = 0.9;
    private static final double STATED_APART = 0.85;
    private static final double STATED_OR_ARTICLE = 0.5;
    private static final double SHORT_ALTERED = 0.85;
    private static final double SHORT_NATURAL = 0.7;
    private static final double SHORT_OR_VERB = 0.55;
    private static final double TONIC_ALTERED = 0.6;
    private static final double OF_KEY = 0.7;
    private static final double IN_KEY = 0.5;
    private static final double LETTER_BESIDE_BPM = 0.4;
    private static final double LETTER_BESIDE_NUMBER = 0.35;
    private static final double OCTAVE_NOTE = 0.3;
    private static final double CHORD = 0.25;

    private static final Set<String> BESIDE_VERB =
            Set.of(
                    "i", "who", "what", "where", "here", "how", "so", "not", "the", "a", "your",
                    "you", "my", "as", "than", "that", "all", "pm");

    /** Their parts name the pitch of the instrument, not that of the music. */
    private static final Set<String> TRANSPOSING =
            Set.of(
                    "clarinet",
                    "clarinets",
                    "clar",
                    "cl",
                    "trumpet",
                    "trumpets",
                    "tpt",
                    "sax",
                    "saxophone",
                    "alto",
                    "tenor",
                    "soprano",
                    "baritone",
                    "bari",
                    "cornet",
                    "horn",
                    "horns",
                    "tuba",
                    "euphonium",
                    "instrument",
                    "instruments",
                    "part",
                    "parts");

    private final Pieces pieces;

    private KeyClues(Pieces pieces) {
        this.pieces = pieces;
    }

    static List<Finding<NamedKey>> in(Pieces pieces) {
        var clues = new KeyClues(pieces);
        var found = new ArrayList<Finding<NamedKey>>();
        int index = 0;
        while (index < pieces.count()) {
            Optional<Finding<NamedKey>> key = clues.at(index);
            key.ifPresent(found::add);
            index = key.isPresent() ? key.get().to() : index + 1;
        }
        return found;
    }

    private Optional<Finding<NamedKey>> at(int index) {
        if (pieces.isNumber(index)) {
            return WheelKeys.at(pieces, index);
        }
        if (!pieces.isWord(index) || pieces.isSign(index - 1)) {
            return Optional.empty();
        }
        Optional<Finding<NamedKey>> german = GermanKeys.at(pieces, index);
        if (german.isPresent()) {
            return german;
        }
        return SpelledKey.at(pieces, index).flatMap(this::judged);
    }

    private Optional<Finding<NamedKey>> judged(SpelledKey key) {
        int next = key.to();
        if (pieces.isNumber(next) && pieces.isGlued(next) && !isGluedTempo(next)) {
            return beforeDigit(key);
        }
        if (isTailOfAnother(key)) {
            return Optional.empty();
        }
        double confidence =
                switch (key.quality()) {
                    case MAJOR, MINOR -> ofStated(key);
                    case SHORT_MINOR -> isAmongChords(key) ? CHORD : ofShort(key);
                    case UNSTATED -> ofTonic(key);
                    case CHORD -> 0;
                };
        return finding(key, confidence, next);
    }

    /** {@code Cmaj7} is a chord, {@code F#2} a note; either hints at a key, hardly more. */
    private Optional<Finding<NamedKey>> beforeDigit(SpelledKey key) {
        double confidence =
                switch (key.quality()) {
                    case MAJOR, MINOR, SHORT_MINOR -> key.capital() ? CHORD : 0;
                    case UNSTATED -> key.capital() && key.altered() ? OCTAVE_NOTE : 0;
                    case CHORD -> 0;
                };
        return finding(key, confidence, key.to() + 1);
    }

    private double ofStated(SpelledKey key) {
        if (!key.apart()) {
            return STATED;
        }
        String before = pieces.word(key.from() - 1);
        boolean maybeArticle =
                pieces.word(key.from()).equals("a")
                        && pieces.isWord(key.to())
                        && !before.equals("in")
                        && !before.equals("of")
                        && !before.equals("key");
        return maybeArticle ? STATED_OR_ARTICLE : STATED_APART;
    }

    private double ofShort(SpelledKey key) {
        if (key.altered()) {
            return SHORT_ALTERED;
        }
        if (!key.capital()) {
            return 0;
        }
        if (!pieces.text(key.from()).equals("Am")) {
            return SHORT_NATURAL;
        }
        boolean verb =
                BESIDE_VERB.contains(pieces.word(key.from() - 1))
                        || BESIDE_VERB.contains(pieces.word(key.to()));
        return verb ? 0 : SHORT_OR_VERB;
    }

    private double ofTonic(SpelledKey key) {
        if (!key.altered()) {
            return ofLetter(key);
        }
        return isAmongChords(key) ? CHORD : ofAltered(key);
    }

    /** Whether it is one of several chords: {@code C-Am-F-G}, {@code Am-D7-G}. */
    private boolean isAmongChords(SpelledKey key) {
        int before = key.from() - 1;
        boolean withDigit = pieces.isNumber(before) && pieces.isGlued(before);
        return (pieces.gap(key.from()).equals("-") && isChord(withDigit ? before - 1 : before))
                || (pieces.gap(key.to()).equals("-") && isChord(key.to()));
    }

    private boolean isChord(int index) {
        return pieces.isWord(index)
                && SpelledKey.at(pieces, index).filter(SpelledKey::capital).isPresent();
    }

    private double ofAltered(SpelledKey key) {
        boolean part =
                TRANSPOSING.contains(pieces.word(key.to()))
                        || (pieces.word(key.from() - 1).equals("in")
                                && TRANSPOSING.contains(pieces.word(key.from() - 2)));
        return part ? 0 : TONIC_ALTERED;
    }

    /** A lone letter is a part, an article or an initial unless what stands beside it speaks. */
    private double ofLetter(SpelledKey key) {
        int index = key.from();
        String before = pieces.word(index - 1);
        if (!key.capital() || SerialWords.contain(before)) {
            return 0;
        }
        if (before.equals("key") || (before.equals("of") && pieces.word(index - 2).equals("key"))) {
            return OF_KEY;
        }
        if (before.equals("in") && (index + 1 >= pieces.count() || pieces.isNumber(index + 1))) {
            return IN_KEY;
        }
        if (before.equals("bpm") || pieces.word(index + 2).equals("bpm")) {
            return LETTER_BESIDE_BPM;
        }
        boolean besideNumber =
                (TempoClues.mayBeTempo(pieces, index - 1) && isTight(index))
                        || (TempoClues.mayBeTempo(pieces, index + 1) && isTight(index + 1));
        return besideNumber ? LETTER_BESIDE_NUMBER : 0;
    }

    private boolean isTight(int gap) {
        return pieces.gap(gap).equals("_") || pieces.gap(gap).equals("-");
    }

    private boolean isGluedTempo(int index) {
        return TempoClues.isPlausible(pieces.number(index));
    }

    /** Glued behind something else, only what says minor or major is a key: not {@code DJAm}. */
    private boolean isTailOfAnother(SpelledKey key) {
        if (!pieces.isGlued(key.from())) {
            return false;
        }
        return switch (key.quality()) {
            case MAJOR, MINOR -> false;
            case SHORT_MINOR -> pieces.isWord(key.from() - 1) && !key.altered();
            case UNSTATED, CHORD -> true;
        };
    }

    private static Optional<Finding<NamedKey>> finding(SpelledKey key, double confidence, int to) {
        if (confidence == 0) {
            return Optional.empty();
        }
        Optional<Mode> mode =
                switch (key.quality()) {
                    case MAJOR -> Optional.of(Mode.MAJOR);
                    case MINOR, SHORT_MINOR -> Optional.of(Mode.MINOR);
                    case UNSTATED, CHORD -> Optional.empty();
                };
        return Optional.of(
                new Finding<>(new NamedKey(key.pitchClass(), mode), confidence, key.from(), to));
    }
}
