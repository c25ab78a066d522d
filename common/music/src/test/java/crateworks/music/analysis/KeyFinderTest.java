package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFinderTest {
    private static final int[][] MAJOR_CADENCE = {
        {48, 60, 64, 67}, {53, 60, 65, 69}, {55, 59, 62, 67}, {48, 60, 64, 67}
    };
    private static final int[][] MINOR_CADENCE = {
        {45, 57, 60, 64}, {50, 57, 62, 65}, {52, 56, 59, 64}, {45, 57, 60, 64}
    };

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void aMajorCadenceIsHeardInEveryKey(int up) {
        KeyEstimate key = cadence(new Phrase(), MAJOR_CADENCE, up).profile().key();

        assertThat(key.tonality()).contains(new Tonality(up, Mode.MAJOR));
        assertThat(key.source()).isEqualTo(Source.NOTES);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void aMinorCadenceIsHeardInEveryKey(int up) {
        KeyEstimate key = cadence(new Phrase(), MINOR_CADENCE, up).profile().key();

        assertThat(key.tonality()).contains(new Tonality((9 + up) % 12, Mode.MINOR));
    }

    @Test
    void aTransposedFileIsAsSureOfItsKey() {
        KeyEstimate one = cadence(new Phrase(), MAJOR_CADENCE, 0).profile().key();
        KeyEstimate other = cadence(new Phrase(), MAJOR_CADENCE, 5).profile().key();

        assertThat(other.confidence()).isEqualTo(one.confidence());
    }

    @Test
    void aFileThatChangesItsKeySaysWhere() {
        Phrase phrase = new Phrase();
        for (int bar = 0; bar < 32; bar++) {
            int up = bar < 16 ? 0 : 3;
            int[] chord = MAJOR_CADENCE[bar % 4].clone();
            for (int voice = 0; voice < chord.length; voice++) {
                chord[voice] += up;
            }
            phrase.chord(bar * 4.0, 4, chord);
        }

        KeyEstimate key = phrase.profile().key();

        assertThat(key.changes())
                .extracting(KeyEstimate.Change::tonality)
                .containsExactly(new Tonality(0, Mode.MAJOR), new Tonality(3, Mode.MAJOR));
        assertThat(key.changes().getLast().tick() / 4.0 / Phrase.QUARTER).isBetween(14.0, 18.0);
        assertThat(key.reason()).containsPattern("; bars 1-1[4-8] C\\S*, bars 1[5-9]-32 Eb\\S*");
    }

    @Test
    void aBorrowedChordChangesNoKey() {
        Phrase phrase = new Phrase();
        for (int bar = 0; bar < 32; bar++) {
            int[] borrowed = {44, 60, 63, 68};
            phrase.chord(bar * 4.0, 4, bar % 8 == 5 ? borrowed : MAJOR_CADENCE[bar % 4]);
        }

        assertThat(phrase.profile().key().changes()).isEmpty();
    }

    @Test
    void drumsHaveNoKey() {
        Phrase phrase = new Phrase();
        for (int beat = 0; beat < 16; beat++) {
            phrase.hit(beat, 36, 100).hit(beat + 0.5, 42, 80).hit(beat, 50, 80);
        }

        KeyEstimate key = phrase.profile().key();

        assertThat(key.tonality()).isEmpty();
        assertThat(key.confidence()).isZero();
    }

    @Test
    void aSinglePitchBelongsToManyKeys() {
        KeyEstimate key = new Phrase().chord(0, 1, 60).chord(1, 1, 60).profile().key();

        assertThat(key.tonality()).isEmpty();
        assertThat(key.reason()).contains("1 pitch class");
    }

    @Test
    void aNameDecidesBetweenKeysThatTheNotesAllow() {
        Phrase phrase = new Phrase();
        for (int beat = 0; beat < 8; beat++) {
            phrase.chord(beat, 1, 45, 52).chord(beat, 0.5, 57).chord(beat + 0.5, 0.5, 59);
        }

        KeyEstimate key = phrase.profileNamed("Pluck_Amin_125.mid").key();

        assertThat(key.tonality()).contains(new Tonality(9, Mode.MINOR));
        assertThat(key.source()).isEqualTo(Source.NAME);
    }

    @Test
    void aNameWithoutNotesIsAllThatTells() {
        KeyEstimate key = new Phrase().tempo(0, 120).profileNamed("Pluck_Amin_125.mid").key();

        assertThat(key.tonality()).contains(new Tonality(9, Mode.MINOR));
        assertThat(key.alternatives()).isEmpty();
        assertThat(key.reason()).isEqualTo("the name says so; there are too few notes to tell");
    }

    @Test
    void aKeySignatureIsEvidenceButNotTheTruth() {
        Phrase wrong = new Phrase().keySignature(0, false);

        KeyEstimate key = cadence(wrong, MAJOR_CADENCE, 6).profile().key();

        assertThat(key.tonality()).contains(new Tonality(6, Mode.MAJOR));
    }

    private static Phrase cadence(Phrase phrase, int[][] chords, int up) {
        for (int bar = 0; bar < 8; bar++) {
            for (int pitch : chords[bar % chords.length]) {
                phrase.chord(bar * 4.0, 4, pitch + up);
            }
        }
        return phrase;
    }
}
