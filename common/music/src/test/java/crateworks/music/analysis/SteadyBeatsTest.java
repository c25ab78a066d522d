package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crateworks.music.analysis.DrumEstimate.Feel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grooves whose beats lie beside the file's quarters. */
class SteadyBeatsTest {
    @ParameterizedTest
    @ValueSource(doubles = {88, 93.7, 101.3, 110, 119, 121.2, 126, 133.3, 140, 174})
    void aStraightGrooveIsNotSwungWhateverItsTempo(double bpm) {
        for (int beats : new int[] {16, 64, 200}) {
            assertThat(groove(new Phrase(), bpm, 0.5, beats).profile().drums().feel())
                    .as("%d beats", beats)
                    .isIn(Feel.STRAIGHT, Feel.HALF_TIME, Feel.DOUBLE_TIME);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {118.8, 119.4, 120.6, 121.2})
    void aStraightGrooveIsStraightUnderATempoThatIsALittleWrong(double bpm) {
        Phrase phrase = groove(new Phrase().tempo(0, 120), bpm, 0.5, 64);

        assertThat(phrase.profile().drums().feel()).isEqualTo(Feel.STRAIGHT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {88, 93.7, 101.3, 119, 121.2, 126})
    void swingIsStillHeard(double bpm) {
        DrumEstimate drums = groove(new Phrase(), bpm, 0.58, 64).profile().drums();

        assertThat(drums.feel()).isEqualTo(Feel.SWING);
        assertThat(drums.swing().orElseThrow()).isCloseTo(0.58, within(0.02));
    }

    @Test
    void hitsThatDriftAwayFromTheGridAreOnTheirOwnBeats() {
        Phrase phrase = groove(new Phrase(), 121.2, 0.5, 200);
        Columns hits = Columns.of(phrase.file().notes(), Columns.ALL_CHANNELS, 10_000);

        double[] beats = SteadyBeats.of(hits, BeatGrid.ofQuarters(Phrase.QUARTER));

        for (double beat : beats) {
            assertThat(2 * beat).isCloseTo(Math.rint(2 * beat), within(0.08));
        }
    }

    /** Kick, snare and hats in halves of a beat, in ticks as if 120 were the tempo. */
    private static Phrase groove(Phrase phrase, double bpm, double half, int beats) {
        double ticks = TempoEstimate.BPM_ASSUMED / bpm * Phrase.QUARTER;
        for (int beat = 0; beat < beats; beat++) {
            int on = (int) Math.round(beat * ticks);
            int late = (int) Math.round((beat + half) * ticks);
            phrase.note(9, beat % 2 == 0 ? 36 : 38, on, 60, 100);
            phrase.note(9, 42, on, 60, 80).note(9, 42, late, 60, 70);
        }
        return phrase;
    }
}
