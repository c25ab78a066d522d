package crateworks.music.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTemplateTest {
    private static final String EVERYTHING =
            "{bpm}_{key}_{camelot}_{tags}_{category}_{name}_{meter}_{bars}bars_{track}_{program}";

    private static final NameFacts FULL =
            new NameFacts(
                    OptionalDouble.of(127.6),
                    Optional.of("Cmaj"),
                    Optional.of("8B"),
                    List.of("bass", "loop"),
                    Optional.of("Bass"),
                    Optional.of("My Song"),
                    Optional.of("4/4"),
                    OptionalInt.of(8),
                    Optional.of("Fingered Bs."),
                    Optional.of("Electric Bass"));

    private static NameFacts facts(double bpm, String key, String... tags) {
        return new NameFacts(
                bpm == 0 ? OptionalDouble.empty() : OptionalDouble.of(bpm),
                Optional.of(key),
                Optional.empty(),
                List.of(tags),
                Optional.empty(),
                Optional.of("the original"),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String standard(NameFacts facts) {
        return NameTemplate.STANDARD.name(facts, TargetProfile.KEEP_SHARPS);
    }

    @Test
    void theStandardNameIsTempoKeyAndTags() {
        assertThat(standard(facts(128, "Cmaj", "bass", "loop")))
                .isEqualTo("128bpm_Cmaj_bass_loop.mid");
    }

    @Test
    void whatIsMissingTakesItsSegmentAlong() {
        assertThat(standard(facts(0, "F#m", "bass"))).isEqualTo("F#m_bass.mid");
        assertThat(standard(facts(90, "", "bass"))).isEqualTo("90bpm_bass.mid");
        assertThat(standard(facts(90, "F#m"))).isEqualTo("90bpm_F#m.mid");
        assertThat(standard(facts(90, " "))).isEqualTo("90bpm.mid");
    }

    @Test
    void aNameOfNothingKnownStaysAsItWas() {
        assertThat(standard(facts(0, ""))).isEqualTo("the_original.mid");
        assertThat(standard(NameFacts.NONE)).isEqualTo("untitled.mid");
    }

    @Test
    void everyPlaceholderHasItsFact() {
        assertThat(NameTemplate.of(EVERYTHING).name(FULL, TargetProfile.KEEP_SHARPS))
                .isEqualTo(
                        "128_Cmaj_8B_bass_loop_Bass_My_Song_4-4_8bars_Fingered_Bs_Electric_Bass.mid");
    }

    @ParameterizedTest
    @CsvSource({
        "{category}-{name} {bars}b {bpm}bpm, Bass-My_Song_8b_128bpm.mid",
        "Kit ({bpm}bpm), Kit_(128bpm).mid",
        "{name}, My_Song.mid",
        "fixed, fixed.mid",
        "a/{name}, aMy_Song.mid",
    })
    void textAndPlaceholdersMix(String template, String expected) {
        assertThat(NameTemplate.of(template).name(FULL, TargetProfile.KEEP_SHARPS))
                .isEqualTo(expected);
    }

    @Test
    void theProfileRulesTheName() {
        assertThat(
                        NameTemplate.STANDARD.name(
                                facts(90, "F#min", "pad"), TargetProfile.LETTERS_ONLY))
                .isEqualTo("90bpm_Fsmin_pad.mid");
    }

    @Test
    void aNameTakesFewTagsAndTheirSpacesAreDashes() {
        assertThat(standard(facts(174, "Dmin", "drum and bass", "b", "c", "d", "e")))
                .isEqualTo("174bpm_Dmin_drum-and-bass_b_c_d.mid");
    }

    @ParameterizedTest
    @CsvSource({
        "{speed}_{key}, no placeholder {speed}; there are {bpm}",
        "{BPM}, no placeholder {BPM}",
        "a{bpm, at character 2",
        "bpm}, at character 4",
    })
    void aWrongTemplateSaysWhatIsWrong(String template, String message) {
        assertThatThrownBy(() -> NameTemplate.of(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aTemplateIsNeitherEmptyNorEndless() {
        assertThatThrownBy(() -> NameTemplate.of(" ")).hasMessageContaining("1 to 200");
        assertThatThrownBy(() -> NameTemplate.of("x".repeat(201))).hasMessageContaining("201");
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, Cmaj, 8B", "9, true, Amin, 8A", "7, false, Gmaj, 9B", "6, true, F#min, 11A",
        "1, false, Dbmaj, 3B", "8, true, G#min, 1A", "11, false, Bmaj, 1B", "10, true, Bbmin, 3A"
    })
    void keysAreSpelledAsMusiciansDo(int tonic, boolean minor, String plain, String camelot) {
        assertThat(KeySpelling.plain(tonic, minor)).isEqualTo(plain);
        assertThat(KeySpelling.camelot(tonic, minor)).isEqualTo(camelot);
    }
}
