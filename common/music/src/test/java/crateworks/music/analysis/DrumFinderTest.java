package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import crateworks.music.analysis.DrumEstimate.Feel;
import crateworks.music.analysis.DrumEstimate.Pattern;
import crateworks.music.analysis.DrumEstimate.Technique;
import crateworks.music.clues.Clues;
import crateworks.music.tags.Tag;
import crateworks.music.tags.TagCategory;
import crateworks.music.tags.TagSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void hatsThatComeLateSwingAndLateOnEveryBeatTheyShuffle() {
        DrumEstimate shuffled = rock(9, 2 / 3.0).profile().drums();
        DrumEstimate swung = rock(9, 0.58).profile().drums();
        DrumEstimate straight = rock(9, 0.5).profile().drums();

        assertThat(shuffled.feel()).isEqualTo(Feel.SHUFFLE);
        assertThat(shuffled.swing().orElseThrow()).isCloseTo(0.667, within(0.01));
        assertThat(swung.feel()).isEqualTo(Feel.SWING);
        assertThat(swung.swing().orElseThrow()).isCloseTo(0.58, within(0.01));
        assertThat(straight.swing()).hasValue(0.5);
    }

    @Test
    void sixteenthsThatComeLateSwingToo() {
        Phrase phrase = rock(9, 0.5);
        for (int beat = 0; beat < 32; beat++) {
            phrase.hit(beat + 0.29, 42, 60).hit(beat + 0.79, 42, 60);
        }

        DrumEstimate drums = phrase.profile().drums();

        assertThat(drums.feel()).isEqualTo(Feel.SWING);
        assertThat(drums.swing().orElseThrow()).isCloseTo(0.58, within(0.02));
    }

    @Test
    void thirdsOfTheBeatAreTriplets() {
        Phrase phrase = rock(9, 2 / 3.0);
        for (int beat = 0; beat < 32; beat++) {
            phrase.hit(beat + 1 / 3.0, 42, 60);
        }

        assertThat(phrase.profile().drums().feel()).isEqualTo(Feel.TRIPLET);
    }

    @Test
    void drumsAnOctaveAboveTheMapAreFoundAndCountedAsWhatTheyAre() {
        Phrase phrase = new Phrase().tempo(0, 100);
        for (int beat = 0; beat < 32; beat++) {
            int tick = beat * Phrase.QUARTER;
            phrase.note(0, beat % 2 == 0 ? 48 : 50, tick, 60, 100);
            phrase.note(0, 54, tick, 60, 80).note(0, 54, tick + Phrase.QUARTER / 2, 60, 80);
        }

        DrumEstimate drums = phrase.profile().drums();

        assertThat(drums.isDrum()).isTrue();
        assertThat(drums.counts()).containsEntry(DrumSound.KICK, 16);
        assertThat(drums.reason()).contains("12 above the General MIDI map");
    }

    @Test
    void aNameDecidesWhatNotesLeaveOpen() {
        Phrase kicks = new Phrase().tempo(0, 120);
        for (int beat = 0; beat < 16; beat++) {
            kicks.chord(beat, 0.2, 36);
        }
        Tag drums = new Tag("kick", TagCategory.DRUM, TagSource.FILE, 0.8);
        Tag bass = new Tag("bass", TagCategory.INSTRUMENT, TagSource.FILE, 0.8);

        DrumEstimate named = drums(kicks, drums);

        assertThat(named.isDrum()).isTrue();
        assertThat(named.source()).isEqualTo(Source.NAME);
        assertThat(drums(kicks, bass).isDrum()).isFalse();
    }

    @Test
    void anIntroIsCountedInAndAnEndingEndsOnAStroke() {
        Phrase intro = new Phrase().tempo(0, 100);
        Phrase ending = new Phrase().tempo(0, 100);
        for (int beat = 0; beat < 4; beat++) {
            intro.hit(beat, 42, 90).hit(beat + 4, beat % 2 == 0 ? 36 : 38, 90);
            intro.hit(beat + 4.5, 42, 90);
            ending.hit(beat, beat % 2 == 0 ? 36 : 38, 90).hit(beat + 0.5, 43, 90);
        }
        ending.hit(4, 36, 110).hit(4, 49, 110);

        assertThat(intro.profile().drums().pattern()).isEqualTo(Pattern.INTRO);
        assertThat(ending.profile().drums().pattern()).isEqualTo(Pattern.ENDING);
    }

    @Test
    void kicksBetweenTheBeatsMakeABreak() {
        Phrase phrase = new Phrase().tempo(0, 140);
        for (int bar = 0; bar < 4; bar++) {
            double from = bar * 4;
            phrase.hit(from, 36, 100).hit(from + 1, 38, 100).hit(from + 1.75, 36, 100);
            phrase.hit(from + 2.75, 36, 100).hit(from + 3, 38, 100).hit(from + 3.5, 36, 90);
            for (int eighth = 0; eighth < 8; eighth++) {
                phrase.hit(from + eighth * 0.5, 42, 70);
            }
        }

        assertThat(phrase.profile().drums().pattern()).isEqualTo(Pattern.BREAK);
    }

    @Test
    void aSingleStrokeIsAOneShotAndANameSaysWhatAPatternIsFor() {
        assertThat(new Phrase().hit(0, 38, 100).profile().drums().pattern())
                .isEqualTo(Pattern.ONE_SHOT);
        Tag fill = new Tag("fill", TagCategory.STRUCTURE, TagSource.FILE, 0.8);
        assertThat(drums(rock(9, 0.5), fill).pattern()).isEqualTo(Pattern.FILL);
    }

    @Test
    void runsOfHandsAndFeetAreNamed() {
        Phrase phrase = new Phrase().tempo(0, 180);
        for (int step = 0; step < 64; step++) {
            phrase.hit(step * 0.25, 36, 100).hit(step * 0.25, 38, 100);
        }

        assertThat(phrase.profile().drums().techniques())
                .contains(Technique.DOUBLE_BASS, Technique.ROLL, Technique.BLAST_BEAT);
    }

    /** Strokes of four beats in thirty-seconds: kick and snare, {@code x} a stroke. */
    @ParameterizedTest
    @CsvSource({
        "hammer,            x...x...x...x...x...x...x...x..., x...x...x...x...x...x...x...x...",
        "hammer in 16ths,   x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x., x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.",
        "traditional,       x...x...x...x...x...x...x...x..., ..x...x...x...x...x...x...x...x.",
        "bomb,              x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x., x...x...x...x...x...x...x...x...",
        "gravity,           x...x...x...x...x...x...x...x..., x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.",
        "gravity in 32nds,  x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x., xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    })
    void everyBlastBeatIsOne(String name, String kick, String snare) {
        for (int bpm : new int[] {160, 200, 260}) {
            assertThat(strokes(bpm, kick, snare).profile().drums().techniques())
                    .as("%s at %d", name, bpm)
                    .contains(Technique.BLAST_BEAT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rock,          x...............x..............., ........x...............x.......",
        "d-beat,        x...........x...x...........x..., ........x...............x.......",
        "double bass,   x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x., ........x...............x.......",
        "roll,          x...............................,  x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.",
        "four and roll, x.......x.......x.......x.......,  x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.x.",
    })
    void fastPlayingOfHandsOrFeetAloneIsNoBlastBeat(String name, String kick, String snare) {
        for (int bpm : new int[] {160, 200, 240}) {
            assertThat(strokes(bpm, kick, snare).profile().drums().techniques())
                    .as("%s at %d", name, bpm)
                    .doesNotContain(Technique.BLAST_BEAT);
        }
    }

    private static Phrase strokes(int bpm, String kick, String snare) {
        Phrase phrase = new Phrase().tempo(0, bpm);
        for (int step = 0; step < 4 * kick.length(); step++) {
            double beat = step / 8.0;
            if (kick.charAt(step % kick.length()) == 'x') {
                phrase.hit(beat, 36, 110);
            }
            if (snare.charAt(step % snare.length()) == 'x') {
                phrase.hit(beat, 38, 105);
            }
            if (step % 4 == 0) {
                phrase.hit(beat, 51, 90);
            }
        }
        return phrase;
    }

    private static DrumEstimate drums(Phrase phrase, Tag tag) {
        return Analyst.profile(phrase.file(), Clues.of(List.of()), List.of(tag)).drums();
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
    void shortChordsOnTheKeysOfAKitAreNoDrums() {
        int[][] chords = {{36, 48, 52, 55}, {43, 55, 59, 62}, {38, 50, 54, 57}, {40, 52, 55, 59}};
        Phrase phrase = new Phrase();
        for (int bar = 0; bar < 8; bar++) {
            for (double beat : new double[] {0, 1.5, 3}) {
                phrase.chord(4 * bar + beat, 0.45, chords[bar % 4]);
            }
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
