package crateworks.music.analysis;

import crateworks.benchmarks.accuracy.Labels;
import crateworks.benchmarks.accuracy.ScoreTable;
import crateworks.benchmarks.accuracy.TempoScore;
import crateworks.benchmarks.learning.Choice;
import crateworks.benchmarks.learning.Choice.Lesson;
import crateworks.benchmarks.learning.WeightsFile;
import crateworks.music.time.TempoMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lessons for the beat of free playing, one a window: from files whose map follows the player the
 * beat of that moment, from others only about what the label says of the whole.
 */
public final class FreeLessons {
    private static final double PENALTY = 10;

    /** How common a tempo is keeps its weight of 1, or nearly. */
    private static final double PENALTY_COMMON = 100;

    /** A map with more tempi than this follows a player. */
    private static final int TEMPI_MIN = 16;

    private static final double TOLERANCE = 0.04;

    /** How far the beat may be from the label of the file at any moment. */
    private static final double TOLERANCE_OF_WHOLE = 0.12;

    /** Every second candidate is enough to learn from. */
    private static final int CANDIDATE_STEP = 2;

    private static final double SHORTEST_SECONDS = 0.26;
    private static final double LONGEST_SECONDS = 1.55;

    /** Files count as the square root of their windows. */
    private static final double WINDOWS = 20;

    private static final int COMMON = FreeScores.FEATURES;
    private static final List<String> ROWS =
            List.of(
                    "all-onsets",
                    "low-onsets",
                    "together",
                    "deep",
                    "long",
                    "loud",
                    "new",
                    "tempo",
                    "onsets-per-beat");

    /** {@code lessons} are none where another file of the same piece teaches more. */
    private record Pupil(
            Labels.Row label,
            Columns notes,
            List<FreeScores.Passage> passages,
            List<Lesson> lessons,
            boolean isExamined) {
        double bpm() {
            return Double.parseDouble(label.cell("bpm"));
        }

        String kind() {
            return label.subset().replaceFirst("-.*", "");
        }
    }

    private final List<Pupil> pupils = new ArrayList<>();

    private FreeLessons() {}

    /** LABELS is the labelled folder, FILE where the weights are written; then: even, or all. */
    public static void main(String[] arguments) throws IOException {
        Labels labels = new Labels(Path.of(arguments[0]));
        FreeLessons lessons = new FreeLessons();
        for (Labels.Row row : labels.table("tempo.csv")) {
            if (row.cell("kind").equals("expressive")) {
                lessons.pupils.add(pupil(labels, row));
            }
        }
        int[] pieces = SamePieces.firsts(lessons.pupils.stream().map(Pupil::notes).toList());
        ScoreTable halves = table("free playing: each half of the pieces by the other");
        for (boolean even : new boolean[] {true, false}) {
            lessons.examine(
                    pupil -> {
                        int first = pieces[lessons.pupils.indexOf(pupil)];
                        return lessons.pupils.get(first).label.isEven() == even;
                    },
                    halves);
        }
        System.out.print(halves);
        ScoreTable kinds = table("free playing: each kind by the others");
        for (String kind : lessons.pupils.stream().map(Pupil::kind).distinct().toList()) {
            lessons.examine(pupil -> pupil.kind().equals(kind), kinds);
        }
        System.out.print(kinds);
        boolean isHalf = arguments.length > 2 && arguments[2].equals("even");
        write(
                lessons.pupils.stream().filter(pupil -> !isHalf || pupil.label.isEven()).toList(),
                Path.of(arguments[1]));
    }

    private static ScoreTable table(String title) {
        return new ScoreTable(title, List.of("Acc1", "Acc2"));
    }

