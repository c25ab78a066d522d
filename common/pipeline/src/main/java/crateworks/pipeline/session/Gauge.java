package crateworks.pipeline.session;

import crateworks.pipeline.StageName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is, computed from what its stages have done: each stage's input is what the stage
 * before it put out, and how much that will be is known as soon as the search is over.
 */
public final class Gauge {
    /** A share of the whole below which a guess of the end would be wild. */
    private static final double SHARE_TO_GUESS_FROM = 0.02;

    /**
     * One stage.
     *
     * @param done files it is through with
     * @param expected files it will have had in the end, as far as can be told now
     * @param failed rejected and parked
     */
    public record Row(StageName stage, long done, long expected, long failed) {}

    /**
     * A moment of the run.
     *
     * @param found files that the search has sent on
     * @param share of the whole work that is done, 0 to 1
     * @param left until the end; empty while it cannot be told
     */
    public record Moment(long found, List<Row> rows, double share, Optional<Duration> left) {
        public Moment {
            rows = List.copyOf(rows);
        }

        /** The same while something goes on that the stages do not count. */
        public Moment withoutEnd() {
            return new Moment(found, rows, share, Optional.empty());
        }
    }

    private final List<StageName> stages;
    private final String discover;
    private Optional<Mark> searchEnded = Optional.empty();
    private double furthest;

    /** How far the run was at a moment. */
    private record Mark(double share, Duration elapsed) {}

    /** A gauge of a run over {@code stages}; {@code discover} is the word of its search. */
    public Gauge(List<StageName> stages, String discover) {
        this.stages = List.copyOf(stages);
        this.discover = discover;
    }

    /**
     * Reads off how far the run is.
     *
     * @param searched whether the search is over, so that the number of files is known
     * @param elapsed time since the start of this process's work on the run
     * @param reopened how many files of earlier runs come in before a stage
     */
    public Moment read(
            List<StageFigures> figures,
            boolean searched,
            Duration elapsed,
            Map<StageName, Long> reopened) {
        Map<String, StageFigures> byWord =
                figures.stream()
                        .collect(Collectors.toMap(StageFigures::stage, Function.identity()));
        long found = out(byWord, discover);
        var rows = new ArrayList<Row>();
        double expected = found;
        for (StageName stage : stages) {
            StageFigures own = byWord.get(stage.word());
            long done = own == null ? 0 : own.in();
            long failed = own == null ? 0 : own.rejected() + own.parked();
            long coming = Math.round(expected) + reopened.getOrDefault(stage, 0L);
            long most = Math.max(done, coming);
            rows.add(new Row(stage, done, most, failed));
            expected = most * yieldOf(own);
        }
        double share = share(rows);
        furthest = Math.max(furthest, share);
        return new Moment(
                found, rows, furthest, searched ? left(share, elapsed) : Optional.empty());
    }

    /** How many files come out of a stage for each that goes in. */
    private static double yieldOf(@Nullable StageFigures own) {
        return own == null || own.in() == 0 ? 1 : (double) own.out() / own.in();
    }

    private static double share(List<Row> rows) {
        double done = 0;
        double expected = 0;
        for (Row row : rows) {
            done += row.done();
            expected += row.expected();
        }
        return expected == 0 ? 0 : done / expected;
    }

    /** At the pace since the number of files is known, since shares before that shrink again. */
    private Optional<Duration> left(double share, Duration elapsed) {
        if (share >= 1) {
            return Optional.of(Duration.ZERO);
        }
        Mark from = searchEnded.orElseGet(() -> new Mark(share, elapsed));
        searchEnded = Optional.of(from);
        double gained = share - from.share();
        if (gained < SHARE_TO_GUESS_FROM) {
            return Optional.empty();
        }
        long tookMillis = elapsed.minus(from.elapsed()).toMillis();
        return Optional.of(Duration.ofMillis(Math.round(tookMillis * (1 - share) / gained)));
    }

    private static long out(Map<String, StageFigures> byWord, String word) {
        StageFigures figures = byWord.get(word);
        return figures == null ? 0 : figures.out();
    }
}
