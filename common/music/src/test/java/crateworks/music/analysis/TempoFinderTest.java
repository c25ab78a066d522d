package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TempoFinderTest {
    @Test
    void theTempoMapIsBelievedWhenTheNotesKeepToIt() {
        TempoEstimate tempo = scale(new Phrase().tempo(0, 93)).profile().tempo();

        assertThat(tempo.bpm()).isCloseTo(93, within(0.01));
        assertThat(tempo.source()).isEqualTo(Source.MAP);
        assertThat(tempo.changes()).isEmpty();
    }

    @Test
    void theTempoThatLastsLongestIsTheTempoAndChangesAreListed() {
        Phrase phrase = new Phrase().tempo(0, 60).tempo(480, 140).tempo(480 * 50, 90);

        TempoEstimate tempo = scale(phrase).profile().tempo();

        assertThat(tempo.bpm()).isCloseTo(140, within(0.01));
        assertThat(tempo.changes())
                .extracting(TempoEstimate.Change::tick)
                .containsExactly(480, 24000);
    }

    @Test
    void aNameCorrectsTheTempoThatProgramsWriteUnasked() {
        TempoEstimate tempo =
                scale(new Phrase().tempo(0, 120)).profileNamed("Riff 174bpm.mid").tempo();

        assertThat(tempo.bpm()).isEqualTo(174);
        assertThat(tempo.source()).isEqualTo(Source.NAME);
    }

    @Test
    void aTempoThatNobodyPlaysIsHardlyBelieved() {
        Phrase fast = scale(new Phrase().tempo(0, 60_000_000));

        TempoEstimate alone = fast.profile().tempo();
        TempoEstimate named = fast.profileNamed("Riff 174bpm.mid").tempo();

        assertThat(alone.bpm()).isEqualTo(60_000_000);
        assertThat(alone.confidence()).isLessThan(0.5);
        assertThat(alone.reason()).endsWith("which nobody plays");
        assertThat(named.bpm()).isEqualTo(174);
    }

    @Test
    void aNameDoesNotCorrectATempoThatSomebodySet() {
        TempoEstimate tempo =
                scale(new Phrase().tempo(0, 93)).profileNamed("Riff 174bpm.mid").tempo();

        assertThat(tempo.bpm()).isCloseTo(93, within(0.01));
        assertThat(tempo.reason()).contains("174");
    }

    @ParameterizedTest
    @ValueSource(ints = {85, 100, 128})
    void withoutATempoEventTheBeatOrItsOctaveIsHeardInTheNotes(int bpm) {
        Phrase phrase = new Phrase();
        double ticksPerBeat = 120.0 * Phrase.QUARTER / bpm;
        for (int beat = 0; beat < 64; beat++) {
            int tick = (int) Math.round(beat * ticksPerBeat);
            int half = (int) Math.round((beat + 0.5) * ticksPerBeat);
            phrase.note(9, beat % 2 == 0 ? 36 : 38, tick, 60, 110);
            phrase.note(9, 42, tick, 60, 80).note(9, 42, half, 60, 60);
        }

        TempoEstimate tempo = phrase.profile().tempo();

        assertThat(tempo.source()).isEqualTo(Source.NOTES);
        double octaves = Math.log(tempo.bpm() / bpm) / Math.log(2);
        assertThat(Math.rint(octaves)).isBetween(-1.0, 1.0);
        assertThat(octaves).isCloseTo(Math.rint(octaves), within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 64})
    void whatAProgramPutOnItsRasterHasTheTempoThatPlayersAssume(int beats) {
        Phrase phrase = new Phrase();
        for (int beat = 0; beat < beats; beat++) {
            phrase.hit(beat, beat % 2 == 0 ? 36 : 38, 110);
            phrase.hit(beat, 42, 80).hit(beat + 0.5, 42, 60);
        }

        TempoEstimate tempo = phrase.profile().tempo();

        assertThat(tempo.bpm()).isEqualTo(120);
        assertThat(tempo.confidence()).isBetween(0.1, 0.6);
        assertThat(tempo.reason()).contains("no tempo event");
    }

    @Test
    void aSteadyBeatBesideTheRasterIsHeardToATenth() {
        Phrase phrase = new Phrase();
        for (int beat = 0; beat < 64; beat++) {
            int tick = (int) Math.round(beat * 480 * 120 / 121.2);
            int half = (int) Math.round((beat + 0.5) * 480 * 120 / 121.2);
            phrase.note(9, beat % 2 == 0 ? 36 : 38, tick, 60, 110);
            phrase.note(9, 42, tick, 60, 80).note(9, 42, half, 60, 60);
        }

        assertThat(phrase.profile().tempo().bpm()).isCloseTo(121.2, within(0.1));
    }

    @Test
    void notesThatIgnoreTheMapContradictIt() {
        Phrase phrase = new Phrase().tempo(0, 120);
        for (int beat = 0; beat < 100; beat++) {
            int tick = (int) Math.round(beat * 480 * 120 / 93.7);
            phrase.note(0, 48, tick, 200, 100);
            phrase.note(0, 60 + beat % 5, tick + 308, 200, 70);
        }

        Profile profile = phrase.profile();

        assertThat(profile.tempo().source()).isEqualTo(Source.NOTES);
        assertThat(profile.tempo().bpm()).isCloseTo(93.7, within(1.0));
        assertThat(profile.tempo().reason()).contains("the map says 120", "played freely");
        assertThat(profile.quarterBpm()).hasValue(120);
        assertThat(scale(new Phrase().tempo(0, 120)).profile().quarterBpm()).isEmpty();
    }

    @Test
    void tooFewNotesWithoutAMapTellNoTempo() {
        TempoEstimate tempo = new Phrase().chord(0, 1, 60).profile().tempo();

        assertThat(tempo.isKnown()).isFalse();
        assertThat(tempo.confidence()).isZero();
    }

    private static Phrase scale(Phrase phrase) {
        for (int beat = 0; beat < 64; beat++) {
            phrase.chord(beat, 1, 60 + new int[] {0, 2, 4, 5, 7, 9, 11}[beat % 7]);
        }
        return phrase;
    }
}
