package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.analysis.Analyst.Extent;
import crateworks.music.analysis.RoleEstimate.Family;
import crateworks.music.analysis.RoleEstimate.Role;
import crateworks.music.clues.Clues;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagCategory;
import crateworks.music.tags.TagSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleFinderTest {
    private static final int[] ROOTS = {33, 29, 36, 31};

    @Test
    void eighthsOnTheRootsAreABassWithoutNameAndProgram() {
        Phrase phrase = new Phrase().tempo(0, 120);
        for (int eighth = 0; eighth < 64; eighth++) {
            phrase.chord(eighth * 0.5, 0.4, ROOTS[eighth / 16]);
        }

        RoleEstimate role = phrase.profile().role();

        assertThat(role.role()).isEqualTo(Role.BASS);
        assertThat(role.family()).isEqualTo(Family.BASS);
        assertThat(role.confidence()).isGreaterThan(0.5);
        assertThat(role.reason()).isEqualTo("low notes, one at a time, most like bass");
    }

    @Test
    void aBassThatWalksAndOneThatJumpsInOctavesAreBasses() {
        Phrase walking = new Phrase().tempo(0, 140);
        Phrase jumping = new Phrase().tempo(0, 120);
        int[] steps = {0, 4, 7, 9};
        for (int beat = 0; beat < 32; beat++) {
            walking.chord(beat, 0.9, ROOTS[beat / 8] + steps[beat % 4]);
            jumping.chord(beat, 0.4, ROOTS[beat / 8]).chord(beat + 0.5, 0.4, ROOTS[beat / 8] + 12);
        }

        assertThat(walking.profile().role().family()).isEqualTo(Family.BASS);
        assertThat(jumping.profile().role().family()).isEqualTo(Family.BASS);
    }

    @Test
    void melodiesChordsAndBrokenChordsAreNoBass() {
        Phrase melody = new Phrase().tempo(0, 100);
        Phrase chords = new Phrase().tempo(0, 100);
        Phrase broken = new Phrase().tempo(0, 100);
        int[] tune = {72, 74, 76, 79, 77, 76, 74, 71};
        for (int beat = 0; beat < 32; beat++) {
            int root = ROOTS[beat / 8] + 24;
            melody.chord(beat, beat % 3 == 0 ? 0.9 : 0.4, tune[beat * 5 % 8]);
            chords.chord(beat, 0.9, root, root + 4, root + 7);
            for (int quarter = 0; quarter < 4; quarter++) {
                broken.chord(beat + quarter * 0.25, 0.2, root + new int[] {0, 7, 12, 16}[quarter]);
            }
        }

        assertThat(melody.profile().role().family()).isNotEqualTo(Family.BASS);
        assertThat(chords.profile().role().role()).isEqualTo(Role.CHORDS);
        assertThat(chords.profile().role().family()).isNotEqualTo(Family.BASS);
        assertThat(broken.profile().role().role()).isEqualTo(Role.ARPEGGIO);
    }

    @Test
    void aProgramGoesBeforeTheNotesAndANameBeforeBoth() {
        Phrase low = low(42);

        RoleEstimate cello = role(low, Extent.WHOLE);
        RoleEstimate named = role(low, Extent.WHOLE, tag("guitar", TagSource.FILE));

        assertThat(cello.family()).isEqualTo(Family.STRINGS);
        assertThat(named.family()).isEqualTo(Family.GUITAR);
    }

    @Test
    void theProgramIsThatOfTheFirstNote() {
        Phrase phrase = new Phrase().tempo(0, 120).program(0, 3).program(0, 25);
        phrase.chord(0, 1, 60).chord(1, 1, 64);

        assertThat(phrase.profile().role().family()).isEqualTo(Family.GUITAR);
    }

    @Test
    void theNameOfASongIsNoNameOfItsParts() {
        Tag piano = tag("piano", TagSource.FILE);
        Tag bass = tag("bass", TagSource.FOLDER);

        assertThat(role(low(42), Extent.PART, piano, bass).family()).isEqualTo(Family.STRINGS);
        assertThat(role(low(42), Extent.PART, piano, tag("violin", TagSource.TRACK)).family())
                .isEqualTo(Family.STRINGS);
        assertThat(role(low(0), Extent.PART, piano).family()).isEqualTo(Family.KEYS);
    }

    @Test
    void theFirstProgramIsAPianoUnlessTheNotesAreSurelyOthers() {
        Phrase high = new Phrase().tempo(0, 120).program(0, 0);
        for (int beat = 0; beat < 32; beat++) {
            high.chord(beat, 0.9, 60 + beat % 5, 64 + beat % 5, 72);
        }

        assertThat(role(high, Extent.WHOLE).family()).isEqualTo(Family.KEYS);
        assertThat(role(high, Extent.WHOLE).confidence()).isLessThan(0.7);
        assertThat(role(low(0), Extent.WHOLE).role()).isEqualTo(Role.BASS);
    }

    @Test
    void namesThatContradictEachOtherAreHalfBelievedAndTheNotesChoose() {
        Tag bass = tag("bass", TagSource.FILE);
        Tag lead = tag("lead", TagSource.FILE);
        Tag pad = tag("pad", TagSource.FILE);

        RoleEstimate low = role(low(0), Extent.WHOLE, lead, pad, bass);
        RoleEstimate riff = role(low(0), Extent.WHOLE, bass, tag("riff", TagSource.FILE));
        RoleEstimate families =
                role(
                        low(0),
                        Extent.WHOLE,
                        tag("brass", TagSource.FILE),
                        tag("strings", TagSource.FILE));

        assertThat(low.role()).isEqualTo(Role.BASS);
        assertThat(low.confidence()).isLessThan(0.5);
        assertThat(low.reason())
                .isEqualTo("names say lead and pad and bass; low notes, one at a time");
        assertThat(riff.role()).isEqualTo(Role.BASS);
        assertThat(riff.confidence()).isEqualTo(0.9);
        assertThat(families.confidence()).isLessThan(0.5);
    }

    @Test
    void whatOneTermImpliesIsNoContradiction() {
        RoleEstimate leadGuitar =
                role(
                        low(0),
                        Extent.WHOLE,
                        tag("lead guitar", TagSource.FILE),
                        tag("guitar", TagSource.DERIVED),
                        tag("lead", TagSource.DERIVED));

        assertThat(leadGuitar.family()).isEqualTo(Family.GUITAR);
        assertThat(leadGuitar.confidence()).isEqualTo(0.9);
    }

    @Test
    void fewNotesAreNotBelievedMuch() {
        RoleEstimate role = new Phrase().tempo(0, 120).chord(0, 1, 60).profile().role();

        assertThat(role.confidence()).isLessThan(0.5);
    }

    private static Phrase low(int program) {
        Phrase phrase = new Phrase().tempo(0, 120).program(0, program);
        for (int beat = 0; beat < 32; beat++) {
            phrase.chord(beat, 0.9, ROOTS[beat / 8]);
        }
        return phrase;
    }

    private static Tag tag(String term, TagSource source) {
        return new Tag(term, TagCategory.INSTRUMENT, source, 0.7);
    }

    private static RoleEstimate role(Phrase phrase, Extent extent, Tag... tags) {
        Clues none = Clues.of(List.of("untitled.mid"));
        return Analyst.profile(phrase.file(), none, List.of(tags), extent).role();
    }
}
