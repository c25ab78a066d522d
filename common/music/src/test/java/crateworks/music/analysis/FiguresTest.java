package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crateworks.music.analysis.LengthEstimate.Form;
import crateworks.music.analysis.RoleEstimate.Family;
import crateworks.music.analysis.RoleEstimate.Role;
import crateworks.music.analysis.Statistics.Voicing;
import crateworks.music.clues.Clues;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagCategory;
import crateworks.music.tags.TagSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void aTimeSignatureIsTheMetreAndCountsTheBars() {
        Phrase phrase = new Phrase().tempo(0, 120).meter(3, 2);
        for (int beat = 0; beat < 24; beat++) {
            phrase.chord(beat, 1, 60 + beat % 3);
        }

        Profile profile = phrase.profile();

        assertThat(profile.meter().signature()).isEqualTo("3/4");
        assertThat(profile.meter().source()).isEqualTo(Source.MAP);
        assertThat(profile.length().bars()).isEqualTo(8);
        assertThat(profile.length().durationMicros()).isEqualTo(12_000_000);
        assertThat(profile.length().form()).isEqualTo(Form.LOOP);
    }

    @Test
    void aWaltzIsHeardWithoutATimeSignature() {
        Phrase phrase = new Phrase().tempo(0, 120);
        for (int bar = 0; bar < 32; bar++) {
            int root = new int[] {48, 53, 55, 48}[bar % 4];
            phrase.chord(bar * 3, 1, root);
            phrase.chord(bar * 3 + 1, 1, root + 16, root + 19);
            phrase.chord(bar * 3 + 2, 1, root + 16, root + 19);
        }

        MeterEstimate meter = phrase.profile().meter();

        assertThat(meter.signature()).isEqualTo("3/4");
        assertThat(meter.source()).isEqualTo(Source.NOTES);
    }

    @Test
    void figuresAreCountedOverTheTimeThatSounds() {
        Phrase phrase = new Phrase().tempo(0, 60);
        phrase.chord(0, 2, 60, 64).chord(4, 2, 55);

        Statistics figures = phrase.profile().statistics();

        assertThat(figures.noteCount()).isEqualTo(3);
        assertThat(figures.polyphonyMax()).isEqualTo(2);
        assertThat(figures.polyphonyMean()).isEqualTo(1.5);
        assertThat(figures.notesPerSecond()).isCloseTo(0.5, within(1e-9));
        assertThat(figures.lowestPitch()).hasValue(55);
        assertThat(figures.highestPitch()).hasValue(64);
        assertThat(figures.velocityMean()).isEqualTo(90);
        assertThat(figures.syncopation()).isZero();
    }

    @Test
    void notesHeldOverTheBeatAreSyncopated() {
        Phrase phrase = new Phrase().tempo(0, 100);
        for (int beat = 0; beat < 8; beat++) {
            phrase.chord(beat + 0.5, 0.9, 60);
        }

        assertThat(phrase.profile().statistics().syncopation()).isEqualTo(1);
    }

    @Test
    void aLowLineIsABass() {
        Phrase phrase = new Phrase().tempo(0, 120);
        for (int beat = 0; beat < 16; beat++) {
            phrase.chord(beat, 0.9, 36 + beat % 3 * 2);
        }

        Profile profile = phrase.profile();

        assertThat(profile.role().role()).isEqualTo(Role.BASS);
        assertThat(profile.role().family()).isEqualTo(Family.BASS);
        assertThat(profile.statistics().voicing()).isEqualTo(Voicing.MONO);
    }

    @Test
    void aProgramTellsTheFamily() {
        Phrase phrase = new Phrase().tempo(0, 120).program(0, 25);
        for (int beat = 0; beat < 16; beat++) {
            phrase.chord(beat, 0.9, 60, 64, 67);
        }

        RoleEstimate role = phrase.profile().role();

        assertThat(role.family()).isEqualTo(Family.GUITAR);
        assertThat(role.role()).isEqualTo(Role.CHORDS);
        assertThat(role.source()).isEqualTo(Source.MAP);
    }

    @Test
    void aShortLinePlayedAgainAndAgainIsARiff() {
        Phrase phrase = new Phrase().tempo(0, 120);
        int[] line = {60, 62, 63, 65, 63, 62};
        for (int bar = 0; bar < 6; bar++) {
            for (int note = 0; note < line.length; note++) {
                phrase.chord(bar * 4 + note * 0.5, 0.4, line[note]);
            }
        }

        assertThat(phrase.profile().role().role()).isEqualTo(Role.RIFF);
    }

    @Test
    void aBassInOctavesIsABass() {
        Phrase phrase = new Phrase().tempo(0, 120);
        for (int beat = 0; beat < 16; beat++) {
            phrase.chord(beat, 0.9, 28 + beat % 3 * 2, 40 + beat % 3 * 2);
        }

        assertThat(phrase.profile().role().role()).isEqualTo(Role.BASS);
    }

    @Test
    void aNameStatesTheRoleUnlessTheNotesCannotBeThat() {
        // five notes again and again would be a riff in 5/4
        Phrase line = new Phrase().tempo(0, 120).meter(4, 2);
        for (int beat = 0; beat < 16; beat++) {
            line.chord(beat, 0.9, 60 + beat % 5);
        }

        RoleEstimate hook = role(line, "hook");
        RoleEstimate chords = role(line, "chords");

        assertThat(hook.role()).isEqualTo(Role.RIFF);
        assertThat(hook.reason()).isEqualTo("a name says hook");
        assertThat(chords.role()).isEqualTo(Role.MELODY);
        assertThat(chords.confidence()).isLessThan(0.5);
        assertThat(chords.reason())
                .isEqualTo("a name says chords, but no two notes sound together");
    }

    private static RoleEstimate role(Phrase phrase, String term) {
        Tag tag = new Tag(term, TagCategory.ROLE, TagSource.FILE, 0.8);
        return Analyst.profile(phrase.file(), Clues.of(List.of()), List.of(tag)).role();
    }

    @Test
    void longChordsAreAPad() {
        Phrase phrase = new Phrase().tempo(0, 90);
        for (int bar = 0; bar < 4; bar++) {
            phrase.chord(bar * 4, 4, 60, 64, 67 + bar);
        }

        assertThat(phrase.profile().role().role()).isEqualTo(Role.PAD);
    }
}
