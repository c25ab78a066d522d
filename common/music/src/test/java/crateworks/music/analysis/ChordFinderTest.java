package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChordFinderTest {
    private static final int[][] POP = {
        {48, 60, 64, 67}, {43, 59, 62, 67}, {45, 57, 60, 64}, {41, 57, 60, 65}
    };

    @Test
    void fourChordsAreFoundWithTheirTimes() {
        Harmony harmony = bars(new Phrase().tempo(0, 120), 0).profile().harmony();

        assertThat(harmony.chords().subList(0, 4))
                .extracting(span -> span.chord().label())
                .containsExactly("C:maj", "G:maj", "A:min", "F:maj");
        assertThat(harmony.chords().get(1).onTick()).isEqualTo(4 * Phrase.QUARTER);
        assertThat(harmony.chords().get(1).startSeconds()).isEqualTo(2.0);
        assertThat(harmony.chords().get(1).endSeconds()).isEqualTo(4.0);
    }

    @Test
    void aProgressionHasItsRomanNumerals() {
        Harmony harmony = bars(new Phrase().tempo(0, 120), 0).profile().harmony();

        assertThat(harmony.romans()).containsExactly("I", "V", "vi", "IV");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 10})
    void aProgressionHasTheSameSignatureInEveryKey(int up) {
        Harmony harmony = bars(new Phrase(), up).profile().harmony();

        assertThat(harmony.signature()).isEqualTo("maj +7 maj +2 min +8 maj");
    }

    @Test
    void aSeventhAndAnInvertedBassAreNamed() {
        Phrase phrase = new Phrase();
        phrase.chord(0, 4, 38, 57, 60, 65).chord(4, 4, 43, 59, 62, 65).chord(8, 4, 40, 60, 64, 67);

        List<ChordSpan> chords = phrase.profile().harmony().chords();

        assertThat(chords)
                .extracting(span -> span.chord().label())
                .containsExactly("D:min7", "G:7", "C:maj/3");
    }

    @Test
    void silenceIsNoChord() {
        Phrase phrase = new Phrase().chord(0, 4, 48, 60, 64, 67).chord(12, 4, 41, 57, 60, 65);

        List<ChordSpan> chords = phrase.profile().harmony().chords();

        assertThat(chords).hasSize(2);
        assertThat(chords.getFirst().offTick()).isEqualTo(4 * Phrase.QUARTER);
        assertThat(chords.getLast().onTick()).isEqualTo(12 * Phrase.QUARTER);
    }

    @Test
    void aSingleLineOnlyHintsAtChords() {
        Harmony harmony = line().profile().harmony();

        assertThat(harmony.chords()).isNotEmpty();
        assertThat(harmony.confidence()).isLessThan(0.5);
    }

    @Test
    void aPartThatIsASingleLineHasNoChordsOfItsOwnButAKey() {
        Profile profile = line().profileOfPart();

        assertThat(profile.harmony().chords()).isEmpty();
        assertThat(profile.harmony().confidence()).isZero();
        assertThat(profile.harmony().reason()).contains("single voice");
        assertThat(profile.key().tonality()).isPresent();
    }

    @Test
    void aPartOfSeveralVoicesHasTheChordsOfAFileLikeIt() {
        Phrase phrase = bars(new Phrase(), 0);

        assertThat(phrase.profileOfPart()).isEqualTo(phrase.profile());
    }

    private static Phrase line() {
        Phrase phrase = new Phrase();
        for (int beat = 0; beat < 16; beat++) {
            phrase.chord(beat, 1, 60 + new int[] {0, 2, 4, 7}[beat % 4]);
        }
        return phrase;
    }

    private static Phrase bars(Phrase phrase, int up) {
        for (int bar = 0; bar < 8; bar++) {
            for (int pitch : POP[bar % 4]) {
                phrase.chord(bar * 4, 4, pitch + up);
            }
        }
        return phrase;
    }
}
