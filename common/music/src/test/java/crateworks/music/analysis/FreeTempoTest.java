package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTempoTest {
    private static final double TICKS_PER_SECOND = 2 * Phrase.QUARTER;

    @ParameterizedTest
    @ValueSource(ints = {63, 84, 107, 130})
    void theTypicalBeatOrItsOctaveIsHeardThoughTheBeatSways(int bpm) {
        TempoEstimate tempo =
                played(
                                200,
                                beat ->
                                        60.0
                                                / bpm
                                                * (1
                                                        + 0.05 * Math.sin(beat / 5.0)
                                                        + 0.04 * Math.sin(beat / 1.7)))
                        .tempo();

        assertThat(tempo.source()).isEqualTo(Source.NOTES);
        assertThat(awayFromOctave(tempo.bpm(), bpm)).isLessThan(0.05);
    }

    @Test
    void aBeginningInStrictTimeDoesNotSpeakForTheWhole() {
        int strict = 60;
        TempoEstimate tempo =
                played(
                                260,
                                beat ->
                                        beat < strict
                                                ? 60 / 117.0
                                                : 60 / 94.0 * (1 + 0.06 * Math.sin(beat / 4.0)))
                        .tempo();

        assertThat(awayFromOctave(tempo.bpm(), 94)).isLessThan(0.06);
    }

    @Test
    void silenceInTheMiddleIsNoFreePlaying() {
        TempoEstimate tempo = played(260, beat -> beat == 80 ? 60 : 60 / 117.0).tempo();

        assertThat(awayFromOctave(tempo.bpm(), 117)).isLessThan(0.005);
    }

    /** Broken chords over a bass, some milliseconds beside beats of a length in seconds. */
    private static Profile played(int beats, IntToDoubleFunction lengths) {
        Phrase phrase = new Phrase();
        Random random = new Random(7);
        int[] roots = {48, 45, 41, 43};
        double seconds = 0.1;
        for (int beat = 0; beat < beats; beat++) {
            double length = lengths.applyAsDouble(beat);
            int root = roots[beat / 4 % roots.length];
            if (beat % 2 == 0) {
                note(phrase, random, root - 12, seconds, Math.min(length, 1) * 1.8, 80);
            }
            note(phrase, random, root + 12, seconds, Math.min(length, 1) * 0.9, 72);
            note(phrase, random, root + 16, seconds, Math.min(length, 1) * 0.4, 60);
            note(phrase, random, root + 19, seconds + Math.min(length, 1) / 2, 0.2, 56);
            seconds += length;
        }
        return phrase.profile();
    }

    private static void note(
            Phrase phrase, Random random, int pitch, double at, double lasts, int velocity) {
        double seconds = at + 0.006 * random.nextGaussian();
        int tick = (int) Math.round(Math.max(0, seconds) * TICKS_PER_SECOND);
        int ticks = (int) Math.max(1, lasts * TICKS_PER_SECOND);
        phrase.note(0, pitch, tick, ticks, velocity + random.nextInt(9));
    }

    private static double awayFromOctave(double bpm, double expected) {
        double octaves = Math.log(bpm / expected) / Math.log(2);
        return Math.abs(octaves - Math.rint(octaves)) * Math.log(2);
    }
}
