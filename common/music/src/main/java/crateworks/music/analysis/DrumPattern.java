package crateworks.music.analysis;

import crateworks.music.analysis.DrumEstimate.Feel;
import crateworks.music.analysis.DrumEstimate.Pattern;
import java.util.BitSet;
import java.util.Map;

/** What a drum part is for, and how it divides the beat. */
final class DrumPattern {
    /** Bars that are compared with each other. */
    private static final int BARS_MAX = 512;

    private static final int STEPS_PER_BEAT = 4;
    private static final int PITCHES = 128;

    /** Neighbouring bars of a groove have this share of hits in common. */
    private static final double SAME_SHARE = 0.55;

    private static final double FILL_BARS_MAX = 2.1;

    /** Fewer hits between the beats than this tell no feel. */
    private static final int HITS_BETWEEN_MIN = 6;

    private final Columns drums;
    private final BeatGrid grid;
    private final double bpm;
    private final double beatsPerBar;

    DrumPattern(Columns drums, BeatGrid grid, double bpm, double beatsPerBar) {
        this.drums = drums;
        this.grid = grid;
        this.bpm = bpm;
        this.beatsPerBar = Math.max(1, beatsPerBar);
    }

    Pattern pattern(Map<DrumSound, Integer> counts) {
        double beats =
                grid.beatAt(drums.lastOffTick()) - Math.floor(grid.beatAt(drums.firstOnTick()));
        if (drums.count <= 2 || beats <= 0.5) {
            return Pattern.ONE_SHOT;
        }
        int cymbalsAndKick = 0;
        for (Map.Entry<DrumSound, Integer> count : counts.entrySet()) {
            boolean keepsTime =
                    switch (count.getKey().drumClass()) {
                        case KICK, HAT, RIDE -> true;
                        case SNARE, TOM, CRASH, CLAP, PERC -> false;
                    };
            cymbalsAndKick += keepsTime ? count.getValue() : 0;
        }
        double timeShare = (double) cymbalsAndKick / drums.count;
        double bars = beats / beatsPerBar;
        double same = sameShare();
        if (bars > FILL_BARS_MAX) {
            return same >= SAME_SHARE || bars > 2 * FILL_BARS_MAX
                    ? Pattern.GROOVE
                    : Pattern.UNKNOWN;
        }
        if (same >= SAME_SHARE && timeShare >= 0.4) {
            return Pattern.GROOVE;
        }
        if (timeShare < 0.5) {
            return Pattern.FILL;
        }
        return bars >= 0.9 ? Pattern.GROOVE : Pattern.UNKNOWN;
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
            bars[at].set((int) (step % stepsPerBar) * PITCHES + drums.pitch[row]);
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

    Feel feel() {
        int middle = 0;
        int late = 0;
        int early = 0;
        int between = 0;
        for (int row = 0; row < drums.count; row++) {
            double beat = grid.beatAt(drums.onTick[row]);
            double place = beat - Math.floor(beat);
            boolean isBetween = place > 0.1 && place < 0.9;
            between += isBetween ? 1 : 0;
            middle += Math.abs(place - 0.5) < 0.06 ? 1 : 0;
            late += Math.abs(place - 2 / 3.0) < 0.06 ? 1 : 0;
            early += Math.abs(place - 1 / 3.0) < 0.06 ? 1 : 0;
        }
        if (between < HITS_BETWEEN_MIN) {
            return Feel.UNKNOWN;
        }
        if (early + late > middle && late > 0.3 * between) {
            return early > 0.4 * late ? Feel.TRIPLET : Feel.SWING;
        }
        return straightFeel();
    }

    /** The snare answers the kick once a bar in half time, on every off-beat in double time. */
    private Feel straightFeel() {
        int onThird = 0;
        int onBack = 0;
        int between = 0;
        for (int row = 0; row < drums.count; row++) {
            DrumClass drumClass = DrumMap.sound(drums.pitch[row]).drumClass();
            boolean isAccent = drums.velocity[row] >= 60;
            if (!isAccent || (drumClass != DrumClass.SNARE && drumClass != DrumClass.CLAP)) {
                continue;
            }
            double inBar = grid.beatAt(drums.onTick[row]) % beatsPerBar;
            onThird += Math.abs(inBar - 2) < 0.12 ? 1 : 0;
            onBack += Math.abs(inBar - 1) < 0.12 || Math.abs(inBar - 3) < 0.12 ? 1 : 0;
            between += Math.abs(inBar - Math.floor(inBar) - 0.5) < 0.12 ? 1 : 0;
        }
        int snares = onThird + onBack + between;
        boolean isFour = Math.abs(beatsPerBar - 4) < 1e-6;
        if (snares < 2 || !isFour) {
            return Feel.STRAIGHT;
        }
        if (onThird > 0.75 * snares && bpm >= 100) {
            return Feel.HALF_TIME;
        }
        return between > 0.75 * snares ? Feel.DOUBLE_TIME : Feel.STRAIGHT;
    }
}
