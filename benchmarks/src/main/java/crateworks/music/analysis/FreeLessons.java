package crateworks.music.analysis;

import crateworks.benchmarks.accuracy.Labels;
import crateworks.benchmarks.accuracy.ScoreTable;
import crateworks.benchmarks.accuracy.TempoScore;
import crateworks.benchmarks.learning.Choice;
import crateworks.benchmarks.learning.Choice.Lesson;
import crateworks.benchmarks.learning.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Lessons for the beat of free playing: which onsets are on it, from performances whose beats
 * somebody told of; then, a lesson a window, how long it is. What the onsets say in the lessons of
 * the second kind is by weights that have not met the piece.
 */
public final class FreeLessons {
    private static final int FOLDS = 4;
    private static final double PENALTY = 10;

    /** How common a tempo is keeps its weight of 1, or nearly. */
    private static final double PENALTY_COMMON = 100;

    private static final double TOLERANCE = 0.04;

    /** Every second candidate is enough to learn from. */
    private static final int CANDIDATE_STEP = 2;

    private static final double SHORTEST_SECONDS = 0.26;
    private static final double LONGEST_SECONDS = 1.55;

    /** Files count as the square root of their windows, of which so many are lessons at most. */
    private static final double WINDOWS = 20;

    private static final int WINDOWS_MAX = 12;

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
                    "likely-beats",
                    "likely-parts",
                    "likely-bars",
                    "tempo",
                    "onsets-per-beat");

    /** {@code likely} by weights that have not met the piece. */
    private record Pupil(
            Performance played,
            BeatLikely likely,
            List<FreeScores.Passage> passages,
            List<Lesson> lessons) {}

    private FreeLessons() {}

    /** LABELS is a folder of performances, FOLDER where both files of weights are written. */
    public static void main(String[] arguments) throws IOException {
        Labels labels = new Labels(Path.of(arguments[0]));
        List<Performance> played = new ArrayList<>();
        for (Labels.Row row : labels.table("performances.csv")) {
            played.add(Performance.of(labels, row));
        }
        List<Pupil> pupils = pupils(played);
        ScoreTable level = new ScoreTable("windows alone, unseen", List.of("Acc1", "Acc2"));
        ScoreTable beats = new ScoreTable("median of the beats, unseen", List.of("Acc1", "Acc2"));
        for (int fold = 0; fold < FOLDS; fold++) {
            examine(pupils, fold, level, beats);
        }
        System.out.print(level);
        System.out.print(beats);
        Path folder = Path.of(arguments[1]);
        writeWindows(learnt(pupils), folder.resolve("free-tempo-weights.txt"));
        writeBeats(BeatTraining.learn(played, FOLDS), folder.resolve("beat-weights.txt"));
    }

    private static List<Pupil> pupils(List<Performance> played) {
        Map<String, Integer> ofPiece = new HashMap<>();
        played.forEach(one -> ofPiece.merge(one.piece(), 1, Integer::sum));
        List<float[]> weights =
                IntStream.range(0, FOLDS)
                        .parallel()
                        .mapToObj(fold -> BeatTraining.learn(outside(played, fold), fold))
                        .toList();
        List<Pupil> pupils = new ArrayList<>();
        for (Performance one : played) {
            BeatLikely likely = BeatLikely.of(one.evidence, weights.get(one.fold(FOLDS)));
            OnsetSignals signals = OnsetSignals.of(one.notes, likely);
            List<FreeScores.Passage> passages = FreeTempo.passages(signals);
            double weight = 1 / Math.sqrt(ofPiece.getOrDefault(one.piece(), 1));
            pupils.add(new Pupil(one, likely, passages, lessons(one, passages, weight)));
        }
        return pupils;
    }

    private static List<Performance> outside(List<Performance> played, int fold) {
        return played.stream().filter(one -> one.fold(FOLDS) != fold).toList();
    }

    private static void examine(List<Pupil> pupils, int fold, ScoreTable level, ScoreTable beats) {
        Predicate<Pupil> isLeftOut = pupil -> pupil.played.fold(FOLDS) == fold;
        double[] learnt = learnt(pupils.stream().filter(isLeftOut.negate()).toList());
        float[] weights = new float[FreeScores.FEATURES];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = (float) learnt[at];
        }
        for (Pupil pupil : pupils.stream().filter(isLeftOut).toList()) {
            Performance played = pupil.played;
            if (!played.isExamined() || pupil.passages.isEmpty()) {
                continue;
            }
            double bpm = Double.parseDouble(played.label.cell("bpm"));
            FreeTempo about =
                    FreeTempo.of(
                            pupil.passages.stream()
                                    .map(passage -> passage.scores(weights))
                                    .toArray(double[][]::new));
            add(level, played, bpm, about);
            add(beats, played, bpm, about.exact(played.notes.onsets, pupil.likely));
        }
    }

    private static void add(ScoreTable table, Performance played, double bpm, FreeTempo tempo) {
        double found = 60 / tempo.beatSeconds();
        table.add(
                played.label.subset(),
                TempoScore.exact(bpm, found),
                TempoScore.withOctaves(bpm, found));
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

    private static List<Lesson> lessons(
            Performance played, List<FreeScores.Passage> passages, double weight) {
        OnsetTimes onsets = played.notes.onsets;
        List<int[]> windows = FreeTempo.windows(onsets);
        List<Lesson> lessons = new ArrayList<>();
        int step = Math.max(1, Math.ceilDiv(windows.size(), WINDOWS_MAX));
        for (int window = 0; window < windows.size(); window += step) {
            double from = onsets.seconds[windows.get(window)[0]];
            double to = onsets.seconds[windows.get(window)[1] - 1];
            double beat = played.beatSeconds(from, to);
            if (beat > 0) {
                double counts = weight * step / Math.sqrt(windows.size() / WINDOWS);
                lessons.add(lesson(passages.get(window), beat, counts));
            }
        }
        return lessons;
    }

    private static Lesson lesson(FreeScores.Passage passage, double beat, double weight) {
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
            if (Math.abs(Math.log(length / seconds)) <= TOLERANCE) {
                rightFrom = Math.min(rightFrom, at);
                rightTo = at;
            }
        }
        return new Lesson(candidates, rightFrom, rightTo, weight);
    }

    private static void writeWindows(double[] learnt, Path file) throws IOException {
        WeightsFile rows = new WeightsFile("What speaks for a length of the beat");
        for (int row = 0; row < FreeScores.ROWS; row++) {
            rows.row(ROWS.get(row), learnt, row * TempoScores.COLUMNS, TempoScores.COLUMNS);
        }
        rows.write(file);
    }

    private static void writeBeats(float[] learnt, Path file) throws IOException {
        double[] weights = new double[learnt.length];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = learnt[at];
        }
        WeightsFile rows = new WeightsFile("Which onsets are on the beat");
        int last = BeatLikely.LAST_ROW;
        for (int row = 0; row < last + BeatLikely.KINDS; row++) {
            int layer = Math.max(0, row - BeatLikely.FIRST_ROWS) / BeatLikely.LAYER_ROWS + 1;
            String name = row < BeatLikely.FIRST_ROWS ? "evidence" : "layer-" + layer;
            rows.row(
                    row < last ? name : List.of("beat", "part", "bar").get(row - last),
                    weights,
                    row * BeatLikely.WIDTH,
                    BeatLikely.WIDTH);
        }
        rows.write(file);
    }
}
