package crateworks.music.category;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.analysis.Phrase;
import crateworks.music.category.Decision.By;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagCategory;
import crateworks.music.tags.TagSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShelvingTest {
    @Test
    void drumsComeBeforeWhatAnythingSays() {
        Phrase phrase = new Phrase();
        for (int beat = 0; beat < 16; beat++) {
            phrase.hit(beat, 36, 100).hit(beat + 0.5, 42, 80);
        }

        Decision decision = decide(phrase, List.of(tag("bass", TagSource.FILE)), "Bass 01.mid");

        assertThat(decision.category()).isEqualTo(Category.DRUMS);
        assertThat(decision.by()).isEqualTo(By.DRUMS);
    }

    @Test
    void hatsAloneHaveAShelfOfTheirOwn() {
        Phrase phrase = new Phrase();
        for (int step = 0; step < 16; step++) {
            phrase.hit(step * 0.25, 42, 80);
        }

        assertThat(decide(phrase, List.of(), "x.mid").category()).isEqualTo(Category.DRUM_HATS);
    }

    @Test
    void tagsComeBeforeTheName() {
        List<Tag> tags = List.of(tag("lead", TagSource.FILE));

        Decision decision = decide(line(72), tags, "Pad Loop.mid");

        assertThat(decision.category()).isEqualTo(Category.MELODY);
        assertThat(decision.by()).isEqualTo(By.TAGS);
        assertThat(decision.reason()).isEqualTo("tagged lead by its file name");
    }

    @Test
    void tagsThatContradictEachOtherAreHalfBelievedAndTheNotesChoose() {
        List<Tag> tags = List.of(tag("bass", TagSource.FILE), tag("lead", TagSource.FILE));

        Decision high = decide(line(72), tags, "x.mid");

        assertThat(high.category()).isEqualTo(Category.MELODY);
        assertThat(high.confidence()).isEqualTo(0.45);
        assertThat(high.reason()).isEqualTo("tagged lead by its file name, but also bass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arpeggio", "riff", "loop"})
    void whateverIsMadeOfItABassIsABass(String term) {
        List<Tag> tags = List.of(tag(term, TagSource.FILE), tag("bass", TagSource.FILE));

        Decision decision = decide(line(40), tags, "x.mid");

        assertThat(decision.category()).isEqualTo(Category.BASS);
        assertThat(decision.confidence()).isEqualTo(0.9);
    }

    @Test
    void wordsWrittenTogetherAreReadInTheName() {
        Decision decision = decide(line(60), List.of(), "DeepBassLoop_01.mid");

        assertThat(decision.category()).isEqualTo(Category.BASS);
        assertThat(decision.by()).isEqualTo(By.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Drum and Bass 174.mid", "DnB Drum n Bass.mid", "Bass Clarinet.mid"})
    void theWordsOfALongerPhraseAreNoShelfOfTheirOwn(String name) {
        assertThat(decide(line(60), List.of(), name).by()).isEqualTo(By.NOTES);
    }

    @ParameterizedTest
    @CsvSource({
        "Lead Guitar Loop.mid, MELODY, lead guitar",
        "Drum and Bass - Pad.mid, CHORDS, pad",
        "Drum and Bass Bass 174.mid, BASS, bass",
        "Slap Bass.mid, BASS, slap bass",
        "Chord Progression.mid, PROGRESSIONS, chord progression",
    })
    void aPhraseMeansTheShelfOfWhatItStandsFor(String name, Category category, String words) {
        Decision decision = decide(line(60), List.of(), name);

        assertThat(decision.category()).isEqualTo(category);
        assertThat(decision.reason()).isEqualTo("its name says " + words);
    }

    @Test
    void aBassDrumIsAKick() {
        Phrase strokes = new Phrase();
        for (int beat = 0; beat < 16; beat++) {
            strokes.chord(beat, 0.1, 60);
        }

        Decision decision = decide(strokes, List.of(), "Bass Drum.mid");

        assertThat(decision.category()).isEqualTo(Category.DRUM_KICKS);
        assertThat(decision.reason()).isEqualTo("its name says bass drum");
    }

    @Test
    void aSongCalledSnareIsNoSnare() {
        Phrase phrase = new Phrase().chord(0, 4, 36, 60, 64, 67).chord(4, 4, 41, 65, 69, 84);

        assertThat(decide(phrase, List.of(), "Snare Blues.mid").category().isDrum()).isFalse();
    }

    @Test
    void theTracksOfASongNameItsPartsOnly() {
        Phrase phrase = line(60);
        for (int beat = 0; beat < 16; beat++) {
            phrase.note(1, 40, beat * Phrase.QUARTER, 400, 90);
        }

        Decision decision = decide(phrase, List.of(tag("bass", TagSource.TRACK)), "x.mid");

        assertThat(decision.category()).isEqualTo(Category.LOOPS);
        assertThat(decision.by()).isEqualTo(By.NOTES);
    }

    @Test
    void aLoopOfFourChordsIsAProgression() {
        Phrase phrase = new Phrase().tempo(0, 120).meter(4, 2);
        phrase.chord(0, 4, 48, 60, 64, 67).chord(4, 4, 43, 59, 62, 67);
        phrase.chord(8, 4, 45, 57, 60, 64).chord(12, 4, 41, 57, 60, 65);

        assertThat(decide(phrase, List.of(), "x.mid").category()).isEqualTo(Category.PROGRESSIONS);
    }

    @Test
    void aLowLineWithoutAnyWordIsABass() {
        Decision decision = decide(line(36), List.of(), "x.mid");

        assertThat(decision.category()).isEqualTo(Category.BASS);
        assertThat(decision.reason()).isEqualTo("by its notes: a low line");
    }

    private static Decision decide(Phrase phrase, List<Tag> tags, String name) {
        return Shelving.decide(phrase.profile(), tags, List.of(name));
    }

    private static Tag tag(String term, TagSource source) {
        return new Tag(term, TagCategory.INSTRUMENT, source, 0.9);
    }

    private static Phrase line(int pitch) {
        Phrase phrase = new Phrase().tempo(0, 120);
        for (int beat = 0; beat < 16; beat++) {
            phrase.chord(beat, 0.9, pitch + beat % 3 * 2);
        }
        return phrase;
    }
}
