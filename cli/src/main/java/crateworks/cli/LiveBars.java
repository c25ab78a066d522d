package crateworks.cli;

import crateworks.pipeline.StageName;
import crateworks.pipeline.session.Gauge.Moment;
import crateworks.pipeline.session.Gauge.Row;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One live bar for each stage and one for the whole, on a terminal. */
final class LiveBars implements Display {
    private static final int UPDATE_MILLIS = 250;
    private static final int NAME_WIDTH = 9;

    private final ProgressBar whole;
    private final Map<StageName, ProgressBar> bars = new EnumMap<>(StageName.class);

    LiveBars(List<StageName> stages) {
        for (StageName stage : stages) {
            bars.put(stage, bar(stage.word()));
        }
        whole = bar("overall");
    }

    private static ProgressBar bar(String name) {
        return new ProgressBarBuilder()
                .setTaskName(name + " ".repeat(Math.max(0, NAME_WIDTH - name.length())))
                .setInitialMax(0)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .hideEta()
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void show(Moment moment, String phase, Duration elapsed, List<String> waiting) {
        for (Row row : moment.rows()) {
            ProgressBar bar = bars.get(row.stage());
            if (bar != null) {
                bar.maxHint(row.expected());
                bar.stepTo(row.done());
                bar.setExtraMessage(message(row, elapsed));
            }
        }
        whole.maxHint(100);
        whole.stepTo(Math.round(100 * moment.share()));
        whole.setExtraMessage(
                phase
                        + ", ETA "
                        + moment.left().map(Wording::clock).orElse("estimating")
                        + (waiting.isEmpty() ? "" : ", waiting for " + String.join(", ", waiting)));
    }

    private static String message(Row row, Duration elapsed) {
        String rate = Wording.rate(row.done(), elapsed);
        return row.failed() == 0
                ? rate
                : String.format(Locale.ROOT, "%s, %,d failed", rate, row.failed());
    }

    @Override
    public void close() {
        bars.values().forEach(ProgressBar::close);
        whole.close();
    }
}
