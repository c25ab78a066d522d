package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crateworks.music.midi.MidiFile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FreeBeatsTest {
    private static final float ON_THE_BEAT = 2;
    private static final float BETWEEN = -2;

    private final Phrase phrase = new Phrase().tempo(0, 120);
    private double quarters;

    @Test
    void beatsAreFollowedThoughTheyGetLonger() {
        double[] lengths = new double[80];
        for (int beat = 0; beat < lengths.length; beat++) {
            lengths[beat] = 0.8 + 0.005 * beat;
            beat(lengths[beat]);
        }
        Arrays.sort(lengths);

        assertThat(medianSeconds(0.45)).isCloseTo(lengths[40] / 2, within(0.005));
    }

    @Test
    void aBeatMayBeEmpty() {
        for (int beat = 0; beat < 60; beat++) {
            if (beat % 7 == 3) {
                quarters += 1;
            } else {
                beat(1);
            }
        }

        assertThat(medianSeconds(0.55)).isCloseTo(0.5, within(0.002));
    }

    @Test
    void silencesCountAsNoBeats() {
        for (int beat = 0; beat < 60; beat++) {
            if (beat % 6 == 5) {
                quarters += 14;
            }
            beat(1);
        }

        assertThat(medianSeconds(0.47)).isCloseTo(0.5, within(0.002));
    }

    @Test
    void withoutNotesTheExpectedLengthStands() {
        assertThat(FreeBeats.medianSeconds(onsets(phrase.file()), new float[0], 0.7))
                .isEqualTo(0.7);
    }

    /** A note on the beat and one in the middle of it, which is less likely a beat. */
    private void beat(double lasts) {
        phrase.chord(quarters, lasts / 4, 48);
        phrase.chord(quarters + lasts / 2, lasts / 4, 60);
        quarters += lasts;
    }

    private double medianSeconds(double about) {
        OnsetTimes onsets = onsets(phrase.file());
        float[] odds = new float[onsets.count];
        for (int onset = 0; onset < odds.length; onset++) {
            odds[onset] = onset % 2 == 0 ? ON_THE_BEAT : BETWEEN;
        }
        return FreeBeats.medianSeconds(onsets, odds, about);
    }

    private static OnsetTimes onsets(MidiFile file) {
        Columns notes = Columns.of(file.notes(), Columns.ALL_CHANNELS, 1000);
        return OnsetTimes.of(notes, file.tempoMap());
    }
}
