package crateworks.music.midi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaTextTest {
    private static String decode(byte[] bytes) {
        return MetaText.decode(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, Bösendorfer",
        "UTF-8, 音轨1",
        "ISO-8859-1, Präludium und Fuge",
        "ISO-8859-1, Percussão",
        "ISO-8859-1, Séquence écrite",
        "windows-1252, It’s",
        "Shift_JIS, ピアノ",
        "Shift_JIS, ---- 全体設定 ----",
        "Shift_JIS, RPG2000 BGM J戦闘3",
        "GBK, 钢琴",
        "GBK, 月亮代表我的心 melody",
        "UTF-16, Flügel"
    })
    void textOfTheUsualEncodingsIsReadable(String charset, String text) {
        assertThat(decode(text.getBytes(Charset.forName(charset)))).isEqualTo(text);
    }

    @Test
    void controlAndDirectionCharactersGo() {
        String text = "\u0000Le\u0000ad\r\n\u202Egnod\u2066 \u200B!\u0007";

        assertThat(decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo("Le ad gnod !");
    }

    @Test
    void textIsCutWithinItsLimitAndNotWithinACharacter() {
        byte[] long10Mb = ("a" + "é".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(decode(long10Mb)).isEqualTo("a" + "é".repeat(MetaText.BYTES_MAX / 2 - 1));
    }

    @Test
    void everyByteGivesSomeTextOrNone() {
        for (int octet = 0; octet < 256; octet++) {
            assertThat(decode(new byte[] {(byte) octet}))
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");
        }
    }
}
