package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TonalityTest {
    @ParameterizedTest
    @CsvSource({
        "0, MAJOR, C, 8B",
        "9, MINOR, Am, 8A",
        "6, MINOR, F#m, 11A",
        "4, MAJOR, E, 12B",
        "10, MAJOR, Bb, 6B",
        "11, MAJOR, B, 1B",
        "8, MINOR, G#m, 1A",
        "1, MINOR, C#m, 12A"
    })
    void aKeyHasItsUsualNameAndItsPlaceOnTheWheel(int tonic, Mode mode, String name, String place) {
        Tonality key = new Tonality(tonic, mode);

        assertThat(key.shortName()).isEqualTo(name);
        assertThat(key.camelot()).isEqualTo(place);
    }

    @Test
    void relativeKeysShareAPlaceOnTheWheel() {
        for (int tonic = 0; tonic < 12; tonic++) {
            Tonality major = new Tonality(tonic, Mode.MAJOR);

            assertThat(major.relative().relative()).isEqualTo(major);
            assertThat(major.relative().camelot().replace('A', 'B')).isEqualTo(major.camelot());
        }
    }

    @Test
    void aTonicIsAPitchClass() {
        assertThatThrownBy(() -> new Tonality(12, Mode.MAJOR))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
