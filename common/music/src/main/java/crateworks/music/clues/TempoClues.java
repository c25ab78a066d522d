package crateworks.music.clues;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tempi in a segment: those that say {@code bpm}, and numbers that may be one. */
final class TempoClues {
    private static final int BPM_LEAST = 40;
    private static final int BPM_MOST = 250;
    private static final int BARE_LEAST = 60;
    private static final int BARE_MOST = 200;

    /** Numbers further apart than this are no range of tempi but a count and a tempo. */
    private static final double RANGE_RATIO_MAX = 1.35;

    private static final double SAID = 0.95;
    private static final double SAID_BEHIND_COUNT = 0.7;
    private static final double SAID_BY_FOLDERS = 0.9;
    private static final double RANGE = 0.3;
    private static final double BESIDE_KEY = 0.65;
    private static final double WITH_KEY = 0.5;
    private static final double BARE = 0.35;

    /** A number between words of a title: less than one that is set off. */
    private static final double BARE_IN_TITLE = 0.3;

    private static final int GAP_CHARS_MAX = 3;
    private static final int MODEL_LETTERS_MAX = 4;
    private static final Set<String> UNITS = Set.of("bpm", "bpms");

    private final Pieces pieces;
    private final List<Finding<NamedKey>> keys;
    private final List<Finding<Double>> found = new ArrayList<>();

    private TempoClues(Pieces pieces, List<Finding<NamedKey>> keys) {
        this.pieces = pieces;
        this.keys = keys;
    }

    /** Finds tempi; {@code outer} is the folder around, which may say what a lone number is. */
    static List<Finding<Double>> in(
            Pieces pieces, List<Finding<NamedKey>> keys, Pieces outer, boolean isFile) {
        var clues = new TempoClues(pieces, keys);
        clues.findSaid();
        if (clues.found.isEmpty() && !isFile && saysUnit(outer)) {
            clues.findNumberOfFolder();
        }
        if (clues.found.isEmpty()) {
            clues.findBare(isFile);
        }
        return clues.found;
    }

    static boolean isPlausible(int number) {
        return number >= BPM_LEAST && number <= BPM_MOST;
    }

    /** Whether a number stands alone, has two or three digits, and may be a tempo. */
    static boolean mayBeTempo(Pieces pieces, int index) {
        return pieces.isNumber(index)
                && !pieces.text(index).startsWith("0")
                && pieces.number(index) >= BARE_LEAST
                && pieces.number(index) <= BARE_MOST
                && !pieces.isSign(index - 1);
    }

    private void findSaid() {
        for (int index = 0; index < pieces.count(); index++) {
            if (UNITS.contains(pieces.word(index))) {
                findBeside(index);
            } else if (pieces.word(index).equals("tempo")) {
                findBehind(index);
            }
        }
    }

    private void findBeside(int unit) {
        boolean gluedBefore = pieces.isNumber(unit - 1) && pieces.isGlued(unit);
        boolean gluedBehind = pieces.isNumber(unit + 1) && pieces.isGlued(unit + 1);
        if (gluedBefore || (!gluedBehind && isTempoNear(unit - 1, unit))) {
            findBefore(unit);
            return;
        }
        findBehind(unit);
    }

    private boolean isTempoNear(int number, int gapBefore) {
        return pieces.isNumber(number)
                && isPlausible(pieces.number(number))
                && pieces.gap(gapBefore).length() <= GAP_CHARS_MAX;
    }

    private void findBefore(int unit) {
        int last = unit - 1;
        int earlier = unit - 2;
        boolean joined = pieces.isNumber(earlier) && isPlausible(pieces.number(earlier));
        if (joined && isFraction(last)) {
            found.add(new Finding<>(decimal(earlier, last), SAID, earlier, unit + 1));
            return;
        }
        if (!isPlausible(pieces.number(last))) {
            return;
        }
        if (joined && isRangeGap(pieces.gap(last))) {
            findRange(earlier, last, unit + 1);
            return;
        }
        found.add(new Finding<>((double) pieces.number(last), SAID, last, unit + 1));
    }

    private void findBehind(int unit) {
        int first = unit + 1;
        if (!isTempoNear(first, first)) {
            return;
        }
        if (pieces.isNumber(first + 1) && isFraction(first + 1)) {
            found.add(new Finding<>(decimal(first, first + 1), SAID, unit, first + 2));
            return;
        }
        found.add(new Finding<>((double) pieces.number(first), SAID, unit, first + 1));
    }

