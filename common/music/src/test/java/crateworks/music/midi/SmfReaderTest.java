package crateworks.music.midi;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.time.Division;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SmfReaderTest {
    private static final String END = "00 FF2F00";
    private static final String NOTE = "00 903C64 60 803C40";

    private static Smf one(String track) {
        return Smf.header(0, 1, 96).track(track + END);
    }

    @Test
    void aPlainFileNeedsNoRepair() {
        Reading.Legible reading = Read.legible(one(NOTE).read());

        assertThat(reading.repairs()).isEmpty();
        assertThat(reading.file().format()).isZero();
        assertThat(reading.file().division()).isEqualTo(new Division.TicksPerQuarter(96));
        assertThat(Read.notes(reading.file())).containsExactly("0-96 60 100");
    }

    @Test
    void aFileWithoutNotesIsLegible() {
        assertThat(Read.departures(one("00 FF510307A120"))).isEmpty();
        assertThat(Read.notes(one(""))).isEmpty();
    }

    @Test
    void statusRunsOnUntilAnotherComes() {
        assertThat(Read.notes(one("00 903C64 10 3C00 00 3E40 10 3E00")))
                .containsExactly("0-16 60 100", "16-32 62 64");
    }

    @Test
    void aQuantityTakesAtMostFourBytes() {
        MidiFile file = Read.file(one("FFFFFF7F 903C64 01 803C00"));

        assertThat(file.events().tick(0)).isEqualTo(0x0FFFFFFF);
        assertThat(Read.departures(one("8080808001 903C64 01 803C00")))
                .containsExactly(Departure.QUANTITY_TOO_LONG);
        assertThat(Read.notes(one("8080808001 903C64 01 803C00"))).containsExactly("1-2 60 100");
    }

    @Test
    void formatOneKeepsTheTrackOfEachNote() {
        Smf smf = Smf.header(1, 2, 96).track(NOTE + END).track("00 903D64 10 803D00" + END);

        NoteTable notes = Read.file(smf).notes();

        assertThat(notes.count()).isEqualTo(2);
        assertThat(notes.track(0)).isZero();
        assertThat(notes.track(1)).isEqualTo(1);
    }

    @Test
    void formatTwoHasATimeForEachPattern() {
        Smf smf =
                Smf.header(2, 2, 96)
                        .track("00 FF5103 07A120" + NOTE + END)
                        .track("00 FF5103 0F4240" + NOTE + END);

        MidiFile file = Read.file(smf);

        assertThat(file.format()).isEqualTo(2);
        assertThat(file.tempoMap(0).microsPerQuarter(0)).isEqualTo(500_000);
        assertThat(file.tempoMap(1).microsPerQuarter(0)).isEqualTo(1_000_000);
    }

    @Test
    void exclusiveMessagesAndEscapesKeepTheirBytes() {
        EventTable events = Read.file(one("00 F0 03 7E7FF7 00 F7 02 F3 01 00 903C00")).events();

        assertThat(events.status(0)).isEqualTo(EventTable.EXCLUSIVE);
        assertThat(events.payloadLength(0)).isEqualTo(3);
        assertThat(events.payloadByte(0, 2)).isEqualTo(0xF7);
        assertThat(events.status(1)).isEqualTo(EventTable.ESCAPE);
        assertThat(events.payloadByte(1, 0)).isEqualTo(0xF3);
    }

    @Test
    void filmDivisionsAreRead() {
        Smf smf = Smf.header(0, 1, 0xE728).track(NOTE + END);

        assertThat(Read.file(smf).division()).isEqualTo(new Division.Smpte(25, 40));
        assertThat(Read.file(smf).tempoMap().microsAt(1000)).isEqualTo(1_000_000);
    }

    @Test
    void theLargestAndTheSmallestDivisionAreRead() {
        assertThat(Read.file(Smf.header(0, 1, 32_767).track(NOTE + END)).division())
                .isEqualTo(new Division.TicksPerQuarter(32_767));
        assertThat(Read.file(Smf.header(0, 1, 1).track(NOTE + END)).division())
                .isEqualTo(new Division.TicksPerQuarter(1));
    }

    @Test
    void namesProgramsAndTextsAreFound() {
        MidiFile file = Read.file(one("00 FF0302 4C64 00 FF0202 4D65 00 FF0501 61 00 C021" + NOTE));

        assertThat(file.trackName(0)).contains("Ld");
        assertThat(file.copyright()).contains("Me");
        assertThat(file.hasMeta(MetaType.LYRIC)).isTrue();
        assertThat(file.hasMeta(MetaType.MARKER)).isFalse();
        assertThat(file.program(0, 0)).hasValue(33);
        assertThat(file.program(0, 1)).isEmpty();
    }

    @Test
    void aBlankNameIsNone() {
        assertThat(Read.file(one("00 FF0303 200020")).trackName(0)).isEmpty();
    }

    @Test
    void aThousandTracksAreRead() {
        Smf smf = Smf.header(1, 1000, 96);
        for (int track = 0; track < 1000; track++) {
            smf.track(NOTE + END);
        }

        assertThat(Read.file(smf).trackCount()).isEqualTo(1000);
        assertThat(Read.file(smf).notes().count()).isEqualTo(1000);
        assertThat(Read.departures(smf)).isEmpty();
    }

    @Test
    void moreRowsThanAThirdOfTheBytesFit() {
        byte[] programs = new byte[2 * 5000];
        Arrays.fill(programs, (byte) 1);
        Smf smf = Smf.header(0, 1, 96).hex("4D54726B").number32(programs.length + 7);

        EventTable events = Read.file(smf.hex("00 C001").raw(programs).hex(END)).events();

        assertThat(events.count()).isEqualTo(5001);
        assertThat(events.tick(5000)).isEqualTo(5000);
    }
}
