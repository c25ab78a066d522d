package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * How right the analysis is on songs that are made and so known: a change that costs accuracy shows
 * here first. The least shares are a little below what was reached when they were set; how right it
 * is on real music says docs/accuracy.md.
 */
class MadeSampleTest {
    private static final List<MadeSample> SAMPLES =
            LongStream.range(0, 80).mapToObj(MadeSample::new).toList();

    @Test
    void theKeyIsHeard() {
        assertThat(share(MadeSampleTest::key)).isGreaterThan(0.97);
    }

    @Test
    void theTempoIsHeardButForItsOctave() {
        double share =
                share(
                        sample ->
                                Math.max(
                                        tempo(sample, 1),
                                        Math.max(tempo(sample, 2), tempo(sample, 0.5))));

        assertThat(share).isGreaterThan(0.95);
    }

    @Test
    void threeBeatsAreToldFromFour() {
        assertThat(share(MadeSampleTest::meter)).isGreaterThan(0.82);
    }

    @Test
    void theChordsAreHeard() {
        assertThat(share(MadeSampleTest::chords)).isGreaterThan(0.97);
    }

    private static double share(ToDoubleFunction<MadeSample> isRight) {
        return SAMPLES.stream().mapToDouble(isRight).average().orElseThrow();
    }

    private static double key(MadeSample sample) {
        return sample.profile().key().tonality().filter(sample.key::equals).isPresent() ? 1 : 0;
    }

    private static double tempo(MadeSample sample, double times) {
        double bpm = sample.profile().tempo().bpm();
        return Math.abs(bpm / (sample.bpm * times) - 1) < 0.04 ? 1 : 0;
    }

    private static double meter(MadeSample sample) {
        return sample.profile().meter().numerator() % 3 == 0 == (sample.beatsPerBar == 3) ? 1 : 0;
    }

    /** The share of the bars in whose middle the right chord is heard. */
    private static double chords(MadeSample sample) {
        Harmony harmony = sample.profile().harmony();
        int right = 0;
        for (int bar = 0; bar < sample.roots.length; bar++) {
            double middle = (bar + 0.5) * sample.barSeconds();
            int root = sample.roots[bar];
            boolean isMinor = sample.isMinor[bar];
            right +=
                    harmony.chords().stream()
                                    .filter(span -> span.startSeconds() <= middle)
                                    .filter(span -> span.endSeconds() > middle)
                                    .map(ChordSpan::chord)
                                    .anyMatch(
                                            chord ->
                                                    chord.root() == root
                                                            && chord.quality().isMinor() == isMinor)
                            ? 1
                            : 0;
        }
        return (double) right / sample.roots.length;
    }
}
