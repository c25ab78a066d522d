package crateworks.music.split;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.midi.Corpus;
import crateworks.music.midi.MetaType;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.RandomFile;
import crateworks.music.midi.Read;
import crateworks.music.midi.Reading;
import crateworks.music.midi.Smf;
import crateworks.music.midi.SmfReader;
import crateworks.music.time.Division;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static final String END = "00 FF2F00";
    private static final String CONDUCTOR =
            "00 FF5103 0F4240 00 FF5804 03021808 00 FF5902 FD01 60 FF5103 07A120" + END;

    private static MidiFile file(Part part) {
        Reading.Legible reading = Read.legible(part.content().read());
        assertThat(reading.repairs()).as("%s", part).isEmpty();
        return reading.file();
    }

    private static List<Part> split(Smf smf) {
        return Splitter.split(Read.file(smf));
    }

    @Test
    void aPartHasTheTimeOfItsParent() {
        Smf smf =
                Smf.header(1, 3, 96)
                        .track(CONDUCTOR)
                        .track("00 903C64 60 803C40" + END)
                        .track("00 913E64 8140 813E40" + END);

        for (Part part : split(smf)) {
            MidiFile child = file(part);
            assertThat(child.format()).isZero();
            assertThat(child.division()).isEqualTo(new Division.TicksPerQuarter(96));
            assertThat(child.tempoMap().count()).isEqualTo(2);
            assertThat(child.tempoMap().microsAt(192)).isEqualTo(1_500_000);
            assertThat(child.meterMap().numerator(0)).isEqualTo(3);
            assertThat(child.keySignatures().sharps(0)).isEqualTo(-3);
        }
    }

    @Test
    void aTrackThatOnlySetsAChannelUpGoesIntoItsParts() {
        Smf smf =
                Smf.header(1, 3, 96)
                        .track("00 C021 00 B00765 00 F0057E7F0901F7" + END)
                        .track("00 903C64 60 803C40" + END)
                        .track("00 C105 00 913E64 60 813E40" + END);

        Part bass = split(smf).getFirst();

        assertThat(bass.program()).hasValue(33);
        assertThat(bass.label()).isEqualTo("Electric Bass (finger)");
        assertThat(file(bass).program(0, 0)).hasValue(33);
        assertThat(file(bass).events().count()).isEqualTo(6);
    }

    @Test
    void aProgramOnTheDrumChannelIsAKitAndNoInstrument() {
        Smf smf =
                Smf.header(1, 2, 96)
                        .track("00 C028 00 903C64 60 803C40" + END)
                        .track("00 C928 00 992464 60 892440" + END);

        List<Part> parts = split(smf);

        assertThat(parts).extracting(part -> part.program().orElseThrow()).containsExactly(40, 40);
        assertThat(parts.getFirst().instrument()).hasValue(40);
        assertThat(parts.getLast().instrument()).isEmpty();
    }

    @Test
    void aTrackWithNotesKeepsItsProgramToItself() {
        Smf smf =
                Smf.header(1, 2, 96)
                        .track("00 C000 00 903C64 60 803C40" + END)
                        .track("00 C021 00 903E64 60 803E40" + END);

        List<Part> parts = split(smf);

        assertThat(parts).extracting(part -> part.program().orElseThrow()).containsExactly(0, 33);
        assertThat(file(parts.get(1)).events().data1(1)).isEqualTo(33);
    }

    @Test
    void formatZeroHasAPartForEachChannel() {
        Smf smf =
                Smf.header(0, 1, 96)
                        .track(
                                "00 FF0304 536F6E67 00 C120 00 903C64 00 913E64 00 992464"
                                        + " 60 803C00 00 813E00 00 892400"
                                        + END);

        List<Part> parts = split(smf);

        assertThat(parts)
                .extracting(Part::label)
                .containsExactly("Channel 1", "Acoustic Bass", "Drums");
        assertThat(parts).extracting(Part::channel).containsExactly(0, 1, 9);
        assertThat(parts).allSatisfy(part -> assertThat(part.trackName()).contains("Song"));
        assertThat(file(parts.get(2)).trackName(0)).contains("Drums");
    }

    @Test
    void formatTwoHasAPartForEachPattern() {
        Smf smf =
                Smf.header(2, 2, 96)
                        .track("00 FF5103 0F4240 00 903C64 00 913C64 60 803C40 00 813C40" + END)
                        .track("00 FF5103 07A120 00 923C64 60 823C40" + END);

        List<Part> parts = split(smf);

        assertThat(parts).extracting(Part::noteCount).containsExactly(2, 1);
        assertThat(parts).extracting(Part::channel).containsExactly(0, 2);
        assertThat(file(parts.get(0)).tempoMap().microsAt(96)).isEqualTo(1_000_000);
        assertThat(file(parts.get(1)).tempoMap().microsAt(96)).isEqualTo(500_000);
    }

    @Test
    void theNameOfATrackNamesItsOnlyPart() {
        Smf smf =
                Smf.header(1, 2, 96)
                        .track("00 FF0304 4C656164 00 FF0501 61 00 903C64 60 803C40" + END)
                        .track("00 913E64 60 813E40" + END);

        List<Part> parts = split(smf);

        assertThat(parts).extracting(Part::label).containsExactly("Lead", "Channel 2");
        assertThat(file(parts.getFirst()).hasMeta(MetaType.LYRIC)).isTrue();
        assertThat(file(parts.getLast()).hasMeta(MetaType.LYRIC)).isFalse();
    }

    @Test
    void aNoteLeftOpenEndsWhereItDidInTheParent() {
        Smf smf =
                Smf.header(1, 2, 96)
                        .track("00 903C64 60 FF2F00")
                        .track("00 913E64 8140 813E40" + END);

        assertThat(Read.notes(file(split(smf).getFirst()))).containsExactly("0-96 60 100");
    }

    @Test
    void aFileWithOnePartOrNoneStaysWhole() {
        assertThat(split(Smf.header(0, 1, 96).track("00 903C64 60 803C40" + END))).isEmpty();
        assertThat(split(Smf.header(1, 1, 96).track(CONDUCTOR))).isEmpty();
    }

    @Test
    void aFileWithTooManyPartsStaysWhole() {
        Smf smf = Smf.header(1, Splitter.PARTS_MAX + 1, 96);
        byte[] track = Smf.empty().track("00 903C64 60 803C40" + END).toArray();
        for (int count = 0; count <= Splitter.PARTS_MAX; count++) {
            smf.raw(track);
        }

        assertThat(split(smf)).isEmpty();
        assertThat(Splitter.partCount(Read.file(smf))).isEqualTo(Splitter.PARTS_MAX + 1);
    }

    @Test
    void aFileThatWouldMultiplyItselfStaysWhole() {
        Smf smf = Smf.header(1, 4001, 96);
        byte[] track = Smf.empty().track("00 903C64 60 803C40" + END).toArray();
        for (int count = 0; count < 4000; count++) {
            smf.raw(track);
        }

        assertThat(split(smf.track("00 FF0600".repeat(10_000) + END))).isEmpty();
    }

    @Test
    void theSameFileGivesTheSameBytes() {
        byte[] bytes = RandomFile.bytes(new Random(3));

        assertThat(Splitter.split(Read.legible(SmfReader.read(bytes)).file()))
                .isEqualTo(Splitter.split(Read.legible(SmfReader.read(bytes)).file()));
    }

    @Test
    void programsHaveTheirGeneralMidiNames() {
        assertThat(ProgramNames.name(0)).isEqualTo("Acoustic Grand Piano");
        assertThat(ProgramNames.name(87)).isEqualTo("Lead 8 (bass + lead)");
        assertThat(ProgramNames.name(127)).isEqualTo("Gunshot");
    }

    @Test
    void theNotesOfThePartsOfRandomFilesAreThoseOfTheParent() {
        for (long seed = 0; seed < 200; seed++) {
            byte[] bytes = RandomFile.bytes(new Random(seed));
            NotesKept.check("seed " + seed, Read.legible(SmfReader.read(bytes)).file());
        }
    }

    @Test
    void theNotesOfThePartsOfRealFilesAreThoseOfTheParent() {
        for (Path path : Corpus.files()) {
            if (SmfReader.read(Corpus.bytes(path)) instanceof Reading.Legible(var file, var _)) {
                NotesKept.check(path.toString(), file);
            }
        }
    }
}
