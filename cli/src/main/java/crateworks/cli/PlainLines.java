package crateworks.cli;

import crateworks.pipeline.session.Gauge.Moment;
import crateworks.pipeline.session.Gauge.Row;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line every few seconds, for logs and pipes. */
final class PlainLines implements Display {
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** What a phase counts, behind its colon; that it counts on is no news. */
    private static final Pattern COUNT = Pattern.compile(":.*");

    private final PrintWriter out;
    private Duration last = EVERY.negated();
    private String lastPhase = "";
    private List<String> lastWaiting = List.of();

    PlainLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(Moment moment, String phase, Duration elapsed, List<String> waiting) {
        String what = COUNT.matcher(phase).replaceAll("");
        boolean news = !what.equals(lastPhase) || !waiting.equals(lastWaiting);
        if (elapsed.minus(last).compareTo(EVERY) < 0 && !news) {
            return;
        }
        last = elapsed;
        lastPhase = what;
        lastWaiting = waiting;
        String stages =
                moment.rows().stream().map(PlainLines::row).collect(Collectors.joining("  "));
        out.println(
                Wording.clock(elapsed)
                        + "  "
                        + phase
                        + String.format(Locale.ROOT, " %3.0f%%", 100 * moment.share())
                        + "  found "
                        + Wording.count(moment.found())
                        + "  "
                        + stages
                        + "  ETA "
                        + moment.left().map(Wording::clock).orElse("estimating")
                        + (waiting.isEmpty() ? "" : "  waiting for " + String.join(", ", waiting)));
        out.flush();
    }

    private static String row(Row row) {
        return row.stage().word()
                + " "
                + Wording.count(row.done())
                + "/"
                + Wording.count(row.expected())
                + (row.failed() == 0 ? "" : " (" + Wording.count(row.failed()) + " failed)");
    }

    @Override
    public void close() {
        out.flush();
    }
}
