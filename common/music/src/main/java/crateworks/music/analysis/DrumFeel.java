package crateworks.music.analysis;

import crateworks.music.analysis.DrumEstimate.Feel;
import java.util.OptionalDouble;

/**
 * How drums divide the beat: where in it the hits fall, and where in the bar the snare answers.
 *
 * <p>{@code swing} as in {@link DrumEstimate}.
 */
record DrumFeel(Feel feel, OptionalDouble swing) {
    /** Fewer hits between the beats than this tell no feel. */
    private static final int HITS_MIN = 6;

    /** From here on the ear takes the second half of a beat to be late. */
    private static final double SWING_MIN = 0.54;

    private static final double SHUFFLE_MIN = 0.62;

    /** The second half is played in this share of the beats of a shuffle. */
    private static final double SHUFFLE_BEATS = 0.6;

    private static final double TRIPLET_SHARE = 0.4;

    /** Half time is heard as such where the beat itself is not slow. */
    private static final double HALF_TIME_BPM_MIN = 100;

    private static final int ACCENT_VELOCITY_MIN = 60;

    static DrumFeel of(Columns drums, BeatGrid grid, double bpm, double beatsPerBar) {
        var places = new Places();
        double[] beatOf = SteadyBeats.of(drums, grid);
        for (double beat : beatOf) {
            places.add(beat - Math.floor(beat));
        }
        if (places.between < HITS_MIN) {
            return new DrumFeel(Feel.UNKNOWN, OptionalDouble.empty());
        }
        double late = places.late();
        if (late >= SWING_MIN) {
            double beats = beatOf[drums.count - 1] - beatOf[0];
            return new DrumFeel(places.swung(late, beats), rounded(late));
        }
        double lateSixteenth = places.lateSixteenth();
        if (lateSixteenth >= SWING_MIN) {
            return new DrumFeel(Feel.SWING, rounded(lateSixteenth));
        }
        return new DrumFeel(straight(drums, beatOf, bpm, beatsPerBar), rounded(0.5));
    }

    private static OptionalDouble rounded(double swing) {
        return OptionalDouble.of(Checks.rounded(swing));
    }

    /** The snare answers the kick once a bar in half time, on every off-beat in double time. */
    private static Feel straight(Columns drums, double[] beatOf, double bpm, double beatsPerBar) {
        int onThird = 0;
        int onBack = 0;
        int between = 0;
        int kicks = 0;
        int kicksOnBeat = 0;
        for (int row = 0; row < drums.count; row++) {
            DrumClass drumClass = DrumMap.sound(drums.pitch[row]).drumClass();
            if (drumClass == DrumClass.KICK) {
                double beat = beatOf[row];
                kicks++;
                kicksOnBeat += Math.abs(beat - Math.rint(beat)) < 0.12 ? 1 : 0;
            }
            boolean isSnare = drumClass == DrumClass.SNARE || drumClass == DrumClass.CLAP;
            if (!isSnare || drums.velocity[row] < ACCENT_VELOCITY_MIN) {
                continue;
            }
            double inBar = (beatOf[row] + beatsPerBar) % beatsPerBar;
            onThird += Math.abs(inBar - 2) < 0.12 ? 1 : 0;
            onBack += Math.abs(inBar - 1) < 0.12 || Math.abs(inBar - 3) < 0.12 ? 1 : 0;
            between += Math.abs(inBar - Math.floor(inBar) - 0.5) < 0.12 ? 1 : 0;
        }
        int snares = onThird + onBack + between;
        boolean isFour = Math.abs(beatsPerBar - 4) < 1e-6;
        if (snares < 2 || !isFour) {
            return Feel.STRAIGHT;
        }
        if (onThird > 0.75 * snares && bpm >= HALF_TIME_BPM_MIN) {
            return Feel.HALF_TIME;
        }
        boolean isDriven = kicks >= 4 && kicksOnBeat > 0.7 * kicks;
        return isDriven && between > 0.75 * snares ? Feel.DOUBLE_TIME : Feel.STRAIGHT;
    }

    /** Hits by their places in the beat, which goes from 0 to 1. */
    private static final class Places {
        private final Middle ofBeat = new Middle();
        private final Middle ofHalf = new Middle();
        private int between;
        private int firstThirds;

        void add(double place) {
            between += place > 0.1 && place < 0.9 ? 1 : 0;
            firstThirds += place > 0.28 && place < 0.39 ? 1 : 0;
            ofBeat.add(place);
            ofHalf.add(place < 0.5 ? 2 * place : 2 * place - 1);
        }

        /** Where the second half of the beat comes. */
        double late() {
            return ofBeat.median();
        }

        double lateSixteenth() {
            return ofHalf.median();
        }

        Feel swung(double late, double beats) {
            if (firstThirds > TRIPLET_SHARE * ofBeat.count) {
                return Feel.TRIPLET;
            }
            boolean isSteady = ofBeat.count >= SHUFFLE_BEATS * beats;
            return isSteady && late >= SHUFFLE_MIN ? Feel.SHUFFLE : Feel.SWING;
        }
    }

    /** Places around a middle, counted in hundredths so that strays do not move their median. */
    private static final class Middle {
        private static final int FROM = 36;
        private static final int TO = 73;

        private final int[] hundredths = new int[100];
        private int count;

        void add(double place) {
            int at = (int) (place * 100);
            if (at >= FROM && at < TO) {
                hundredths[at]++;
                count++;
            }
        }

        double median() {
            if (count < HITS_MIN) {
                return 0.5;
            }
            int below = 0;
            int at = FROM;
            while (2 * (below + hundredths[at]) < count) {
                below += hundredths[at++];
            }
            return (at + (0.5 * count - below) / hundredths[at]) / 100;
        }
    }
}
