package crateworks.music.midi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    private static Fault fault(byte[] bytes) {
        return switch (SmfReader.read(bytes)) {
            case Reading.Illegible(int _, Fault fault) -> fault;
            case Reading.Legible legible -> throw new AssertionError(legible.repairs());
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void noBytesAreAnEmptyFile() {
        assertThat(fault(new byte[0])).isEqualTo(Fault.EMPTY_FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>404</body></html>",
                "\u00FF\u00D8\u00FF\u00E0 JFIF",
                "PK\3\4 stored MThd\0\0\0\6\0\0\0\1\0\140MTrk\0\0\0\4\0\u00FF\57\0",
                "thirteen byte",
                "M"
            })
    void anythingElseIsNotAMidiFile(String content) {
        assertThat(fault(ascii(content))).isEqualTo(Fault.NOT_A_MIDI_FILE);
    }

    @Test
    void aHeaderFarInsideOtherContentIsNotTheFilesOwn() {
        byte[] bytes = new byte[Framing.JUNK_BYTES_MAX + 1000];
        byte[] header = ascii("MThd");
        System.arraycopy(header, 0, bytes, Framing.JUNK_BYTES_MAX + 10, header.length);

        assertThat(fault(bytes)).isEqualTo(Fault.NOT_A_MIDI_FILE);
    }

    @Test
    void aMidi2ClipIsNamed() {
        assertThat(fault(ascii("SMF2CLIP\0\0\0\0"))).isEqualTo(Fault.MIDI_2_CLIP);
    }

    @Test
    void thirteenBytesAreATruncatedHeader() {
        Smf smf = Smf.empty().hex("4D546864 00000006 0000 0001 00");

        assertThat(fault(smf.toArray())).isEqualTo(Fault.TRUNCATED_HEADER);
    }

    @Test
    void aHeaderAloneHasNoTracks() {
        assertThat(fault(Smf.header(1, 0, 96).toArray())).isEqualTo(Fault.NO_TRACKS);
        assertThat(fault(Smf.header(1, 1, 96).hex("4D54726B 00000000").toArray()))
                .isEqualTo(Fault.NO_TRACKS);
    }

    @Test
    void aFileAboveTheLimitIsTooLarge() {
        assertThat(fault(new byte[SmfReader.FILE_BYTES_MAX + 1])).isEqualTo(Fault.TOO_LARGE);
    }

    @Test
    void moreTracksThanAHeaderCanStateAreTooMany() {
        Smf smf = Smf.header(1, 0xFFFF, 96);
        byte[] track = Smf.empty().track("00FF2F00").toArray();
        for (int count = 0; count <= SmfReader.TRACKS_MAX; count++) {
            smf.raw(track);
        }

        assertThat(fault(smf.toArray())).isEqualTo(Fault.TOO_MANY_TRACKS);
    }

    @Test
    void moreEventsThanTheLimitAreTooMany() {
        byte[] programs = new byte[2 * SmfReader.EVENTS_MAX + 2];
        Smf smf = Smf.header(0, 1, 96).hex("4D54726B").number32(programs.length + 3);

        assertThat(fault(smf.hex("00C000").raw(programs).toArray()))
                .isEqualTo(Fault.TOO_MANY_EVENTS);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultSaysWhatToDoInOneSentence(Fault fault) {
        assertThat(fault.code()).isEqualTo(fault.name());
        assertThat(fault.sentence()).matches("[A-Z][^:]+: [^:]+\\.");
    }
}
