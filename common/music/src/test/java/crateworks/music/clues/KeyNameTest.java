package crateworks.music.clues;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.clues.NamedKey.Mode;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyNameTest {
    @ParameterizedTest
    @CsvSource({
        "Am, 9, MINOR",
        "A, 9, MAJOR",
        "c, 0, MAJOR",
        "F#, 6, MAJOR",
        "F#m, 6, MINOR",
        "Gbmin, 6, MINOR",
        "Bb minor, 10, MINOR",
        "' E flat major ', 3, MAJOR",
        "8A, 9, MINOR",
        "8B, 0, MAJOR",
        "h-moll, 11, MINOR",
        "Fsm, 6, MINOR",
    })
    void aKeyIsReadAsItIsWritten(String text, int tonic, Mode mode) {
        assertThat(KeyName.parse(text)).contains(new NamedKey(tonic, Optional.of(mode)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "H2O", "Am or C", "loop", "13A", "8", "Cdim", "#", "A minor 2"})
    void whatIsNoKeyIsNone(String text) {
        assertThat(KeyName.parse(text)).isEmpty();
    }
}
