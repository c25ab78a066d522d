package crateworks.music.analysis;

import crateworks.benchmarks.accuracy.KeyScore;
import crateworks.benchmarks.accuracy.Labels;
import crateworks.benchmarks.accuracy.ScoreTable;
import crateworks.benchmarks.learning.Choice;
import crateworks.benchmarks.learning.Choice.Lesson;
import crateworks.benchmarks.learning.WeightsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Learns the key weights, after it has shown how weights that were learnt from other files do: from
 * the other half, and from all other kinds of collection.
 *
 * <p>Learnt from are the files and, since a library has more loops than songs, windows of them. A
 * second labelled folder has further lessons, which are learnt from whichever files of the first
 * are left out.
 */
public final class KeyLessons {
    /** What a further lesson counts beside the others. */
    private static final double FURTHER_COUNTS = 0.35;

    private static final int COLUMNS = 2 * KeyScores.PER_MODE + KeyProfiles.COUNT + 1;
    private static final double PENALTY = 4;
    private static final double PENALTY_PHRASES = 8;
    private static final double PENALTY_SCALARS = 0.1;
    private static final int FIRST_PHRASE_GROUP = 23;
    private static final List<String> GROUPS =
            List.of(
                    "length",
                    "root-of-length",
                    "onsets",
                    "bass",
                    "end",
                    "last-bass",
                    "start",
                    "first-bass",
                    "present",
                    "chords-major",
                    "chords-minor",
                    "first-chord-major",
                    "first-chord-minor",
                    "last-chord-major",
                    "last-chord-minor",
                    "falls-major",
                    "falls-minor",
                    "local-8-major",
                    "local-8-minor",
                    "local-16-major",
                    "local-16-minor",
                    "local-32-major",
                    "local-32-minor",
                    "downbeat-major",
                    "downbeat-minor",
                    "phrase-major",
                    "phrase-minor",
                    "long-phrase-major",
                    "long-phrase-minor",
                    "downbeat-bass");

    /** How much all windows of a file count, half of which is taken off the file itself. */
    private static final double WINDOWS_SHARE = 0.25;

    /**
     * A window whose correlation with its file's key is so far below the best has left that key.
     */
    private static final double CORRELATION_BELOW_MAX = 0.2;

    private record Pupil(Labels.Row label, boolean isFurther, Lesson lesson, List<Lesson> windows) {
        Stream<Lesson> lessons() {
            return Stream.concat(Stream.of(lesson), windows.stream());
        }

        Pupil weighing(double weight) {
            double share = windows.isEmpty() ? 0 : WINDOWS_SHARE;
            double ofWindow = weight * share / Math.max(1, windows.size());
            return new Pupil(
                    label,
                    isFurther,
                    lesson.weighing(weight * (1 - share / 2)),
                    windows.stream().map(window -> window.weighing(ofWindow)).toList());
        }
    }

    private KeyLessons() {}

    /**
     * LABELS is the labelled folder, FILE where the weights are written, FURTHER a second folder.
     */
    public static void main(String[] arguments) throws IOException {
        List<Pupil> all = new ArrayList<>(pupils(new Labels(Path.of(arguments[0])), false));
        if (arguments.length > 2) {
            all.addAll(pupils(new Labels(Path.of(arguments[2])), true));
        }
        List<Pupil> pupils = weighed(all);
        ScoreTable halves = new ScoreTable("key, MIREX: each half by the other", List.of("mirex"));
        for (boolean even : new boolean[] {true, false}) {
            examine(pupils, pupil -> !pupil.isFurther() && pupil.label().isEven() == even, halves);
        }
        System.out.print(halves);
        ScoreTable kinds = new ScoreTable("key, MIREX: each kind by the others", List.of("mirex"));
        for (String kind : kinds(pupils)) {
            examine(pupils, pupil -> kind(pupil).equals(kind), kinds);
        }
        System.out.print(kinds);
        write(learnt(pupils), Path.of(arguments[1]));
    }

    private static List<String> kinds(List<Pupil> pupils) {
        return pupils.stream()
                .filter(pupil -> !pupil.isFurther())
                .map(KeyLessons::kind)
                .distinct()
                .toList();
    }

    /** Collections of one source and style, which are left out together. */
    private static String kind(Pupil pupil) {
        return pupil.label().subset().replaceFirst("(cl.*|-melody)$", "");
    }

    private static void examine(List<Pupil> pupils, Predicate<Pupil> isLeftOut, ScoreTable table) {
        double[] learnt = learnt(pupils.stream().filter(isLeftOut.negate()).toList());
        float[] weights = new float[COLUMNS];
        for (int at = 0; at < COLUMNS; at++) {
            weights[at] = (float) learnt[at];
        }
        for (Pupil pupil : pupils.stream().filter(isLeftOut).toList()) {
            double[] likely = Choice.likely(pupil.lesson().candidates(), weights);
            int best = 0;
            for (int key = 1; key < likely.length; key++) {
                best = likely[key] > likely[best] ? key : best;
            }
            table.add(pupil.label().subset(), KeyScore.of(pupil.lesson().right(), best));
        }
    }

