package crateworks.music.clues;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.clues.NamedKey.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CluesTest {
    private static final List<String> NOTES =
            List.of("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");

    private static Clues of(String... segments) {
        return Clues.of(List.of(segments));
    }

    private static String bpm(Clues clues) {
        return clues.bpm().map(clue -> clue.value().toString()).orElse("none");
    }

    private static String key(Clues clues) {
        return clues.key().map(clue -> shown(clue.value())).orElse("none");
    }

    private static String shown(NamedKey key) {
        String mode = key.mode().map(each -> each == Mode.MAJOR ? " major" : " minor").orElse("");
        return NOTES.get(key.tonicPitchClass()) + mode;
    }

    /** The traps of bad names, each with what it tells and what it does not. */
    @ParameterizedTest
    @CsvSource({
        "F#m.mid,               none,  F# minor", // the shortest usual way to state a minor key
        "Ebm.mid,               none,  Eb minor",
        "Abm.mid,               none,  Ab minor",
        "Gbmin.mid,             none,  F# minor",
        "Bass_Amin_125.mid,     125.0, A minor", // a bare number beside a key is its tempo
        "Bass_Amaj.mid,         none,  A major", // not "Am" with something behind it
        "F_min.mid,             none,  F minor",
        "A minor.mid,           none,  A minor",
        "Fsharp.mid,            none,  F#", // no mode is stated, so none is invented
        "Take A Chance.mid,     none,  none", // an article
        "Part_B.mid,            none,  none", // a part
        "in_C.mid,              none,  C", // "in" states a key when nothing follows the letter
        "Db.mid,                none,  C#",
        "G#.mid,                none,  Ab",
        "Gb.mid,                none,  F#",
        "G♯.mid,                none,  Ab",
        "8A.mid,                none,  A minor", // the wheel of DJs
        "Cmaj7.mid,             none,  C major", // a chord: weak, see below
        "001_174_Cmin.mid,      174.0, C minor", // 001 counts files
        "174 bpm Dmin.mid,      174.0, D minor",
        "1174bpm.mid,           none,  none", // neither 1174 nor 174
        "120.5bpm.mid,          120.5, none",
        "90-100bpm.mid,         95.0,  none", // the middle of the range: weak, see below
        "31 Groove.mid,         none,  none", // a count
        "TR-808_140.mid,        140.0, none", // a machine, then a tempo
        "Juno 106 pad.mid,      none,  none",
        "99 Luftballons.mid,    none,  none", // a title
        "Vol_12.mid,            none,  none",
        "2023.mid,              none,  none",
    })
    void everyTrapTellsWhatAMusicianWouldRead(String name, String bpm, String key) {
        assertThat(bpm(of(name))).isEqualTo(bpm);
        assertThat(key(of(name))).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "128bpm.mid, 128.0",
        "loop 128 BPM.mid, 128.0",
        "bpm128.mid, 128.0",
        "128_bpm.mid, 128.0",
        "BPM_128_x.mid, 128.0",
        "Bass_01_bpm_128.mid, 128.0",
        "090bpm.mid, 90.0",
        "'bpm=127,5.mid', 127.5",
        "Loop128Bpm.mid, 128.0",
        "128BPMCmin.mid, 128.0",
        "tempo 96.mid, 96.0",
        "01-128bpm.mid, 128.0",
        "01.120bpm.mid, 120.0",
        "12bpm.mid, none",
        "300bpm.mid, none",
        "bpm.mid, none",
        "99999999999999999999bpm.mid, none",
        "100-174bpm.mid, 174.0",
        "1_funk_80_beat_4-4.mid, 80.0",
        "125_Bass_Amin.mid, 125.0",
        "Cmin_140.mid, 140.0",
        "Amin125.mid, 125.0",
        "loop_125.mid, 125.0",
        "SH-101_lead.mid, none",
        "take_100.mid, none",
        "Highway 101.mid, none",
        "BWV_140.mid, none",
        "12-31-99.mid, none",
        "2019-11-120.mid, none",
        "drum_100_120.mid, none",
        "a937a36ef-9cd7-4a120.mid, none",
        "Loop #100.mid, none",
        "ppqn-192.mid, none",
        "Symphony 9 op125 d-moll.mid, none",
        "x125_Amin.mid, none",
        "KSHMR_Drum_Loop_128_02_Fill.mid, 128.0",
        "LP24_120_Bb_Piano.mid, 120.0",
        "100 Days.mid, none",
        "Bass loop 90.mid, 90.0",
        "Funk 120 groove.mid, 120.0",
        "House beat 124 A.mid, 124.0",
        "Drum Fill 96 b.mid, 96.0",
        "Deep bass 100 02.mid, none", // two numbers count
        "Bass loop 01.mid, none",
        "Bass loop 007.mid, none",
        "Funk 1999 groove.mid, none",
        "Bass loop 64 bars.mid, none",
        "Funk 100 grooves.mid, none",
        "Bass Vol 90.mid, none",
        "100 groove.mid, none",
        "Love 90 times.mid, none",
    })
    void temposAreToldFromOtherNumbers(String name, String bpm) {
        assertThat(bpm(of(name))).isEqualTo(bpm);
    }

    @ParameterizedTest
    @CsvSource({
        "AMin.mid, A minor",
        "BassAmin.mid, A minor",
        "174Dmin.mid, D minor",
        "F#Minor_x.mid, F# minor",
        "BbMajor.mid, Bb major",
        "F sharp minor.mid, F# minor",
        "E flat major.mid, Eb major",
        "FSharpMinor.mid, F# minor",
        "Fsm.mid, F# minor",
        "Fsmin.mid, F# minor",
        "ebmin.mid, Eb minor",
        "f#m.mid, F# minor",
        "E♭ minor.mid, Eb minor",
        "pad (Am).mid, A minor",
        "[Cm] pad.mid, C minor",
        "CmLoop.mid, C minor",
        "h-moll.mid, B minor",
        "B-Dur.mid, Bb major",
        "cis moll.mid, C# minor",
        "Sonate Es-Dur.mid, Eb major",
        "Fismoll.mid, F# minor",
        "Key of D.mid, D",
        "128bpm_C_bass.mid, C",
        "C_128bpm.mid, C",
        "Bass_C_120.mid, C",
        "12B.mid, E major",
        "128_1A.mid, Ab minor",
        "Sonata in G 2.mid, G",
        "F#2.mid, F#",
        "Am7.mid, A minor",
        "I Am The Walrus.mid, none",
        "Here I Am.mid, none",
        "EBM.mid, none",
        "ebm.mid, none",
        "abba.mid, none",
        "D&B.mid, none",
        "D'Angelo.mid, none",
        "DnB_174.mid, none",
        "DJAm.mid, none",
        "GM.mid, none",
        "FM.mid, none",
        "AM.mid, none",
        "am.mid, none",
        "C3.mid, none",
        "G7.mid, none",
        "Bdim.mid, none",
        "-6dB.mid, none",
        "Take 2A.mid, none",
        "Clarinet in Bb.mid, none",
        "Bb Trumpet.mid, none",
        "Admin.mid, none",
        "Eminem.mid, none",
        "Bass.mid, none",
        "Fade.mid, none",
        "Ebb.mid, none",
        "once in A lifetime.mid, none",
        "Part_B_128bpm.mid, none",
        "bass.mid, none",
        "A.mid, none",
        "Vol 8A.mid, none",
    })
    void keysAreToldFromOtherWords(String name, String key) {
        assertThat(key(of(name))).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "beat_4-4.mid, 4/4", "3-4 waltz.mid, 3/4", "7_8 time.mid, 7/8", "time sig 6-8.mid, 6/8",
        "12-8 blues.mid, 12/8", "3_4.mid, none", "Part 3-4.mid, none", "2019-4-4.mid, none",
        "1-4 bars.mid, none", "04-04.mid, none", "6-8bars.mid, none", "5-3.mid, none",
    })
    void metersAreToldFromOtherPairs(String name, String meter) {
        Optional<NamedMeter> found = of(name).meter().map(Clue::value);
        assertThat(found.map(each -> each.numerator() + "/" + each.denominator()).orElse("none"))
                .isEqualTo(meter);
    }

    @ParameterizedTest
    @CsvSource({
        "8 bars.mid, 8",
        "4bar.mid, 4",
        "16-bar loop.mid, 16",
        "bars_8.mid, 8",
        "Bass-Deep 01 4b 122bpm.mid, 4",
        "12 Bar Blues.mid, none",
        "bar 12.mid, none",
        "4b.mid, none",
        "1-4 bars.mid, none",
        "0 bars.mid, none",
        "crowbar.mid, none",
    })
    void lengthsInBarsAreRead(String name, String bars) {
        assertThat(of(name).bars().map(each -> each.value().toString()).orElse("none"))
                .isEqualTo(bars);
    }

    @Test
    void whatIsSaidBeatsABareNumberEvenFromAFolder() {
        assertThat(bpm(of("House 128bpm", "Cmin_140.mid"))).isEqualTo("128.0");
        assertThat(bpm(of("House 128bpm", "loop 126bpm.mid"))).isEqualTo("126.0");
        assertThat(bpm(of("140bpm_loop_128.mid"))).isEqualTo("140.0");
        assertThat(bpm(of("House 95bpm", "90-100bpm.mid"))).isEqualTo("95.0");
    }

    @Test
    void aFolderOfTemposSaysWhatTheNumbersInItAre() {
        assertThat(bpm(of("By BPM", "128", "x.mid"))).isEqualTo("128.0");
        assertThat(bpm(of("BPM", "120-125", "x.mid"))).isEqualTo("122.5");
        assertThat(bpm(of("Songs", "128", "x.mid"))).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cmaj7.mid",
                "90-100bpm.mid",
                "F#2.mid",
                "Bass_C_120.mid",
                "C-Am-F-G.mid",
                "Bass loop 90.mid",
                "Am-D7-G.mid",
                "F-Bb-F.mid",
                "G7-Cm.mid",
                "8A.mid",
                "TR-808_140.mid",
            })
    void aGuessSaysThatItIsOne(String name) {
        Clues clues = of(name);
        assertThat(clues.bpm().isPresent() || clues.key().isPresent()).isTrue();
        assertThat(clues.bpm().map(Clue::confidence).orElse(0.0)).isLessThan(0.5);
        assertThat(clues.key().map(Clue::confidence).orElse(0.0)).isLessThan(0.5);
    }

    @Test
    void statementsThatDisagreeAreLessCredible() {
        Clues clues = of("90bpm_180bpm.mid");
        assertThat(clues.bpm().orElseThrow().confidence()).isLessThan(0.5);
        assertThat(clues.bpm().orElseThrow().rival()).contains("180bpm");
        assertThat(of("180bpm_180bpm.mid").bpm().orElseThrow().confidence()).isGreaterThan(0.9);
    }

    @Test
    void aClueSaysWhereItStands() {
        Clues clues = of("Packs", "House 128 BPM.zip", "Bass F#m.mid");
        assertThat(clues.bpm().orElseThrow().segment()).isEqualTo(1);
        assertThat(clues.bpm().orElseThrow().token()).isEqualTo("128 BPM");
        assertThat(clues.key().orElseThrow().segment()).isEqualTo(2);
        assertThat(clues.key().orElseThrow().token()).isEqualTo("F#m");
    }

    @Test
    void nothingTellsNothing() {
        assertThat(Clues.of(List.of())).isEqualTo(of("", " ", "___.mid"));
        assertThat(Clues.of(List.of()).bpm()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTextIsRead(long seed) {
        var random = new Random(seed);
        String alphabet = "AaBbCm#♭♯19 0_-./minjorbpm&'\uD83C\u0301大";
        for (int round = 0; round < 2_000; round++) {
            var name = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                name.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Clues clues = of("folder", name.toString());
            assertThat(clues.bpm().map(Clue::value).orElse(40.0))
                    .as("seed %d: %s", seed, name)
                    .isBetween(40.0, 251.0);
        }
    }

    @Test
    void longAndDeepPathsAreReadAtTheirEnds() {
        String[] segments = new String[100];
        Arrays.fill(segments, "x".repeat(5_000));
        segments[99] = "128bpm" + "_A".repeat(50_000);
        assertThat(of(segments).bpm().orElseThrow().segment()).isEqualTo(99);
    }
}
