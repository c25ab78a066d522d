package crateworks.music.analysis;

import java.util.List;
import java.util.Random;

/**
 * A song of sixteen bars that a seed makes, and what is true of it.
 *
 * <p>It has a bass, chords in one of three textures and a melody of chord notes; no event states
 * tempo, metre or key, and ticks are as if 120 were the tempo, so that nothing but the notes tells.
 */
final class MadeSample {
    private static final int BARS = 16;
    private static final int[] MAJOR_SCALE = {0, 2, 4, 5, 7, 9, 11};
    private static final int[] MINOR_SCALE = {0, 2, 3, 5, 7, 8, 10};

    // degrees of the scale, a bar each, ending where the key is at home
    private static final List<List<Integer>> PROGRESSIONS =
            List.of(
                    List.of(0, 4, 5, 3, 0, 4, 3, 0),
                    List.of(0, 5, 3, 4, 0, 3, 4, 0),
                    List.of(0, 3, 4, 0, 5, 3, 4, 0),
                    List.of(0, 0, 3, 0, 4, 3, 0, 0));

    private final Random chance;
    private final Phrase phrase = new Phrase();
    private final double stretch;
    final Tonality key;
    final double bpm;
    final int beatsPerBar;
    final int[] roots = new int[BARS];
    final boolean[] isMinor = new boolean[BARS];

    MadeSample(long seed) {
        chance = new Random(seed);
        key = new Tonality(chance.nextInt(12), chance.nextBoolean() ? Mode.MAJOR : Mode.MINOR);
        bpm = 76 + chance.nextInt(70);
        beatsPerBar = chance.nextInt(3) == 0 ? 3 : 4;
        stretch = TempoEstimate.BPM_ASSUMED / bpm;
        int[] scale = key.mode() == Mode.MAJOR ? MAJOR_SCALE : MINOR_SCALE;
        List<Integer> progression = PROGRESSIONS.get(chance.nextInt(PROGRESSIONS.size()));
        int texture = chance.nextInt(3);
        for (int bar = 0; bar < BARS; bar++) {
            int degree = progression.get(bar % progression.size());
            int third = Math.floorMod(scale[(degree + 2) % 7] - scale[degree], 12);
            // the fifth degree is major in both modes: its third leads to the tonic
            third = degree == 4 ? 4 : third;
            roots[bar] = (key.tonic() + scale[degree]) % 12;
            isMinor[bar] = third == 3;
            bar(bar * beatsPerBar, roots[bar], third, texture);
        }
    }

    Profile profile() {
        return phrase.profile();
    }

    /** How long a bar lasts, in seconds. */
    double barSeconds() {
        return beatsPerBar * 60 / bpm;
    }

    private void bar(double beat, int root, int third, int texture) {
        int[] pitches = {60 + root, 60 + root + third, 67 + root};
        note(beat, 1, 36 + root, 100);
        note(beat + beatsPerBar - 1, 1, 36 + root, 70);
        for (int step = 0; step < beatsPerBar * 2; step++) {
            double on = beat + step / 2.0;
            switch (texture) {
                case 0 -> note(on, 0.5, pitches[step % 3], 80);
                case 1 -> {
                    if (step % 2 == 0) {
                        chord(on, step == 0 ? 0.9 : 0.4, pitches, step == 0 ? 90 : 65);
                    }
                }
                default -> {
                    if (step == 0) {
                        chord(on, beatsPerBar, pitches, 80);
                    }
                }
            }
        }
        for (int place = 0; place < beatsPerBar; place++) {
            if (place == 0 || chance.nextInt(3) > 0) {
                note(beat + place, 0.9, 12 + pitches[chance.nextInt(3)], 95);
            }
        }
    }

    private void chord(double beat, double beats, int[] pitches, int velocity) {
        for (int pitch : pitches) {
            note(beat, beats, pitch, velocity);
        }
    }

    private void note(double beat, double beats, int pitch, int velocity) {
        int on = (int) Math.round(beat * stretch * Phrase.QUARTER);
        int off = (int) Math.round((beat + beats) * stretch * Phrase.QUARTER);
        phrase.note(0, pitch, on, Math.max(1, off - on - 1), velocity);
    }
}
