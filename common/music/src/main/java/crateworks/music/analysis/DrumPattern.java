package crateworks.music.analysis;

import crateworks.music.analysis.DrumEstimate.Pattern;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagSource;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a drum part is for: what its name says, else how it begins, repeats and ends. */
final class DrumPattern {
    private static final Map<String, Pattern> TERMS =
            Map.of(
                    "groove", Pattern.GROOVE,
                    "beat", Pattern.GROOVE,
                    "fill", Pattern.FILL,
                    "break", Pattern.BREAK,
                    "breakbeat", Pattern.BREAK,
                    "intro", Pattern.INTRO,
                    "outro", Pattern.ENDING,
                    "one shot", Pattern.ONE_SHOT);

    /** Names that are believed less than this say nothing. */
    private static final double CONFIDENCE_MIN = 0.45;

    /** Bars that are compared with each other. */
    private static final int BARS_MAX = 512;

    private static final int STEPS_PER_BEAT = 4;
    private static final int PITCHES = 128;

    /** Neighbouring bars of a groove have this share of hits in common. */
    private static final double SAME_SHARE = 0.55;

    private static final double FILL_BARS_MAX = 2.1;
    private static final double ENDING_BARS_MAX = 4.2;
    private static final double GROOVE_BARS_MIN = 4.2;

    /** The share of a break's kicks that lie on no beat and no half of one. */
    private static final double OFF_KICKS_MIN = 0.25;

    private static final int COUNT_STROKES = 4;

    private final Columns drums;
    private final BeatGrid grid;
    private final double beatsPerBar;

    DrumPattern(Columns drums, BeatGrid grid, double beatsPerBar) {
        this.drums = drums;
        this.grid = grid;
        this.beatsPerBar = Math.max(1, beatsPerBar);
    }

    Pattern pattern(List<Tag> tags) {
        double first = grid.beatAt(drums.firstOnTick());
        double last = grid.beatAt(drums.onTick[drums.count - 1]);
        if (drums.count <= 2 || last - first <= 0.25) {
            return Pattern.ONE_SHOT;
        }
        return named(tags).orElseGet(() -> heard((last - Math.floor(first)) / beatsPerBar));
    }

    private static Optional<Pattern> named(List<Tag> tags) {
        for (Tag tag : tags) {
            boolean isOwn = tag.source() == TagSource.FILE || tag.source() == TagSource.TRACK;
            Pattern pattern = TERMS.get(tag.term());
            if (isOwn && pattern != null && tag.confidence() >= CONFIDENCE_MIN) {
                return Optional.of(pattern);
            }
        }
        return Optional.empty();
    }

    private Pattern heard(double bars) {
        if (bars <= ENDING_BARS_MAX && isCountedIn()) {
            return Pattern.INTRO;
        }
        double same = bars > 1.5 ? sameShare() : 0;
        if (bars <= ENDING_BARS_MAX && same < SAME_SHARE && endsOnStroke()) {
            return Pattern.ENDING;
        }
        double time = timeShare();
        if (bars <= FILL_BARS_MAX && same < SAME_SHARE && time < 0.5) {
            return Pattern.FILL;
        }
        if (same < SAME_SHARE && bars <= GROOVE_BARS_MIN && bars > FILL_BARS_MAX && time < 0.4) {
            return Pattern.UNKNOWN;
        }
        return isBroken() ? Pattern.BREAK : Pattern.GROOVE;
    }

    /** The share of hits that keep time: kick, hats and ride. */
    private double timeShare() {
        int keeping = 0;
        for (int row = 0; row < drums.count; row++) {
            keeping +=
                    switch (DrumMap.sound(drums.pitch[row]).drumClass()) {
                        case KICK, HAT, RIDE -> 1;
                        case SNARE, TOM, CRASH, CLAP, PERC -> 0;
                    };
        }
        return (double) keeping / drums.count;
    }

