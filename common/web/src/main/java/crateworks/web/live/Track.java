package crateworks.web.live;

import crateworks.pipeline.session.Gauge;
import crateworks.pipeline.session.Gauge.Moment;
import crateworks.pipeline.session.Gauge.Row;
import crateworks.pipeline.session.StageFigures;
import crateworks.web.live.Views.Eta;
import crateworks.web.live.Views.StageView;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was seen of one run over the last minute, and what follows from it. */
final class Track {
    private static final Duration RATE_OVER = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final double NANOS_A_SECOND = 1e9;

    /** A stage slower than this stands still, and nothing follows from its pace. */
    private static final double RATE_LEAST = 0.01;

    private record Sample(long nanos, Map<String, Long> doneByStage, long passed) {}

    private final Gauge gauge;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final long startedNanos;

    Track(Gauge gauge, long nowNanos) {
        this.gauge = gauge;
        this.startedNanos = nowNanos;
    }

    /** Adds what is seen now; {@code passed} is as a mark of the pace counts. */
    Moment see(List<StageFigures> figures, long passed, boolean searched, long nowNanos) {
        var done = new HashMap<String, Long>();
        figures.forEach(each -> done.put(each.stage(), each.in()));
        samples.addLast(new Sample(nowNanos, Map.copyOf(done), passed));
        while (nowNanos - samples.getFirst().nanos() > KEPT.toNanos()) {
            samples.removeFirst();
        }
        return gauge.read(figures, searched, Duration.ofNanos(nowNanos - startedNanos), Map.of());
    }

    /** Files and parts that passed analysis or export a second. */
    double filesPerSecond() {
        return rate(RATE_OVER, Sample::passed);
    }

    List<StageView> stages(Moment moment, List<StageFigures> figures) {
        var views = new ArrayList<StageView>();
        for (Row row : moment.rows()) {
            String word = row.stage().word();
            StageFigures own =
                    figures.stream()
                            .filter(each -> each.stage().equals(word))
                            .findFirst()
                            .orElse(new StageFigures(word, 0, 0, 0, 0, 0, 0));
            views.add(
                    new StageView(
                            word,
                            row.done(),
                            row.expected(),
                            own.out(),
                            own.duplicate(),
                            own.rejected(),
                            own.parked(),
                            rounded(rate(word, RATE_OVER)),
                            rounded(own.busySeconds())));
        }
        return views;
    }

    /** By the pace of the whole run so far, and by that of its slowest stage just now. */
    Optional<Eta> eta(Moment moment) {
        if (moment.left().isEmpty() || moment.share() >= 1) {
            return Optional.empty();
        }
        double byWhole = moment.left().get().toMillis() / 1e3;
        double low = byWhole;
        double high = byWhole;
        double longest = 0;
        Optional<String> limit = Optional.empty();
        for (Row row : moment.rows()) {
            double rate = rate(row.stage().word(), KEPT);
            long left = row.expected() - row.done();
            if (left > 0 && rate > RATE_LEAST && left / rate > longest) {
                longest = left / rate;
                limit = Optional.of(row.stage().word());
            }
        }
        if (limit.isPresent()) {
            low = Math.min(low, longest);
            high = Math.max(high, longest);
        }
        return Optional.of(new Eta(rounded(low), rounded(high), limit));
    }

    private double rate(String stage, Duration over) {
        return rate(over, sample -> sample.doneByStage().getOrDefault(stage, 0L));
    }

    private double rate(Duration over, java.util.function.ToLongFunction<Sample> count) {
        Sample last = samples.getLast();
        Sample first = last;
        for (Sample each : samples) {
            if (last.nanos() - each.nanos() <= over.toNanos()) {
                first = each;
                break;
            }
        }
        double seconds = (last.nanos() - first.nanos()) / NANOS_A_SECOND;
        return seconds <= 0
                ? 0
                : Math.max(0, (count.applyAsLong(last) - count.applyAsLong(first)) / seconds);
    }

    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }
}
