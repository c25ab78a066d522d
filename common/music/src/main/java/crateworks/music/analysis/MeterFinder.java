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

    /** Collections that no weights were learnt from are heard less well: a tenth is taken off. */
    private static final double UNSEEN = 0.9;

    private MeterFinder() {}

    static MeterEstimate find(
            MeterMap map,
            Optional<Clue<NamedMeter>> clue,
            Columns notes,
            BeatGrid grid,
            int endTick,
            boolean isDrum) {
        int lastTick = notes.lastOffTick();
        if (map.isDeclared()) {
            return fromMap(map, lastTick);
        }
        if (clue.isPresent()) {
            NamedMeter named = clue.get().value();
            return new MeterEstimate(
                    named.numerator(),
                    named.denominator(),
                    Checks.rounded(clue.get().confidence()),
                    Source.NAME,
                    "the name says " + named.numerator() + "/" + named.denominator());
        }
        double beats = grid.beatAt(lastTick) - grid.beatAt(notes.firstOnTick());
        if (notes.count < NOTES_MIN || beats < BEATS_MIN) {
            return assumed("no time signature, and too few notes to tell one");
        }
        return fromNotes(new MeterEvidence(notes, grid, endTick), isDrum);
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

    private static MeterEstimate fromNotes(MeterEvidence evidence, boolean isDrum) {
        double[] likely = MeterScores.of(evidence, isDrum ? MeterScores.DRUMS : MeterScores.NOTES);
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
                "how the bars are alike, without a time signature" + other(likely, best));
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
