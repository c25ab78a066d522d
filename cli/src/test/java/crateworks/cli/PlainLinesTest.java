package crateworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.session.Gauge.Moment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainLinesTest {
    private final StringWriter text = new StringWriter();
    private final PlainLines lines = new PlainLines(new PrintWriter(text));

    @Test
    void aLineComesEveryFiveSecondsAndWithNews() {
        show("exporting", 0);
        show("exporting", 1);
        show("making patterns: 512 of 1,024", 2);
        show("making patterns: 1,024 of 1,024", 3);
        show("making patterns: 1,024 of 1,024", 7);

        assertThat(text.toString().lines())
                .hasSize(3)
                .last()
                .asString()
                .contains("making patterns: 1,024 of 1,024");
    }

    private void show(String phase, long seconds) {
        var moment = new Moment(1, List.of(), 1, Optional.empty());
        lines.show(moment, phase, Duration.ofSeconds(seconds), List.of());
    }
}