    private void examine(Predicate<Pupil> isLeftOut, ScoreTable table) {
        double[] learnt = learnt(pupils.stream().filter(isLeftOut.negate()).toList());
        float[] weights = new float[FreeScores.FEATURES];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = (float) learnt[at];
        }
        for (Pupil pupil : pupils.stream().filter(isLeftOut).toList()) {
            if (pupil.isExamined && !pupil.passages.isEmpty()) {
                double[][] scores =
                        pupil.passages.stream()
                                .map(passage -> passage.scores(weights))
                                .toArray(double[][]::new);
                double found = 60 / FreeTempo.of(scores).beatSeconds();
                table.add(
                        pupil.label.subset(),
                        TempoScore.exact(pupil.bpm(), found),
                        TempoScore.withOctaves(pupil.bpm(), found));
            }
        }
    }

    private static double[] learnt(List<Pupil> pupils) {
        double[] start = new double[COMMON + 1];
        double[] penalties = new double[COMMON + 1];
        Arrays.fill(penalties, PENALTY);
        start[COMMON] = 1;
        penalties[COMMON] = PENALTY_COMMON;
        return Choice.learn(
                visitor -> pupils.forEach(pupil -> pupil.lessons.forEach(visitor)),
                start,
                penalties);
    }

    private static void write(List<Pupil> pupils, Path file) throws IOException {
        double[] learnt = learnt(pupils);
        WeightsFile rows = new WeightsFile("What speaks for a length of the beat");
        for (int row = 0; row < FreeScores.ROWS; row++) {
            rows.row(ROWS.get(row), learnt, row * TempoScores.COLUMNS, TempoScores.COLUMNS);
        }
        rows.write(file);
    }

    private static Pupil pupil(Labels labels, Labels.Row row) throws IOException {
        Heard heard = Heard.of(labels.file(row.path()));
        TempoMap map = heard.file().tempoMap();
        OnsetTimes onsets = OnsetTimes.of(heard.all(), map);
        OnsetSignals signals = OnsetSignals.of(onsets, heard.all(), map);
        List<FreeScores.Passage> passages = FreeTempo.passages(signals);
        boolean isFollowed = map.count() > TEMPI_MIN;
        List<Lesson> lessons = new ArrayList<>();
        // a file without a map is another in which the map was taken away
        if (!row.cell("meta").equals("absent")) {
            List<int[]> windows = FreeTempo.windows(onsets);
            double weight = 1 / Math.sqrt(windows.size() / WINDOWS);
            double whole = 60 / Double.parseDouble(row.cell("bpm"));
            for (int window = 0; window < windows.size(); window++) {
                FreeScores.Passage passage = passages.get(window);
                if (isFollowed) {
                    double from = onsets.seconds[windows.get(window)[0]];
                    double to = onsets.seconds[windows.get(window)[1] - 1];
                    double beat = beat(map, heard.all().onTick[0], from, to);
                    lessons.add(lesson(passage, beat, TOLERANCE, weight));
                } else {
                    lessons.add(lesson(passage, whole, TOLERANCE_OF_WHOLE, weight));
                }
            }
        }
        return new Pupil(row, heard.all(), passages, lessons, !isFollowed);
    }

    /** The quarter of a map between two moments, in seconds from a tick. */
    private static double beat(TempoMap map, int firstTick, double from, double to) {
        double origin = map.microsAt(firstTick) / 1e6;
        int begin = map.tickAt((long) ((origin + from) * 1e6));
        int end = map.tickAt((long) ((origin + to) * 1e6));
        int quarter = TempoFinder.ticksPerQuarter(map);
        List<Double> quarters = new ArrayList<>();
        for (int tick = begin - quarter; tick <= end; tick += quarter) {
            int at = Math.max(0, tick);
            quarters.add((map.microsAt(at + quarter) - map.microsAt(at)) / 1e6);
        }
        quarters.sort(null);
        return quarters.get(quarters.size() / 2);
    }

    private static Lesson lesson(
            FreeScores.Passage passage, double beat, double tolerance, double weight) {
        double seconds = beat;
        while (seconds > LONGEST_SECONDS) {
            seconds /= 2;
        }
        while (seconds < SHORTEST_SECONDS) {
            seconds *= 2;
        }
        int count = (TempoScores.CANDIDATES + CANDIDATE_STEP - 1) / CANDIDATE_STEP;
        float[][] candidates = new float[count][COMMON + 1];
        int rightFrom = count;
        int rightTo = -1;
        for (int at = 0; at < count; at++) {
            int candidate = at * CANDIDATE_STEP;
            passage.fill(candidates[at], candidate);
            double length = OnsetPeriods.lagSeconds(TempoScores.FIRST_LAG + candidate);
            candidates[at][COMMON] = (float) TempoScores.common(length);
            if (Math.abs(Math.log(length / seconds)) <= tolerance) {
                rightFrom = Math.min(rightFrom, at);
                rightTo = at;
            }
        }
        return new Lesson(candidates, rightFrom, rightTo, weight);
    }
}
