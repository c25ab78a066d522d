package crateworks.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"song.mid", "Für Élise.mid", "ドラム", "\uD83C\uDFB5", "a%20b", "\uFFFD"})
    void aNameInUtf8IsItsOwnText(String name) {
        assertThat(FileNames.decode(name.getBytes(UTF_8))).isEqualTo(name);
    }

    @Test
    void aByteThatIsNotUtf8IsOneReservedCharacter() {
        assertThat(FileNames.decode("Caf\u00E9.mid".getBytes(ISO_8859_1)))
                .isEqualTo("Caf\uEFE9.mid");
    }

    @Test
    void aReservedCharacterInANameIsWrittenByteByByte() {
        assertThat(FileNames.decode("\uEFE9".getBytes(UTF_8))).isEqualTo("\uEFEE\uEFBF\uEFA9");
    }

    @Test
    void anyBytesComeBackFromTheirText() {
        long seed = Long.getLong("seed", 17);
        var random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            var name = new byte[1 + random.nextInt(12)];
            random.nextBytes(name);

            assertThat(FileNames.encode(FileNames.decode(name))).as("seed " + seed).isEqualTo(name);
        }
    }
}
