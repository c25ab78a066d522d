package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crateworks.music.analysis.LengthEstimate.Form;
import crateworks.music.analysis.RoleEstimate.Role;
import crateworks.music.analysis.Statistics.Voicing;
import crateworks.music.category.Category;
import crateworks.music.category.Decision;
import crateworks.music.category.Shelving;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    @Test
    void aFileWithoutNotesIsUnknownInEverything() {
        Profile profile = new Phrase().profile();

        assertThat(profile.tempo().isKnown()).isFalse();
        assertThat(profile.key().tonality()).isEmpty();
        assertThat(profile.meter().isKnown()).isFalse();
        assertThat(profile.harmony().chords()).isEmpty();
        assertThat(profile.drums().isDrum()).isFalse();
        assertThat(profile.statistics().voicing()).isEqualTo(Voicing.SILENT);
        assertThat(profile.role().role()).isEqualTo(Role.UNKNOWN);
        assertThat(profile.length().form()).isEqualTo(Form.UNKNOWN);
    }

    @Test
    void onlyPitchBendsAreAnEffectWithoutConfidence() {
        Phrase phrase = new Phrase().tempo(0, 100).bend(0, 0).bend(480, 0);

        Decision decision = Shelving.decide(phrase.profile(), List.of(), List.of("x.mid"));

        assertThat(decision.category()).isEqualTo(Category.FX);
        assertThat(decision.confidence()).isLessThan(0.2);
    }

    @Test
    void aSingleNoteTellsNothingButItself() {
        Profile profile = new Phrase().chord(0, 1, 60).profile();

        assertThat(profile.statistics().noteCount()).isEqualTo(1);
        assertThat(profile.key().tonality()).isEmpty();
        assertThat(profile.tempo().isKnown()).isFalse();
        assertThat(profile.length().form()).isEqualTo(Form.ONE_SHOT);
    }

    @Test
    void everythingAtTickZeroIsOneChord() {
        Profile profile = new Phrase().chord(0, 1, 48, 60, 64, 67, 72, 76, 79).profile();

        assertThat(profile.harmony().chords()).hasSize(1);
        assertThat(profile.length().form()).isEqualTo(Form.ONE_SHOT);
        assertThat(profile.statistics().polyphonyMax()).isEqualTo(7);
    }

    @Test
    void tenThousandTempoChangesAreOneTempoAndABoundedList() {
        Phrase phrase = new Phrase();
        for (int change = 0; change < 10_000; change++) {
            phrase.tempo(change * 10, 60 + change % 120);
        }
        for (int beat = 0; beat < 200; beat++) {
            phrase.chord(beat, 1, 60 + beat % 12);
        }

        TempoEstimate tempo = phrase.profile().tempo();

        assertThat(tempo.bpm()).isBetween(60.0, 180.0);
        assertThat(tempo.changes()).hasSize(TempoEstimate.CHANGES_MAX);
        assertThat(tempo.reason()).contains("more than 256");
    }

    @Test
    void aDivisionInFramesHasItsBeatHeard() {
        int framesOf25WithTicksOf40 = 0xE728;
        Phrase phrase = new Phrase().division(framesOf25WithTicksOf40);
        for (int beat = 0; beat < 64; beat++) {
            phrase.note(0, 60 + beat % 4, beat * 600, 300, 90);
        }

        TempoEstimate tempo = phrase.profile().tempo();

        assertThat(tempo.source()).isEqualTo(Source.NOTES);
        double octaves = Math.log(tempo.bpm() / 100) / Math.log(2);
        assertThat(octaves).isCloseTo(Math.rint(octaves), within(0.02));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 32_767})
    void everyDivisionIsAnswered(int division) {
        Phrase phrase = new Phrase().division(division);
        for (int note = 0; note < 100; note++) {
            phrase.note(note % 16, note, note * division, division, 1 + note);
        }

        assertThat(phrase.profile().statistics().noteCount()).isEqualTo(100);
    }

    @Test
    void notesAtTheEndOfTimeAreAnswered() {
        Phrase phrase = new Phrase().division(1).tempo(0, 4);
        for (int note = 0; note < 40; note++) {
            phrase.note(0, 40 + note, note * 5_000_000, 5_000_000, 90);
        }

        Profile profile = phrase.profile();

        assertThat(profile.harmony().chords()).hasSizeLessThanOrEqualTo(Harmony.SPANS_MAX);
        assertThat(profile.length().durationMicros()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void chanceNotesHaveTheSameProfileTwice(long seed) {
        Random chance = new Random(seed);
        Phrase phrase = new Phrase();
        int count = chance.nextInt(400);
        for (int note = 0; note < count; note++) {
            int tick = chance.nextInt(40_000);
            int ticks = 1 + chance.nextInt(3_000);
            phrase.note(
                    chance.nextInt(16), chance.nextInt(128), tick, ticks, 1 + chance.nextInt(127));
        }

        assertThat(phrase.profile()).as("seed %d", seed).isEqualTo(phrase.profile());
    }

    @Test
    void aVeryDenseFileIsCountedWholeAndAnalysedInPart() {
        Phrase phrase = new Phrase();
        int count = Analyst.NOTES_MAX + 50_000;
        for (int note = 0; note < count; note++) {
            phrase.note(0, note % 128, note / 100, 400, 90);
        }

        Profile profile = phrase.profile();

        assertThat(profile.statistics().noteCount()).isGreaterThan(Analyst.NOTES_MAX / 2);
    }
}
