package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.analysis.DrumEstimate.Feel;
import crateworks.music.analysis.DrumEstimate.Pattern;
import crateworks.music.analysis.DrumEstimate.Technique;
import org.junit.jupiter.api.Test;

class DrumFinderTest {
    @Test
    void aRockBeatIsAGrooveOfKickSnareAndHat() {
        DrumEstimate drums = rock(9, 0.5).profile().drums();

        assertThat(drums.isDrum()).isTrue();
        assertThat(drums.channels()).containsExactly(9);
        assertThat(drums.classes()).containsExactly(DrumClass.KICK, DrumClass.SNARE, DrumClass.HAT);
        assertThat(drums.counts()).containsEntry(DrumSound.SNARE, 16);
        assertThat(drums.pattern()).isEqualTo(Pattern.GROOVE);
        assertThat(drums.feel()).isEqualTo(Feel.STRAIGHT);
    }

    @Test
    void drumsAreHeardOnAnotherChannelToo() {
        DrumEstimate drums = rock(3, 0.5).profile().drums();

        assertThat(drums.isDrum()).isTrue();
        assertThat(drums.channels()).containsExactly(3);
        assertThat(drums.source()).isEqualTo(Source.NOTES);
    }

    @Test
    void hatsThatComeLateSwing() {
        assertThat(rock(9, 2 / 3.0).profile().drums().feel()).isEqualTo(Feel.SWING);
    }

    @Test
    void aBassLineInTheRangeOfDrumsIsNoDrum() {
        Phrase phrase = new Phrase();
        for (int beat = 0; beat < 32; beat++) {
            phrase.chord(beat * 0.5, 0.5, new int[] {36, 36, 43, 41}[beat / 8]);
        }

        DrumEstimate drums = phrase.profile().drums();

        assertThat(drums.isDrum()).isFalse();
        assertThat(drums.channels()).isEmpty();
    }

    @Test
    void tomsAndSnareInOneBarAreAFill() {
        Phrase phrase = new Phrase();
        for (int step = 0; step < 16; step++) {
            phrase.hit(step * 0.25, new int[] {38, 48, 45, 43}[step / 4], 90);
        }

        assertThat(phrase.profile().drums().pattern()).isEqualTo(Pattern.FILL);
    }

    @Test
    void softSnaresBetweenHardOnesAreGhostNotes() {
        Phrase phrase = rock(9, 0.5);
        for (int beat = 0; beat < 32; beat += 2) {
            phrase.hit(beat + 0.75, 38, 30);
        }

        assertThat(phrase.profile().drums().techniques()).contains(Technique.GHOST_NOTES);
    }

    @Test
    void aMelodyOnTheTenthChannelIsNoDrum() {
        Phrase phrase = new Phrase().tempo(0, 120);
        for (int beat = 0; beat < 16; beat++) {
            phrase.note(9, 88 + beat % 12, beat * Phrase.QUARTER, Phrase.QUARTER, 90);
        }

        assertThat(phrase.profile().drums().isDrum()).isFalse();
    }

    private static Phrase rock(int channel, double hatPlace) {
        Phrase phrase = new Phrase().tempo(0, 100);
        for (int beat = 0; beat < 32; beat++) {
            int tick = beat * Phrase.QUARTER;
            phrase.note(channel, beat % 2 == 0 ? 36 : 38, tick, 60, 100);
            phrase.note(channel, 42, tick, 60, 80);
            int late = tick + (int) Math.round(hatPlace * Phrase.QUARTER);
            phrase.note(channel, 42, late, 60, 70);
        }
        return phrase;
    }
}
