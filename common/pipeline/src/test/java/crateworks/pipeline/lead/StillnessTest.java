package crateworks.pipeline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StillnessTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Stillness stillness = new Stillness(START);

    @Test
    void whereNothingWaitsNothingIsStill() {
        assertThat(stillness.look(0, 0, at(600))).isZero();
        assertThat(stillness.look(0, 7, at(6_000))).isZero();
    }

    @Test
    void itLastsFromTheLastThatMovedUntilSomethingMoves() {
        assertThat(stillness.look(50, 100, at(10))).isZero();
        assertThat(stillness.look(50, 100, at(70))).isEqualTo(Duration.ofMinutes(1));
        assertThat(stillness.look(80, 100, at(130))).isEqualTo(Duration.ofMinutes(2));
        assertThat(stillness.look(80, 101, at(140))).isZero();
        assertThat(stillness.look(80, 101, at(150))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void readingAgainFromTheBeginningIsMoving() {
        assertThat(stillness.look(5, 100, at(10))).isZero();
        assertThat(stillness.look(105, 0, at(20))).isZero();
    }

    @Test
    void whileNobodyAnswersItGoesOn() {
        assertThat(stillness.look(5, 100, at(10))).isZero();
        assertThat(stillness.look(at(400))).isEqualTo(Duration.ofSeconds(390));
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}
