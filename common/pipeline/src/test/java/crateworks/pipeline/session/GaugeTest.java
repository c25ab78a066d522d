package crateworks.pipeline.session;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.StageName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GaugeTest {
    private final Gauge gauge = new Gauge(List.of(StageName.INGEST, StageName.ANALYZE), "discover");

    @Test
    void whatIsLeftFollowsFromThePaceSinceTheSearchEnded() {
        read(figures(1000, 400, 100), false, Duration.ofSeconds(90));
        read(figures(1000, 500, 100), true, Duration.ofSeconds(100));
        Gauge.Moment moment = read(figures(1000, 900, 100), true, Duration.ofSeconds(110));

        assertThat(moment.share()).isEqualTo(0.5);
        assertThat(moment.left()).contains(Duration.ofSeconds(25));
    }

    @Test
    void nothingIsToldBeforeItIsKnown() {
        assertThat(read(figures(1000, 500, 0), false, Duration.ofSeconds(50)).left()).isEmpty();
        assertThat(read(figures(1000, 500, 0), true, Duration.ofSeconds(60)).left()).isEmpty();
        assertThat(read(figures(1000, 510, 0), true, Duration.ofSeconds(70)).left()).isEmpty();
    }

    @Test
    void atTheEndNothingIsLeft() {
        assertThat(read(figures(1000, 1000, 1000), true, Duration.ofSeconds(60)).left())
                .contains(Duration.ZERO);
    }

    @Test
    void theShareNeverGoesBack() {
        double before = read(figures(100, 100, 50), false, Duration.ofSeconds(1)).share();
        double after = read(figures(1000, 100, 50), false, Duration.ofSeconds(2)).share();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void filesOfEarlierRunsAreExpectedWhereTheyComeIn() {
        Gauge.Moment moment =
                gauge.read(
                        figures(0, 0, 250),
                        true,
                        Duration.ofSeconds(1),
                        Map.of(StageName.ANALYZE, 1000L));

        assertThat(moment.share()).isEqualTo(0.25);
        assertThat(moment.rows().getLast().expected()).isEqualTo(1000);
    }

    private Gauge.Moment read(List<StageFigures> figures, boolean searched, Duration elapsed) {
        return gauge.read(figures, searched, elapsed, Map.of());
    }

    private static List<StageFigures> figures(long found, long ingested, long analyzed) {
        return List.of(of("discover", found), of("ingest", ingested), of("analyze", analyzed));
    }

    private static StageFigures of(String stage, long files) {
        return new StageFigures(stage, files, files, 0, 0, 0, 0);
    }
}
