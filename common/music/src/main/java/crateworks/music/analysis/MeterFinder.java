package crateworks.music.analysis;

import crateworks.music.clues.Clue;
import crateworks.music.clues.NamedMeter;
import crateworks.music.time.MeterMap;
import java.util.Optional;

/** The metre of a file from its time signatures, its name and its notes. */
final class MeterFinder {
    /** Fewer notes, or fewer beats, than this tell no metre. */
    private static final int NOTES_MIN = 12;

    private static final int BEATS_MIN = 6;

    /** A metre that is less likely than this is no better than a guess. */
    private static final double LIKELY_MIN = 0.35;

    /** A second metre that is less likely is not worth a word. */
    private static final double NAMED_MIN = 0.15;

    /** A stated signature of which no bars are likelier than this is doubtful, and then so sure. */
    private static final double ALIKE_MAX = 0.1;

    private static final double CONTRADICTED = 0.6;

    /** Collections that no weights were learnt from are heard less well: a tenth is taken off. */
    private static final double UNSEEN = 0.9;

    private MeterFinder() {}

    static MeterEstimate find(
            MeterMap map,
            Optional<Clue<NamedMeter>> clue,
            Columns notes,
            BeatGrid grid,
            int endTick,
            boolean isDrum,
            Analyst.Extent extent) {
        int lastTick = notes.lastOffTick();
        double beats = grid.beatAt(lastTick) - grid.beatAt(notes.firstOnTick());
        boolean isTelling = notes.count >= NOTES_MIN && beats >= BEATS_MIN;
        if (map.isDeclared()) {
            MeterEstimate stated = fromMap(map, lastTick);
            // What is left of a song in one of its parts tells less than its signature.
            return map.count() == 1 && isTelling && extent != Analyst.Extent.PART
                    ? checked(stated, MeterEvidence.ofBeginning(notes, grid, endTick), isDrum)
                    : stated;
        }
        if (clue.isPresent()) {
            MeterEstimate named = fromName(clue.get());
            boolean isSure = named.confidence() >= CONTRADICTED;
            return isTelling && !(isSure && extent == Analyst.Extent.PART)
                    ? checked(named, MeterEvidence.of(notes, grid, endTick), isDrum)
                    : named;
        }
        if (!isTelling) {
            return assumed("no time signature, and too few notes to tell one");
        }
        return fromNotes(
                likely(MeterEvidence.of(notes, grid, endTick), isDrum), "without a time signature");
    }

    private static MeterEstimate fromName(Clue<NamedMeter> clue) {
        NamedMeter named = clue.value();
        return new MeterEstimate(
                named.numerator(),
                named.denominator(),
                Checks.rounded(clue.confidence()),
                Source.NAME,
                "the name says " + named.numerator() + "/" + named.denominator());
    }

    /** The signature that lasts longest. */
    private static MeterEstimate fromMap(MeterMap map, int lastTick) {
        int longest = 0;
        long longestTicks = -1;
        for (int row = 0; row < map.count(); row++) {
            int until = row + 1 < map.count() ? map.fromTick(row + 1) : lastTick;
            long ticks = Math.min(until, lastTick) - (long) map.fromTick(row);
            if (ticks > longestTicks) {
                longest = row;
                longestTicks = ticks;
            }
        }
        boolean isOne = map.count() == 1;
        return new MeterEstimate(
                map.numerator(longest),
                map.denominator(longest),
                isOne ? 0.95 : 0.85,
                Source.MAP,
                isOne ? "the time signature says so" : "the time signature that lasts longest");
    }

    /**
     * A stated signature stays, since many notate what they hear in another way; where the notes
     * surely have other bars, as when a program wrote 4/4 into every file, it is less sure. Two
     * numbers in a name that may be something else, such as 7-8, do not stay then.
     */
    private static MeterEstimate checked(
            MeterEstimate stated, MeterEvidence evidence, boolean isDrum) {
        double[] likely = likely(evidence, isDrum);
        double bar = 4.0 * stated.numerator() / stated.denominator();
        int best = 0;
        double alike = 0;
        for (int meter = 0; meter < likely.length; meter++) {
            best = likely[meter] > likely[best] ? meter : best;
            alike += isWholeRatio(bar, MeterScores.quarters(meter)) ? likely[meter] : 0;
        }
        if (alike > ALIKE_MAX) {
            return stated;
        }
        if (stated.confidence() < CONTRADICTED && likely[best] >= LIKELY_MIN) {
            return fromNotes(likely, "though " + stated.reason());
        }
        return new MeterEstimate(
                stated.numerator(),
                stated.denominator(),
                Math.min(CONTRADICTED, stated.confidence()),
                stated.source(),
                stated.reason()
                        + ", but the bars are alike as in "
                        + MeterScores.NUMERATORS[best]
                        + "/"
                        + MeterScores.DENOMINATORS[best]);
    }

    /** Whether bars of one length are bars of the other, some together. */
    private static boolean isWholeRatio(double one, double other) {
        double ratio = Math.max(one, other) / Math.min(one, other);
        return ratio == Math.rint(ratio);
    }

    private static double[] likely(MeterEvidence evidence, boolean isDrum) {
        return MeterScores.of(evidence, isDrum ? MeterScores.DRUMS : MeterScores.NOTES);
    }

    private static MeterEstimate fromNotes(double[] likely, String otherwise) {
        int best = 0;
        for (int meter = 1; meter < likely.length; meter++) {
            best = likely[meter] > likely[best] ? meter : best;
        }
        if (likely[best] < LIKELY_MIN) {
            return assumed("no time signature, and the notes allow several");
        }
        return new MeterEstimate(
                MeterScores.NUMERATORS[best],
                MeterScores.DENOMINATORS[best],
                Checks.rounded(confidence(likely[best])),
                Source.NOTES,
                "how the bars are alike, " + otherwise + other(likely, best));
    }

    /** The next likely signature, where it is likely enough to be named. */
    private static String other(double[] likely, int best) {
        int second = best == 0 ? 1 : 0;
        for (int meter = 0; meter < likely.length; meter++) {
            second = meter != best && likely[meter] > likely[second] ? meter : second;
        }
        return likely[second] < NAMED_MIN
                ? ""
                : "; else "
                        + MeterScores.NUMERATORS[second]
                        + "/"
                        + MeterScores.DENOMINATORS[second];
    }

    /** How sure a metre is that is so likely by the weights. */
    static double confidence(double likely) {
        return UNSEEN * likely;
    }

    private static MeterEstimate assumed(String reason) {
        return new MeterEstimate(4, 4, 0, Source.DEFAULT, reason);
    }
}