    /** Four strokes of one thing alone, a beat or half a bar apart, and then others. */
    private boolean isCountedIn() {
        if (drums.count <= COUNT_STROKES) {
            return false;
        }
        double gap = grid.beatAt(drums.onTick[1]) - grid.beatAt(drums.onTick[0]);
        for (int row = 1; row < COUNT_STROKES; row++) {
            double step = grid.beatAt(drums.onTick[row]) - grid.beatAt(drums.onTick[row - 1]);
            if (drums.pitch[row] != drums.pitch[0] || Math.abs(step - gap) > 0.1) {
                return false;
            }
        }
        DrumClass struck = DrumMap.sound(drums.pitch[0]).drumClass();
        boolean mayCount = struck == DrumClass.HAT || struck == DrumClass.PERC || isRim();
        return mayCount && gap > 0.9 && !isOnePitch();
    }

    private boolean isRim() {
        return DrumMap.sound(drums.pitch[0]) == DrumSound.RIM;
    }

    private boolean isOnePitch() {
        for (int row = 1; row < drums.count; row++) {
            if (drums.pitch[row] != drums.pitch[0]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the last thing is a crash with the kick, on a beat, and the only crash. */
    private boolean endsOnStroke() {
        boolean crash = false;
        boolean kick = false;
        int crashes = 0;
        double last = grid.beatAt(drums.onTick[drums.count - 1]);
        for (int row = 0; row < drums.count; row++) {
            DrumClass struck = DrumMap.sound(drums.pitch[row]).drumClass();
            crashes += struck == DrumClass.CRASH ? 1 : 0;
            if (last - grid.beatAt(drums.onTick[row]) < 0.1) {
                crash |= struck == DrumClass.CRASH;
                kick |= struck == DrumClass.KICK;
            }
        }
        return crash && kick && crashes <= 2 && Math.abs(last - Math.rint(last)) < 0.1;
    }

    /** Whether many kicks fall between the halves of beats while the snare keeps its place. */
    private boolean isBroken() {
        int kicks = 0;
        int offKicks = 0;
        int snares = 0;
        int onBack = 0;
        for (int row = 0; row < drums.count; row++) {
            double beat = grid.beatAt(drums.onTick[row]);
            double half = beat * 2 - Math.floor(beat * 2);
            DrumClass struck = DrumMap.sound(drums.pitch[row]).drumClass();
            kicks += struck == DrumClass.KICK ? 1 : 0;
            offKicks += struck == DrumClass.KICK && half > 0.3 && half < 0.75 ? 1 : 0;
            boolean isAccent = struck == DrumClass.SNARE && drums.velocity[row] >= 70;
            double inBar = beat % 2;
            snares += isAccent ? 1 : 0;
            onBack += isAccent && Math.abs(inBar - 1) < 0.12 ? 1 : 0;
        }
        boolean isSyncopated = kicks >= 4 && offKicks >= OFF_KICKS_MIN * kicks;
        return isSyncopated && onBack >= 2 && onBack >= 0.4 * snares;
    }

    /** The mean share of sixteenths and keys that a bar has in common with the one before. */
    private double sameShare() {
        int stepsPerBar = (int) Math.max(1, Math.round(beatsPerBar * STEPS_PER_BEAT));
        long firstBar = (long) Math.floor(grid.beatAt(drums.firstOnTick()) / beatsPerBar);
        BitSet[] bars = new BitSet[BARS_MAX];
        int last = 0;
        for (int row = 0; row < drums.count; row++) {
            double beat = grid.beatAt(drums.onTick[row]) - firstBar * beatsPerBar;
            long step = Math.round(beat * STEPS_PER_BEAT);
            long bar = step / stepsPerBar;
            if (bar < 0 || bar >= BARS_MAX) {
                continue;
            }
            int at = (int) bar;
            if (bars[at] == null) {
                bars[at] = new BitSet(stepsPerBar * PITCHES);
            }
            bars[at].set((int) (step % stepsPerBar) * PITCHES + DrumMap.key(drums.pitch[row]));
            last = Math.max(last, at);
        }
        return neighboursAlike(bars, last);
    }

    private static double neighboursAlike(BitSet[] bars, int last) {
        double shares = 0;
        int pairs = 0;
        for (int bar = 1; bar <= last; bar++) {
            if (bars[bar] == null || bars[bar - 1] == null) {
                continue;
            }
            BitSet both = (BitSet) bars[bar].clone();
            both.and(bars[bar - 1]);
            int most = Math.max(bars[bar].cardinality(), bars[bar - 1].cardinality());
            shares += (double) both.cardinality() / most;
            pairs++;
        }
        return pairs == 0 ? 0 : shares / pairs;
    }
}
