package crateworks.music.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.analysis.Quality;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChordListsTest {
    private static List<String> labels(String text) {
        return Stream.of(text.split(" ")).toList();
    }

    private static List<String> names(ChordLists.Unnamed made) {
        return made.list().chords().stream().map(ChordList.Pad::name).toList();
    }

    @Test
    void aRoundIsTransposedToCAndRepeatedUntilEightPadsAreFull() {
        var labels =
                labels(
                        "A:min7 A:min7 F:maj C:maj G:maj/3 A:min7 F:maj C:maj G:maj/3 A:min7 F:maj"
                                + " C:maj G:maj/3");

        ChordLists.Unnamed made = ChordLists.of(labels, 9, true).orElseThrow();

        assertThat(names(made))
                .containsExactly("Cm7", "G#", "D#", "A#/D", "Cm7", "G#", "D#", "A#/D");
        assertThat(made.degrees()).isEqualTo("i VI III VII");
        assertThat(made.signature()).isEqualTo("Cm7 G# D# A#/D");
        assertThat(made.list().scale()).isEqualTo(ChordList.NATURAL_MINOR);
        assertThat(made.list().chords().getFirst().role()).isEqualTo("Root");
        assertThat(made.list().chords().get(4).role()).isEqualTo("Normal");
    }

    @Test
    void theSameChordsInAnotherKeyAreTheSame() {
        var inC = ChordLists.of(labels("C:maj A:min D:min7 G:7"), 0, false);
        var inEFlat = ChordLists.of(labels("Eb:maj C:min F:min7 Bb:7"), 3, false);

        assertThat(inC).isEqualTo(inEFlat).isPresent();
        assertThat(names(inC.orElseThrow())).startsWith("C", "Am", "Dm7", "G7");
    }

    @Test
    void twoNamesOfTheSameNotesSoundTheSame() {
        var sixth = ChordLists.of(labels("F:maj6 C:maj A:min G:7"), 0, false).orElseThrow();
        var seventh = ChordLists.of(labels("D:min7/b3 C:maj A:min G:7"), 0, false).orElseThrow();
        var otherBass = ChordLists.of(labels("D:min7 C:maj A:min G:7"), 0, false).orElseThrow();

        assertThat(sixth.signature()).isNotEqualTo(seventh.signature());
        assertThat(ChordLists.sound(sixth.signature()))
                .isEqualTo(ChordLists.sound(seventh.signature()))
                .isNotEqualTo(ChordLists.sound(otherBass.signature()));
        assertThat(ChordLists.of(labels("F:maj6 D:min7/b3 C:maj A:min"), 0, false)).isEmpty();
    }

    @Test
    void everyChordIsReadFromItsName() {
        for (Quality quality : Quality.values()) {
            for (int bass = 0; bass < 12; bass++) {
                var chord = new PlayedChord(6, quality, bass);
                assertThat(ChordSymbols.named(ChordSymbols.name(chord))).contains(chord);
            }
        }
        assertThat(ChordSymbols.named("")).isEmpty();
        assertThat(ChordSymbols.named("H7")).isEmpty();
        assertThat(ChordSymbols.named("C/H")).isEmpty();
    }

    @Test
    void fewerThanFourDifferentChordsAreNoProgression() {
        assertThat(ChordLists.of(labels("C:maj F:maj G:maj C:maj F:maj G:maj"), 0, false))
                .isEmpty();
        assertThat(ChordLists.of(List.of(), 0, false)).isEmpty();
    }

    @Test
    void longOnesFillSixteenPads() {
        var labels = labels("C:maj D:min E:min F:maj G:maj A:min B:dim C:maj7 F:maj7 D:min7");

        ChordLists.Unnamed made = ChordLists.of(labels, 0, false).orElseThrow();

        assertThat(made.list().chords()).hasSize(16);
        assertThat(names(made)).startsWith("C", "Dm").endsWith("F", "G", "Am");
    }

    @Test
    void manyChordsBesideTheScaleAreChromatic() {
        ChordLists.Unnamed made =
                ChordLists.of(labels("C:maj E:maj Ab:maj Db:maj7"), 0, false).orElseThrow();

        assertThat(made.list().scale()).isEqualTo(ChordList.CHROMATIC);
    }

    @Test
    void voicesMoveLittleOverABassOfTheirOwn() {
        List<ChordList.Pad> pads = GoldenFilesTest.fourChords().chords();

        assertThat(pads.get(0).notes()).containsExactly(36, 55, 60, 64);
        assertThat(pads.get(1).notes()).containsExactly(47, 55, 59, 62);
        assertThat(pads)
                .allSatisfy(
                        pad -> assertThat(pad.notes()).allMatch(note -> note >= 36 && note <= 72));
    }

    @Test
    void whatIsWrittenHasNoFlaw() {
        ChordList list = GoldenFilesTest.fourChords();

        assertThat(ChordListRules.flaws(list, list.name())).isEmpty();
        assertThat(ChordListRules.flaws(list, "Other-Name"))
                .extracting(Flaw::rule)
                .containsExactly(Flaw.Rule.STEM);
    }

    @Test
    void rulesNameEveryFlaw() {
        var flat =
                new ChordList(
                        "No Hyphen",
                        "Bb",
                        "Major",
                        2,
                        List.of(new ChordList.Pad("Eb7", "First", List.of(60))));

        assertThat(ChordListRules.flaws(flat, "No Hyphen"))
                .extracting(Flaw::rule)
                .containsExactly(
                        Flaw.Rule.NAME,
                        Flaw.Rule.FLATS,
                        Flaw.Rule.CHORD_COUNT,
                        Flaw.Rule.ROLE,
                        Flaw.Rule.CHORD_NOTES,
                        Flaw.Rule.FLATS);
    }

    @ParameterizedTest
    @CsvSource({
        "C:maj, C",
        "Db:min, C#m",
        "F#:hdim7, F#m7b5",
        "Bb:sus4, A#sus4",
        "A:min/b7, Am/G",
        "D:7/#11, D7/G#",
        "G:minmaj7, GmMaj7"
    })
    void chordsAreSaidWithSharps(String label, String said) {
        assertThat(ChordSymbols.name(ChordSymbols.read(label).orElseThrow())).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"N", "H:maj", "C:quartal", "C:maj/x", ":maj", "C"})
    void whatIsNoChordIsLeftOut(String label) {
        assertThat(ChordSymbols.read(label)).isEmpty();
    }
}
