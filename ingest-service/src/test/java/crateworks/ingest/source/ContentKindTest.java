package crateworks.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentKindTest {
    private static final String HEADER = "MThd\0\0\0\6\0\0\0\1\0\140";

    @Test
    void midiIsKnownWhateverItIsCalled() {
        assertThat(kind(HEADER, "x.jpg")).isEqualTo(ContentKind.MIDI);
        assertThat(kind("MThd", "x")).isEqualTo(ContentKind.MIDI);
        assertThat(kind("RIFF\1\0\0\0RMIDdata", "x")).isEqualTo(ContentKind.MIDI);
        assertThat(kind("\0".repeat(128) + HEADER, "x")).isEqualTo(ContentKind.MIDI);
        assertThat(kind("\r\n\r\njunk" + HEADER, "x")).isEqualTo(ContentKind.MIDI);
    }

    @Test
    void aWordInATextIsNoMidiHeader() {
        assertThat(kind("A file begins with MThd, then", "x.txt")).isEqualTo(ContentKind.OTHER);
        assertThat(kind("RIFF\1\0\0\0WAVEfmt " + HEADER, "x.wav")).isEqualTo(ContentKind.OTHER);
    }

    @Test
    void aClipOfMidi2IsToldApart() {
        assertThat(kind("SMF2CLIP", "x.mid")).isEqualTo(ContentKind.MIDI2_CLIP);
    }

    @ParameterizedTest
    @CsvSource({
        "x.mid, MIDI_CANDIDATE",
        "x.MIDI, MIDI_CANDIDATE",
        "x.Kar, MIDI_CANDIDATE",
        "x.RMI, MIDI_CANDIDATE",
        "d.mid/x.smf, MIDI_CANDIDATE",
        "x.zip, ZIP",
        "x.TGZ, GZIP",
        "x.txt, OTHER",
        "mid, OTHER",
        "x, OTHER"
    })
    void whatTheContentDoesNotTellTheNameTells(String name, ContentKind expected) {
        assertThat(kind("<html>", name)).isEqualTo(expected);
        assertThat(kind("", name)).isEqualTo(expected);
    }

    @Test
    void archivesAreKnownByTheirFirstBytes() {
        assertThat(kind("PK\3\4", "x.mid")).isEqualTo(ContentKind.ZIP);
        assertThat(kind("PK\5\6", "x")).isEqualTo(ContentKind.ZIP);
        assertThat(kind("7z\u00BC\u00AF'\u001C", "x.zip")).isEqualTo(ContentKind.SEVEN_ZIP);
        assertThat(kind("Rar!\u001A\7\0", "x.zip")).isEqualTo(ContentKind.RAR);
        assertThat(kind("Rar!\u001A\7\1\0", "x.zip")).isEqualTo(ContentKind.RAR);
        assertThat(kind("\u001F\u008B\b", "x.mid")).isEqualTo(ContentKind.GZIP);
        assertThat(kind("\u00FD7zXZ\0", "x")).isEqualTo(ContentKind.XZ);
        assertThat(kind("(\u00B5/\u00FD", "x")).isEqualTo(ContentKind.ZSTD);
        assertThat(kind("BZh91AY&SY", "x")).isEqualTo(ContentKind.BZIP2);
        assertThat(kind("a".repeat(257) + "ustar" + "\0".repeat(250), "x"))
                .isEqualTo(ContentKind.TAR);
    }

    @Test
    void aTarOlderThanPosixIsKnownByItsChecksum() {
        var header = new byte[512];
        header[0] = 'a';
        Arrays.fill(header, 148, 156, (byte) ' ');
        System.arraycopy("000541".getBytes(ISO_8859_1), 0, header, 148, 6); // 8 blanks and an a

        assertThat(ContentKind.of(header, "x")).isEqualTo(ContentKind.TAR);
        header[1] = 'b';
        assertThat(ContentKind.of(header, "x")).isEqualTo(ContentKind.OTHER);
    }

    private static ContentKind kind(String content, String name) {
        return ContentKind.of(content.getBytes(ISO_8859_1), name);
    }
}