    private static double[] learnt(List<Pupil> pupils) {
        double[] penalties = new double[COLUMNS];
        Arrays.fill(penalties, PENALTY_SCALARS);
        for (int at = 0; at < 2 * KeyScores.PER_MODE; at++) {
            int group = at % KeyScores.PER_MODE / 12;
            penalties[at] = group < FIRST_PHRASE_GROUP ? PENALTY : PENALTY_PHRASES;
        }
        return Choice.learn(
                visitor -> pupils.stream().flatMap(Pupil::lessons).forEach(visitor),
                new double[COLUMNS],
                penalties);
    }

    private static List<Pupil> pupils(Labels labels, boolean isFurther) throws IOException {
        try {
            return labels.table("key.csv").parallelStream()
                    .map(row -> pupil(labels, row, isFurther))
                    .filter(pupil -> pupil.lesson().candidates().length > 0)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Pupil pupil(Labels labels, Labels.Row row, boolean isFurther) {
        try {
            Heard heard = Heard.of(labels.file(row.path()));
            int right = Labels.key(row);
            if (heard.pitched().isEmpty()) {
                return new Pupil(row, isFurther, new Lesson(new float[0][], right, 1), List.of());
            }
            List<Lesson> windows =
                    KeyWindows.of(heard).stream()
                            .map(window -> new Lesson(candidates(window), right, 1))
                            .filter(KeyLessons::isInItsKey)
                            .toList();
            Lesson lesson = new Lesson(candidates(heard.keyEvidence()), right, 1);
            return new Pupil(row, isFurther, lesson, windows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInItsKey(Lesson window) {
        int correlation = 2 * KeyScores.PER_MODE + KeyProfiles.ALBRECHT_SHANAHAN;
        float best = -1;
        for (float[] key : window.candidates()) {
            best = Math.max(best, key[correlation]);
        }
        return best - window.candidates()[window.right()][correlation] < CORRELATION_BELOW_MAX;
    }

    /** Collections count by the square root of their size, so that the large ones do not rule. */
    private static List<Pupil> weighed(List<Pupil> pupils) {
        Map<String, Integer> sizes = new TreeMap<>();
        double count = 0;
        double sum = 0;
        for (Pupil pupil : pupils) {
            sizes.merge(pupil.label().subset(), 1, Integer::sum);
        }
        for (Pupil pupil : pupils) {
            if (!pupil.isFurther()) {
                count++;
                sum += 1 / Math.sqrt(sizes.getOrDefault(pupil.label().subset(), 1));
            }
        }
        List<Pupil> weighed = new ArrayList<>();
        for (Pupil pupil : pupils) {
            int size = sizes.getOrDefault(pupil.label().subset(), 1);
            double counts = pupil.isFurther() ? FURTHER_COUNTS : 1;
            weighed.add(pupil.weighing(counts * count / sum / Math.sqrt(size)));
        }
        return weighed;
    }

    private static float[][] candidates(KeyEvidence evidence) {
        float[][] candidates = new float[KeyScores.KEYS][COLUMNS];
        double[] lengths = new double[12];
        for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
            lengths[pitchClass] = evidence.at(KeyEvidence.LENGTH, pitchClass);
        }
        KeyProfiles.standardize(lengths);
        for (int key = 0; key < KeyScores.KEYS; key++) {
            float[] row = candidates[key];
            for (int at = 0; at < KeyScores.PER_MODE; at++) {
                row[key / 12 * KeyScores.PER_MODE + at] =
                        evidence.at(at / 12, (at % 12 + key) % 12);
            }
            for (int profile = 0; profile < KeyProfiles.COUNT; profile++) {
                double[] expected = KeyProfiles.standardized(profile, key / 12);
                for (int interval = 0; interval < 12; interval++) {
                    row[2 * KeyScores.PER_MODE + profile] +=
                            (float) (lengths[(interval + key) % 12] * expected[interval]);
                }
            }
            row[COLUMNS - 1] = key < 12 ? 0 : 1;
        }
        return candidates;
    }

    private static void write(double[] learnt, Path file) throws IOException {
        WeightsFile rows = new WeightsFile("What twelve intervals above the tonic say for a key");
        for (String mode : List.of("major/", "minor/")) {
            for (String group : GROUPS) {
                rows.row(mode + group, learnt, rows.count() * 12, 12);
            }
        }
        double[] scalars = Arrays.copyOfRange(learnt, 2 * KeyScores.PER_MODE, COLUMNS);
        rows.row("profiles-and-minor-bias", Arrays.copyOf(scalars, 12), 0, 12);
        rows.write(file);
    }
}
