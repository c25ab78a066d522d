package crateworks.music.category;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.analysis.Analyst.Extent;
import crateworks.music.analysis.Phrase;
import crateworks.music.category.Decision.By;
import crateworks.music.tags.FileTags;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagDictionary;
import crateworks.music.tags.TagSource;
import crateworks.music.tags.Tagger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppraisalTest {
    private static final Tagger TAGGER = new Tagger(TagDictionary.standard());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deep Bass Loop 128bpm Am.mid",
                "Song.mid",
                "Kick.mid",
                "DreamyPadChords.mid",
                "x.mid",
                "Bass vs Lead.mid",
            })
    void theFirstVoteWithAnAnswerIsTheDecision(String name) {
        Appraisal appraisal = appraisal(line(40), "Pack", name);

        Vote first =
                appraisal.votes().stream()
                        .filter(vote -> vote.category().isPresent())
                        .findFirst()
                        .orElseThrow();

        assertThat(appraisal.votes()).extracting(Vote::by).containsExactly(By.values());
        assertThat(first.category()).contains(appraisal.decision().category());
        assertThat(first.by()).isEqualTo(appraisal.decision().by());
        assertThat(first.confidence()).isEqualTo(appraisal.decision().confidence());
        assertThat(first.reason()).isEqualTo(appraisal.decision().reason());
    }

    @Test
    void everyVoteWithoutAnAnswerSaysWhy() {
        List<Vote> votes = appraisal(line(72), "x.mid").votes();

        assertThat(votes).allSatisfy(vote -> assertThat(vote.reason()).isNotBlank());
        assertThat(votes.get(0).category()).isEmpty();
        assertThat(votes.get(3).category()).contains(Category.MELODY);
    }

    @Test
    void drumsTellTheirFeelAsATag() {
        Phrase phrase = new Phrase().tempo(0, 96);
        for (int beat = 0; beat < 32; beat++) {
            phrase.hit(beat, beat % 2 == 0 ? 36 : 38, 100).hit(beat, 42, 80);
            phrase.hit(beat + 2 / 3.0, 42, 70);
        }

        assertThat(appraisal(phrase, "x.mid").derived())
                .extracting(Tag::term)
                .contains("shuffle", "medium tempo");
    }

    @Test
    void whatIsDrumsIsTaggedSoAndNotAfterTheInstrumentWhoseNumberItsKitHas() {
        Phrase phrase = new Phrase().program(9, 40);
        for (int beat = 0; beat < 32; beat++) {
            phrase.hit(beat, beat % 2 == 0 ? 36 : 38, 100).hit(beat, 42, 80);
        }

        Appraisal kit = appraisal(phrase, "x.mid");

        assertThat(kit.tags()).isEmpty();
        assertThat(kit.derived()).extracting(Tag::term).contains("drums");
        assertThat(appraisal(line(60), "x.mid").derived())
                .extracting(Tag::term)
                .doesNotContain("drums");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bizarre Love Triangle.mid", "Kick It.mid", "Tambourine Man.mid"})
    void aMelodyIsNoDrumForTheWordsOfItsTitle(String name) {
        Phrase melody = new Phrase().tempo(0, 118).program(0, 71);
        int[] pitches = {60, 64, 67, 72, 71, 67, 65, 62};
        for (int step = 0; step < 64; step++) {
            melody.chord(step * 0.5, 0.5, pitches[(step + step / 8) % 8]);
        }

        Decision decision = appraisal(melody, name).decision();

        assertThat(decision.category()).isEqualTo(Category.MELODY);
        assertThat(decision.by()).isEqualTo(By.NOTES);
    }

    @ParameterizedTest
    @CsvSource({
        "Kick 38.mid, 60, 60, 60, DRUM_KICKS",
        "Shaker loop.mid, 70, 70, 70, DRUM_PERC",
        "Conga loop.mid, 62, 63, 64, DRUM_PERC",
        "Toms.mid, 41, 45, 48, DRUM_TOMS",
        "Tom Fill.mid, 50, 47, 43, DRUM_TOMS",
    })
    void drumsOnAMelodicChannelAreShelvedByTheirName(
            String name, int low, int middle, int high, Category category) {
        Phrase loop = new Phrase().tempo(0, 100).program(0, 0);
        int[] pitches = {low, high, high, middle, low, low, middle, high};
        for (int step = 0; step < 32; step++) {
            loop.chord(step * 0.25, 0.2, pitches[step % 8]);
        }

        assertThat(appraisal(loop, name).decision().category()).isEqualTo(category);
    }

    @Test
    void derivedTagsAreTermsOfTheDictionaryAndSayWhereTheyAreFrom() {
        Phrase fast = line(60).tempo(0, 180);

        assertThat(appraisal(fast, "x.mid").derived())
                .isNotEmpty()
                .allSatisfy(
                        tag -> {
                            assertThat(tag.source()).isEqualTo(TagSource.DERIVED);
                            assertThat(TagDictionary.standard().category(tag.term()))
                                    .contains(tag.category());
                        });
    }

    @Test
    void whatANameSaysAlreadyIsNotDerivedAgain() {
        assertThat(appraisal(line(60), "slow tune 70bpm.mid").derived())
                .extracting(Tag::term)
                .doesNotContain("slow");
    }

    private static Appraisal appraisal(Phrase phrase, String... segments) {
        List<String> path = List.of(segments);
        return Appraisal.of(
                phrase.file(), path, FileTags.of(TAGGER, phrase.file(), path), Extent.WHOLE);
    }

    private static Phrase line(int pitch) {
        Phrase phrase = new Phrase().tempo(0, 120);
        for (int beat = 0; beat < 16; beat++) {
            phrase.chord(beat, 0.9, pitch + beat % 3 * 2);
        }
        return phrase;
    }
}
