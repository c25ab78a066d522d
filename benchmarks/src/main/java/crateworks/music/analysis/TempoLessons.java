package crateworks.music.analysis;

import crateworks.benchmarks.accuracy.Labels;
import crateworks.benchmarks.learning.Choice;
import crateworks.benchmarks.learning.Choice.Lesson;
import crateworks.benchmarks.learning.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A further round of lessons for the tempo weights, those for drums and those for notes to a steady
 * beat: it begins with the weights that the analysis has now. Those for free playing stay as they
 * are: lessons with one kind of performance made the others worse.
 */
public final class TempoLessons {
    private static final double PENALTY = 3;

    /** How common a tempo is keeps its weight of 1, or nearly. */
    private static final double PENALTY_COMMON = 100;

    /** Made files are stricter and simpler than music, and so count less. */
    private static final double WEIGHT_OF_MADE = 0.3;

    private static final double TOLERANCE = 0.04;
    private static final int SET = TempoScores.ROWS * TempoScores.COLUMNS;
    private static final List<String> SETS = List.of("notes", "drums");
    private static final List<String> ROWS =
            List.of("all-onsets", "low-onsets", "tempo", "onsets-per-beat");

    private final List<List<Lesson>> lessons = List.of(new ArrayList<>(), new ArrayList<>());

    private TempoLessons() {}

    /** LABELS is the labelled folder, FILE where the weights are written; then: even, or all. */
    public static void main(String[] arguments) throws IOException {
        Labels labels = new Labels(Path.of(arguments[0]));
        boolean isHalf = arguments.length > 2 && arguments[2].equals("even");
        TempoLessons lessons = new TempoLessons();
        for (Labels.Row row : labels.table("tempo.csv")) {
            if (row.isEven() || !isHalf) {
                lessons.add(labels, row);
            }
        }
        WeightsFile rows = new WeightsFile("What speaks for a length of the beat");
        for (int set = 0; set < SETS.size(); set++) {
            double[] learnt = lessons.learnt(set);
            for (int row = 0; row < TempoScores.ROWS; row++) {
                String name = SETS.get(set) + "/" + ROWS.get(row);
                rows.row(name, learnt, row * TempoScores.COLUMNS, TempoScores.COLUMNS);
            }
        }
        rows.write(Path.of(arguments[1]));
    }

    private void add(Labels labels, Labels.Row row) throws IOException {
        if (row.subset().equals("edge") || row.cell("kind").equals("expressive")) {
            return; // told by the map whatever the notes do, or no lesson for a steady beat
        }
        Heard heard = Heard.of(labels.file(row.path()));
        double bpm = Double.parseDouble(row.cell("bpm"));
        OnsetTimes onsets = OnsetTimes.of(heard.all(), heard.file().tempoMap());
        double weight = row.subset().equals("chordpack") ? WEIGHT_OF_MADE : 1;
        add(heard.isDrum() ? TempoScores.DRUMS : TempoScores.NOTES, onsets, bpm, weight);
    }

    private void add(int set, OnsetTimes onsets, double bpm, double weight) {
        if (onsets.count < 2 || bpm > TempoScores.FASTEST_BPM || bpm < TempoScores.SLOWEST_BPM) {
            return;
        }
        double gap = onsets.spanSeconds() / (onsets.count - 1);
        OnsetPeriods periods = OnsetPeriods.of(onsets);
        float[][] candidates = new float[TempoScores.CANDIDATES][SET + 1];
        float[] features = new float[SET];
        for (int candidate = 0; candidate < candidates.length; candidate++) {
            int lag = TempoScores.FIRST_LAG + candidate;
            TempoScores.fill(features, periods, gap, lag);
            System.arraycopy(features, 0, candidates[candidate], 0, SET);
            candidates[candidate][SET] = (float) TempoScores.common(OnsetPeriods.lagSeconds(lag));
        }
        int first = OnsetPeriods.lagOf(60 / bpm / (1 + TOLERANCE)) - TempoScores.FIRST_LAG;
        int last = OnsetPeriods.lagOf(60 / bpm * (1 + TOLERANCE)) - TempoScores.FIRST_LAG;
        int rightFrom = Math.clamp(first, 0, candidates.length - 1);
        int rightTo = Math.clamp(last, 0, candidates.length - 1);
        lessons.get(set).add(new Lesson(candidates, rightFrom, rightTo, weight));
    }

    private double[] learnt(int set) {
        double[] start = new double[SET + 1];
        double[] penalties = new double[SET + 1];
        Arrays.fill(penalties, PENALTY);
        for (int at = 0; at < SET; at++) {
            int row = set * TempoScores.ROWS + at / TempoScores.COLUMNS;
            start[at] = TempoScores.weight(row, at % TempoScores.COLUMNS);
        }
        start[SET] = 1;
        penalties[SET] = PENALTY_COMMON;
        return Choice.learn(visitor -> lessons.get(set).forEach(visitor), start, penalties);
    }
}