    private void findRange(int low, int high, int to) {
        double from = pieces.number(low);
        double until = pieces.number(high);
        if (from < until && until / from <= RANGE_RATIO_MAX) {
            found.add(new Finding<>((from + until) / 2, RANGE, low, to));
        } else {
            found.add(new Finding<>(until, SAID_BEHIND_COUNT, high, to));
        }
    }

    private void findNumberOfFolder() {
        boolean lone = pieces.count() == 1 && pieces.isNumber(0) && isPlausible(pieces.number(0));
        if (lone) {
            found.add(new Finding<>((double) pieces.number(0), SAID_BY_FOLDERS, 0, 1));
            return;
        }
        boolean range = pieces.count() == 2 && pieces.isNumber(0) && pieces.isNumber(1);
        if (range && isPlausible(pieces.number(0)) && isPlausible(pieces.number(1))) {
            findRange(0, 1, 2);
        }
    }

    private void findBare(boolean isFile) {
        for (int index = 0; index < pieces.count(); index++) {
            if (mayBeTempo(pieces, index)) {
                findBareAt(index, isFile);
            }
        }
        boolean onlyBare = found.stream().allMatch(finding -> finding.confidence() <= BARE);
        if (onlyBare && found.stream().map(Finding::value).distinct().count() > 1) {
            found.clear();
        }
    }

    private void findBareAt(int index, boolean isFile) {
        double value = pieces.number(index);
        if (SerialWords.contain(pieces.word(index - 1))) {
            return;
        }
        if (isBesideKey(index)) {
            found.add(new Finding<>(value, BESIDE_KEY, index, index + 1));
            return;
        }
        if (!isFile || !standsAlone(index) || countsOrNames(index)) {
            return;
        }
        if (keys.stream().anyMatch(key -> key.confidence() >= WITH_KEY)) {
            found.add(new Finding<>(value, WITH_KEY, index, index + 1));
        } else if (index > 0 && isTight(index) && isTight(index + 1)) {
            found.add(new Finding<>(value, BARE, index, index + 1));
        } else if (index > 0 && isBesidePlaying(index)) {
            found.add(new Finding<>(value, BARE_IN_TITLE, index, index + 1));
        }
    }

    /** Whether the words beside say what is played, as in {@code Funk 120 groove}. */
    private boolean isBesidePlaying(int index) {
        String behind = pieces.word(index + 1);
        return !PlayingWords.isCounted(behind)
                && (PlayingWords.contain(pieces.word(index - 1)) || PlayingWords.contain(behind));
    }

    /** Whether a key stands beside the number, and nothing else is attached to it. */
    private boolean isBesideKey(int index) {
        boolean before = false;
        boolean behind = false;
        for (Finding<NamedKey> key : keys) {
            if (key.confidence() >= WITH_KEY) {
                before |= key.to() == index;
                behind |= key.from() == index + 1;
            }
        }
        boolean attached =
                (pieces.isGlued(index) && !before) || (pieces.isGlued(index + 1) && !behind);
        return (before || behind) && !attached;
    }

    private boolean standsAlone(int index) {
        return !pieces.isGlued(index) && !pieces.isGlued(index + 1);
    }

    /** Words between spaces are a title, in which a number is part of the words. */
    private boolean isTight(int gap) {
        return gap >= pieces.count() || !pieces.gap(gap).contains(" ");
    }

    /** Whether the number is one of a date or of several counts, or names a machine: SH-101. */
    private boolean countsOrNames(int index) {
        boolean chained =
                (pieces.isNumber(index - 1) && !pieces.gap(index).contains("_"))
                        || (pieces.isNumber(index + 1) && !pieces.gap(index + 1).contains("_"));
        return chained || isModel(index);
    }

    private boolean isModel(int index) {
        String maker = pieces.text(index - 1);
        return pieces.isWord(index - 1)
                && pieces.gap(index).equals("-")
                && maker.length() <= MODEL_LETTERS_MAX
                && maker.chars().allMatch(Character::isUpperCase);
    }

    private boolean isFraction(int index) {
        return pieces.text(index).length() <= 3
                && (pieces.gap(index).equals(".") || pieces.gap(index).equals(","));
    }

    private double decimal(int whole, int fraction) {
        return Double.parseDouble(pieces.text(whole) + "." + pieces.text(fraction));
    }

    private static boolean isRangeGap(String gap) {
        return gap.strip().equals("-") || gap.strip().equals("\u2013") || gap.equals("~");
    }

    private static boolean saysUnit(Pieces outer) {
        for (int index = 0; index < outer.count(); index++) {
            if (UNITS.contains(outer.word(index)) || outer.word(index).equals("tempo")) {
                return true;
            }
        }
        return false;
    }
}
