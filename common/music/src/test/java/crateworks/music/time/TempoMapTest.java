package crateworks.music.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TempoMapTest {
    private static final Division QUARTERS = new Division.TicksPerQuarter(480);

    @Test
    void aFileWithoutTempoPlaysAt120() {
        TempoMap map = TempoMap.undeclared(QUARTERS);

        assertThat(map.isDeclared()).isFalse();
        assertThat(map.count()).isEqualTo(1);
        assertThat(map.quartersPerMinute(0)).isEqualTo(120.0);
        assertThat(map.microsAt(960)).isEqualTo(1_000_000);
    }

    @Test
    void beforeTheFirstTempoTheDefaultCounts() {
        TempoMap map = new TempoMap.Builder(QUARTERS).add(480, 1_000_000).build();

        assertThat(map.isDeclared()).isTrue();
        assertThat(map.microsAt(480)).isEqualTo(500_000);
        assertThat(map.microsAt(960)).isEqualTo(1_500_000);
        assertThat(map.fromMicros(1)).isEqualTo(500_000);
        assertThat(map.rowAt(479)).isZero();
    }

    @Test
    void theLastOfSeveralAtATickCounts() {
        TempoMap map =
                new TempoMap.Builder(QUARTERS)
                        .add(10, 300_000)
                        .add(0, 400_000)
                        .add(0, 600_000)
                        .build();

        assertThat(map.count()).isEqualTo(2);
        assertThat(map.microsPerQuarter(0)).isEqualTo(600_000);
    }

    @Test
    void tenThousandChangesDoNotAddTheirRoundings() {
        var builder = new TempoMap.Builder(new Division.TicksPerQuarter(7));
        for (int tick = 0; tick < 10_000; tick++) {
            builder.add(tick, 500_001);
        }

        assertThat(builder.build().microsAt(10_000)).isEqualTo(10_000L * 500_001 / 7);
    }

    @Test
    void theLastTickOfTheSlowestFileHasAClockTime() {
        TempoMap slowest =
                new TempoMap.Builder(new Division.TicksPerQuarter(1)).add(0, 0xFFFFFF).build();

        assertThat(slowest.microsAt(Integer.MAX_VALUE))
                .isEqualTo((long) Integer.MAX_VALUE * 0xFFFFFF);
    }

    @Test
    void filmTicksDoNotDependOnTheTempo() {
        TempoMap drop = new TempoMap.Builder(new Division.Smpte(29, 100)).add(0, 1_000_000).build();

        assertThat(drop.microsAt(3000)).isEqualTo(1_001_000);
        assertThat(new TempoMap.Builder(new Division.Smpte(25, 40)).build().microsAt(500))
                .isEqualTo(500_000);
    }

    @Test
    void aClockTimeLeadsBackToItsTick() {
        TempoMap map =
                new TempoMap.Builder(QUARTERS)
                        .add(0, 500_000)
                        .add(1000, 1)
                        .add(2000, 777_777)
                        .build();

        for (int tick : new int[] {0, 1, 999, 1000, 2000, 2001, 50_000}) {
            assertThat(map.microsAt(map.tickAt(map.microsAt(tick)))).isEqualTo(map.microsAt(tick));
        }
        assertThat(map.tickAt(Long.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aTempoOfZeroIsRefused() {
        var builder = new TempoMap.Builder(QUARTERS);

        assertThatThrownBy(() -> builder.add(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void metresAndKeysChangeAtTheirTicks() {
        MeterMap meters = new MeterMap.Builder().add(100, 7, 8).build();
        KeySignatures keys = new KeySignatures.Builder().add(50, -3, true).build();

        assertThat(meters.isDeclared()).isTrue();
        assertThat(meters.numerator(meters.rowAt(99))).isEqualTo(4);
        assertThat(meters.denominator(meters.rowAt(100))).isEqualTo(8);
        assertThat(new MeterMap.Builder().build().isDeclared()).isFalse();
        assertThat(keys.count()).isEqualTo(1);
        assertThat(keys.sharps(0)).isEqualTo(-3);
        assertThat(keys.isMinor(0)).isTrue();
        assertThat(new KeySignatures.Builder().build().isDeclared()).isFalse();
    }
}
