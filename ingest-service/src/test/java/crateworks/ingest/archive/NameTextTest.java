package crateworks.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTextTest {
    @ParameterizedTest
    @CsvSource({
        "UTF-8, Für Élise ドラム.mid",
        "IBM437, Für Elise.mid",
        "IBM437, Señorita (Café).mid",
        "IBM437, Mötley/Ångström.mid",
        "windows-1252, Für Elise.mid",
        "windows-1252, Café.mid",
        "windows-31j, ドラム/アイ.mid",
        "windows-31j, 日本の音楽 01.mid",
        "windows-31j, ベース（ソロ）.mid",
        "GBK, 中文鼓点/低音.mid",
        "GBK, 音乐 128bpm.mid"
    })
    void aNameIsReadInTheEncodingThatItLooksLike(String charset, String name) {
        assertThat(NameText.of(name.getBytes(Charset.forName(charset)))).isEqualTo(name);
    }

    @Test
    void whatCannotBeStoredAsTextIsMadeVisible() {
        assertThat(NameText.clean("a\0b\uD83Cc\uD83C\uDFB5"))
                .isEqualTo("a\u2400b\uFFFDc\uD83C\uDFB5");
    }

    @Test
    void anyBytesHaveAText() {
        var all = new byte[256];
        for (int octet = 0; octet < all.length; octet++) {
            all[octet] = (byte) octet;
        }

        assertThat(NameText.of(all)).isNotEmpty().doesNotContain("\0");
    }
}
