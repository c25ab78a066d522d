package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final int[] TUNE = {0, 0, 7, 7, 9, 9, 7, 5, 5, 4, 4, 2, 2, 0, 7, 7, 5, 5, 4, 4};

    @ParameterizedTest
    @CsvSource({
        "480, 120, 0, 0, 0", // as it is
        "480, 120, 0, 0, 7", // transposed
        "480, 87.3, 0, 0, 0", // at another tempo
        "480, 120, 5, 0, 0", // on another channel
        "96, 120, 0, 0, 0", // in another resolution
        "960, 60, 3, 0, -12",
        "240, 120, 0, 4, 0", // behind four beats of silence
    })
    void theSameTuneHasTheSameFingerprint(
            int division, double bpm, int channel, int restBeats, int semitones) {
        Phrase other = tune(division, bpm, channel, restBeats, semitones, 90);

        assertThat(print(other)).isPresent().isEqualTo(print(tune(480, 120, 0, 0, 0, 90)));
    }

    @Test
    void howLoudAndHowLongNotesAreDoesNotMatter() {
        assertThat(print(tune(480, 120, 0, 0, 0, 30)))
                .isEqualTo(print(tune(480, 120, 0, 0, 0, 127)));
    }

    @Test
    void theSameTuneInDoubledNoteValuesIsTheSame() {
        Phrase slow = new Phrase().tempo(0, 240);
        Phrase fast = new Phrase().tempo(0, 120);
        for (int note = 0; note < TUNE.length; note++) {
            slow.chord(note, 0.9, 60 + TUNE[note]);
            fast.chord(note * 0.5, 0.45, 60 + TUNE[note]);
        }

        assertThat(print(slow)).isPresent().isEqualTo(print(fast));
    }

    @Test
    void drumsAreNotTransposed() {
        assertThat(print(drums(36, 38))).isNotEqualTo(print(drums(43, 45)));
        assertThat(print(drums(36, 38))).isEqualTo(print(drums(35, 40)));
    }

    @Test
    void oneOtherNoteIsAnotherFingerprintThatIsNear() {
        Fingerprint one = print(chances(7, -1)).orElseThrow();
        Fingerprint changed = print(chances(7, 100)).orElseThrow();
        Fingerprint other = print(chances(8, -1)).orElseThrow();

        assertThat(changed.exact()).isNotEqualTo(one.exact());
        assertThat(one.distance(changed)).isLessThanOrEqualTo(Fingerprint.NEAR_BITS_MAX);
        assertThat(one.distance(other)).isGreaterThan(Fingerprint.NEAR_BITS_MAX);
    }

    @Test
    void aRhythmOfItsOwnIsAFingerprintOfItsOwn() {
        Phrase even = new Phrase();
        Phrase dotted = new Phrase();
        for (int note = 0; note < TUNE.length; note++) {
            even.chord(note, 0.4, 60 + TUNE[note]);
            dotted.chord(note - (note % 2) * 0.25, 0.4, 60 + TUNE[note]);
        }

        assertThat(print(even)).isNotEqualTo(print(dotted));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void tooLittleMusicHasNone(int notes) {
        Phrase phrase = new Phrase();
        for (int note = 0; note < notes; note++) {
            phrase.chord(note, 1, 60 + note, 64 + note);
        }

        assertThat(print(phrase)).isEmpty();
    }

    /** Four hundred notes of chance, one of them another. */
    private static Phrase chances(long seed, int changed) {
        Random chance = new Random(seed);
        Phrase phrase = new Phrase();
        for (int note = 0; note < 400; note++) {
            int pitch = 48 + chance.nextInt(24);
            phrase.chord(note * 0.5, 0.4, note == changed ? pitch + 1 : pitch);
        }
        return phrase;
    }

    private static Phrase drums(int kick, int snare) {
        Phrase phrase = new Phrase();
        for (int beat = 0; beat < 16; beat++) {
            phrase.hit(beat, beat % 2 == 0 ? kick : snare, 100).hit(beat + 0.5, 42, 80);
        }
        return phrase;
    }

    private static Phrase tune(
            int division, double bpm, int channel, int restBeats, int semitones, int velocity) {
        Phrase phrase = new Phrase().division(division).tempo(0, bpm);
        int tick = restBeats * division;
        for (int note = 0; note < TUNE.length; note++) {
            int ticks = note % 7 == 6 ? 2 * division : division;
            int length = velocity > 90 ? ticks : ticks / 2;
            phrase.note(channel, 60 + semitones + TUNE[note], tick, length, velocity);
            tick += ticks;
        }
        return phrase;
    }

    private static Optional<Fingerprint> print(Phrase phrase) {
        return phrase.profile().fingerprint();
    }
}
