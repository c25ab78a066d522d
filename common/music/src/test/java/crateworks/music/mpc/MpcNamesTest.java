package crateworks.music.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MpcNamesTest {
    @Test
    void aNameSaysWhatAPatternDoesNotHold() {
        assertThat(
                        MpcNames.pattern(
                                "Bass",
                                "Deep Floor",
                                1,
                                4,
                                OptionalInt.of(122),
                                Optional.of("F#m")))
                .isEqualTo("Bass-Deep Floor 01 4b 122bpm F#m");
        assertThat(MpcNames.pattern("Drums", "", 12, 80, OptionalInt.empty(), Optional.empty()))
                .isEqualTo("Drums-12 Song 80b");
        assertThat(MpcNames.progression("Drum-and_Bass", "i VI", 3))
                .isEqualTo("Drum and Bass-i VI 03");
        assertThat(MpcNames.chords("House-i VI 01", 8, OptionalInt.of(124), true))
                .isEqualTo("House-i VI 01 8b 124bpm Cm");
        assertThat(MpcNames.chords("Major-I IV 01", 16, OptionalInt.empty(), false))
                .isEqualTo("Major-I IV 01 16b C");
    }

    @ParameterizedTest
    @CsvSource({
        "Deep_Floor.mid, Bass, Deep Floor",
        "My-Song__Bass_120bpm.mid, Bass, My Song",
        "Café del Mar.mid, Melody, Cafe del Mar",
        "bass_loop.mid, Bass, bass loop",
        "Bass loop 90 bpm.mid, Bass, Bass loop",
        "120bpm.mid, Melody, ''",
        "Melody 93.5 BPM.mid, Melody, ''",
        "Groove 12 95bpm.mid, Drums, Groove 12",
        "R&B_Pluck_93_BPM_C.mid, Melody, R&B Pluck",
        "Deep_House_Chords_122_BPM_8A.mid, Chords, Deep House",
        "046_122_Gmin-Synth_Fill.mid, Melody, Synth Fill",
        "163_8A Riff.mid, Melody, Riff",
        "Groove 1A.mid, Drums, Groove 1A",
        "Kick Bb Acoustic.mid, Melody, Kick Acoustic",
        "110_F#M-basu.mid, Bass, basu",
        "Ab in den Urlaub.mid, Melody, Ab in den Urlaub",
        "Seq 9 G#3.mid, Melody, Seq 9 G#3",
        "Old_Disk-Smørrebrød_[8A].mid, Melody, Old Disk Smorrebrod",
        "FÜR_ELISE_[AM].mid, Melody, FUR ELISE",
        "Straße nach Łódź.mid, Melody, Strasse nach Lodz",
        "Dnb Organ BooBass (Drift Deep).mid, Bass, Dnb Organ BooBass",
        "ファイナル.mid, Bass, ''",
        "AC/DC - Back? In <Black>.mid, Bass, AC DC Back In Black",
        "F#m riff.mid, Bass, riff",
        "Hip Hop Piano Amaj.mid, Melody, Hip Hop Piano",
        "Piano_C#m_120.mid, Melody, Piano",
        "Pluck_Bb minor 121.mid, Melody, Pluck 121",
        "I Am A Rock.mid, Melody, I Am A Rock",
        "Cmon Dmitri.mid, Melody, Cmon Dmitri",
        "Em.mid, Melody, ''",
        "043_On_the_waterfront.mid, Bass, On the waterfront",
        "88b7dd23a988193bd1aa_Bass.mid, Bass, ''",
        "f74e86ad51_Electric.mid, Bass, Electric",
        "20240501_Jam.mid, Bass, 20240501 Jam",
        "Abbadededeaccabe.mid, Bass, Abbadededeaccabe",
        "A very long name that nobody can read on a screen.mid, Bass, A very long name"
    })
    void titlesArePlainAndShort(String name, String kind, String title) {
        assertThat(MpcNames.title(name, kind, OptionalInt.of(120))).isEqualTo(title);
    }
}
