package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Loops without a time signature, in strokes of eighth notes: {@code k} a kick, {@code s} a snare.
 */
class MeterFinderTest {
    @ParameterizedTest
    @CsvSource({
        "4/4, k.s.k.s.", "4/4, k.s..ks.", "4/4, k..ks...", "3/4, k.s.s.", "5/4, k.s.k.s.s.",
        "5/4, k..k..s.s.", "7/8, k.s.k.s", "7/8, k..s.s.", "6/8, k..s..", "5/8, k..s.",
        "7/4, k.s.k.s.k..ks.",
    })
    void drumsTellTheirMetre(String signature, String bar) {
        for (int bars : new int[] {4, 8, 16}) {
            MeterEstimate meter = drums(bar, bars).profile().meter();

            boolean isRight = meter.signature().equals(signature);
            assertThat(isRight || meter.confidence() < 0.6)
                    .as("%d bars of %s are called %s", bars, bar, meter)
                    .isTrue();
            assertThat(isRight || bars < 8).as("%d bars of %s: %s", bars, bar, meter).isTrue();
        }
    }

    @Test
    void aStatedSignatureIsLessSureWhereTheBarsAreOthers() {
        MeterEstimate right = drums("k.s.s.", 16).meter(3, 2).profile().meter();
        assertThat(right.signature()).isEqualTo("3/4");
        assertThat(right.confidence()).isEqualTo(0.95);

        MeterEstimate wrong = drums("k.s.s.", 16).meter(4, 2).profile().meter();
        assertThat(wrong.signature()).isEqualTo("4/4");
        assertThat(wrong.confidence()).isEqualTo(0.6);
        assertThat(wrong.reason()).endsWith("but the bars are alike as in 3/4");
    }

    @Test
    void aNameIsHeldAgainstTheBars() {
        Phrase three = drums("k.s.s.", 16);

        MeterEstimate dates = three.profileNamed("Beats 7-8.mid").meter();
        MeterEstimate wrong = three.profileNamed("Beats 7_8 time.mid").meter();
        MeterEstimate right = three.profileNamed("Waltz 3-4.mid").meter();

        assertThat(dates.signature()).isEqualTo("3/4");
        assertThat(dates.reason()).contains("though the name says 7/8");
        assertThat(wrong.signature()).isEqualTo("7/8");
        assertThat(wrong.confidence()).isEqualTo(0.6);
        assertThat(wrong.reason()).endsWith("but the bars are alike as in 3/4");
        assertThat(right.source()).isEqualTo(Source.NAME);
    }

    @Test
    void aJigIsNotSurelyInFour() {
        int[] scale = {62, 64, 66, 67, 69, 71, 73, 74};
        int[] tune = {0, 2, 4, 4, 2, 4, 7, 4, 2, 4, 2, 0, 1, 2, 3, 5, 3, 1, 2, 1, 0, 2, 4, 7};
        Phrase phrase = new Phrase();
        for (int eighth = 0; eighth < 96; eighth++) {
            int pitch = scale[tune[eighth % tune.length]];
            int velocity = eighth % 3 == 0 ? 100 : 80;
            phrase.note(0, pitch, eighth * Phrase.QUARTER / 2, Phrase.QUARTER / 2, velocity);
        }

        MeterEstimate meter = phrase.profile().meter();

        assertThat(meter.denominator() == 8 || meter.confidence() < 0.5)
                .as(meter.toString())
                .isTrue();
    }

    @Test
    void tooFewNotesTellNoMetre() {
        MeterEstimate meter = drums("k.s.k.s.", 1).profile().meter();

        assertThat(meter.isKnown()).isFalse();
        assertThat(meter.confidence()).isZero();
    }

    private static Phrase drums(String bar, int bars) {
        Phrase phrase = new Phrase();
        for (int eighth = 0; eighth < bars * bar.length(); eighth++) {
            double beat = eighth / 2.0;
            phrase.hit(beat, 42, 80);
            switch (bar.charAt(eighth % bar.length())) {
                case 'k' -> phrase.hit(beat, 36, 110);
                case 's' -> phrase.hit(beat, 38, 110);
                default -> {}
            }
        }
        return phrase;
    }
}
