package crateworks.music.analysis;

import crateworks.benchmarks.accuracy.Labels;
import crateworks.benchmarks.accuracy.MeterScore;
import crateworks.benchmarks.accuracy.Reliability;
import crateworks.benchmarks.accuracy.ScoreTable;
import crateworks.benchmarks.learning.Choice;
import crateworks.benchmarks.learning.Choice.Lesson;
import crateworks.benchmarks.learning.WeightsFile;
import crateworks.music.analysis.MeterVariants.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Learns the metre weights from files whose time signatures are left aside, after it has shown how
 * weights that were learnt from other files do, and how far their confidence can be trusted.
 */
public final class MeterLessons {
    private static final int COMMON = MeterScores.METERS * MeterScores.COLUMNS;
    private static final int COLUMNS = COMMON + MeterEvidence.OWN;
    private static final double PENALTY = 2;
    private static final double PENALTY_OWN = 0.5;
    private static final double PENALTY_BIAS = 0.05;
    private static final double WEIGHT_OF_LOOPS = 0.5;
    private static final double WEIGHT_OF_MADE = 0.3;
    private static final int NOTES_MIN = 12;
    private static final List<String> SETS = List.of("notes", "drums");

    /** One metre for a file, or for what is made of it. */
    private record Pupil(
            Labels.Row label, boolean isDrum, Origin origin, String right, Evidence evidence) {}

    /** What is kept of the evidence: the candidates are laid out when they are needed. */
    private record Evidence(List<float[]> numbers, double weight) {
        static Evidence of(Variant variant, double weight) {
            var evidence = MeterEvidence.of(variant.notes(), variant.grid(), variant.endTick());
            List<float[]> numbers = new ArrayList<>();
            numbers.add(evidence.common().clone());
            for (int meter = 0; meter < MeterScores.METERS; meter++) {
                numbers.add(evidence.own(MeterScores.quarters(meter)));
            }
            return new Evidence(numbers, weight);
        }

        float[][] candidates() {
            float[][] candidates = new float[MeterScores.METERS][COLUMNS];
            for (int meter = 0; meter < candidates.length; meter++) {
                float[] common = numbers.getFirst();
                float[] own = numbers.get(1 + meter);
                int at = meter * MeterScores.COLUMNS;
                System.arraycopy(common, 0, candidates[meter], at, common.length);
                System.arraycopy(own, 0, candidates[meter], COMMON, own.length);
            }
            return candidates;
        }
    }

    private enum Origin {
        FILE,
        LOOP,
        MADE
    }

    private final List<Pupil> pupils = new ArrayList<>();
    private final Map<String, Integer> sizes = new TreeMap<>();

    private MeterLessons() {}

    /** LABELS is the labelled folder, FILE where the weights are written; then: even, or all. */
    public static void main(String[] arguments) throws IOException {
        MeterLessons lessons = new MeterLessons();
        lessons.read(new Labels(Path.of(arguments[0])));
        lessons.examine(
                "each half by the other",
                List.of(pupil -> pupil.label.isEven(), pupil -> !pupil.label.isEven()));
        boolean isHalf = arguments.length > 2 && arguments[2].equals("even");
        lessons.write(pupil -> !isHalf || pupil.label.isEven(), Path.of(arguments[1]));
        List<Predicate<Pupil>> kinds = new ArrayList<>();
        for (String kind : lessons.pupils.stream().map(MeterLessons::kind).distinct().toList()) {
            kinds.add(pupil -> kind(pupil).equals(kind));
        }
        lessons.examine("each kind by the others", kinds);
    }

    /** Collections of one source and style, which are left out together; drums are all one. */
    private static String kind(Pupil pupil) {
        return pupil.isDrum ? "" : pupil.label.subset().replaceFirst("(-melody|cl-.*)$", "");
    }

    private void read(Labels labels) throws IOException {
        List<Labels.Row> rows = labels.table("meter.csv");
        rows.forEach(row -> sizes.merge(row.subset(), 1, Integer::sum));
        double sum = sizes.values().stream().mapToDouble(Math::sqrt).sum();
        for (Labels.Row row : rows) {
            int size = sizes.getOrDefault(row.subset(), 1);
            // collections count by the square root of their size, so that the large do not rule
            add(labels, row, rows.size() / sum / Math.sqrt(size));
        }
    }

    private void add(Labels labels, Labels.Row row, double weight) throws IOException {
        Heard heard = Heard.of(labels.file(row.path()));
        String right = row.cell("numerator") + "/" + row.cell("denominator");
        int meter = MeterVariants.meterOf(right);
        long seed = Long.parseLong(row.fileName().substring(0, 9), 16);
        MeterVariants variants =
                new MeterVariants(heard.all(), heard.grid(), heard.file().endTick(), meter, seed);
        add(row, heard, Origin.FILE, right, List.of(variants.itself()), weight);
        int ticksPerQuarter = TempoFinder.ticksPerQuarter(heard.file().tempoMap());
        boolean isOnGrid = heard.grid().equals(BeatGrid.ofQuarters(ticksPerQuarter));
        if (!isOnGrid || meter == MeterScores.METERS || row.subset().equals("edge")) {
            return;
        }
        add(row, heard, Origin.LOOP, right, variants.loops(), weight * WEIGHT_OF_LOOPS);
        boolean isBand = !row.subset().startsWith("dcml");
        if (!right.equals("4/4") || !(heard.isDrum() || isBand)) {
            return;
        }
        for (MeterVariants made : variants.inOtherMetres(heard.isDrum())) {
            List<Variant> all = new ArrayList<>(made.loops());
            all.add(made.itself());
            String signature = MeterVariants.signature(all.getLast().meter());
            add(row, heard, Origin.MADE, signature, all, weight * WEIGHT_OF_MADE);
        }
    }

    private void add(
            Labels.Row row,
            Heard heard,
            Origin origin,
            String right,
            List<Variant> variants,
            double weight) {
        for (Variant variant : variants) {
            if (variant.notes().count >= NOTES_MIN || origin == Origin.FILE) {
                Evidence evidence = Evidence.of(variant, weight / variants.size());
                pupils.add(new Pupil(row, heard.isDrum(), origin, right, evidence));
            }
        }
    }

    private void examine(String title, List<Predicate<Pupil>> folds) {
        ScoreTable files = new ScoreTable("metre: " + title, List.of("exact", "class"));
        Reliability reliability = new Reliability("metre, how sure and how right: " + title);
        for (Predicate<Pupil> fold : folds) {
            for (int set = 0; set < SETS.size(); set++) {
                boolean isDrum = set == MeterScores.DRUMS;
                Predicate<Pupil> ofSet = pupil -> pupil.isDrum == isDrum;
                List<Pupil> asked = pupils.stream().filter(ofSet.and(fold)).toList();
                List<Pupil> taught = pupils.stream().filter(ofSet.and(fold.negate())).toList();
                if (asked.isEmpty() || taught.isEmpty()) {
                    continue;
                }
                float[] weights = floats(learnt(taught));
                for (Pupil pupil : asked) {
                    answer(pupil, weights, files, reliability);
                }
            }
        }
        System.out.print(files);
        System.out.print(reliability);
    }

    private static void answer(
            Pupil pupil, float[] weights, ScoreTable files, Reliability reliability) {
        double[] likely = Choice.likely(pupil.evidence.candidates(), weights);
        int best = 0;
        for (int meter = 1; meter < likely.length; meter++) {
            best = likely[meter] > likely[best] ? meter : best;
        }
        String found = MeterVariants.signature(best);
        double exact = MeterScore.exact(pupil.right, found);
        String name =
                switch (pupil.origin) {
                    case FILE -> pupil.label.subset();
                    case LOOP -> pupil.isDrum ? "loops of drums" : "loops";
                    case MADE -> pupil.isDrum ? "made of drums" : "made";
                };
        files.add(name, exact, MeterScore.ofClass(pupil.right, found));
        reliability.add(pupil.origin.name(), MeterFinder.confidence(likely[best]), exact);
    }

    private static double[] learnt(List<Pupil> taught) {
        double[] penalties = new double[COLUMNS];
        Arrays.fill(penalties, 0, COMMON, PENALTY);
        Arrays.fill(penalties, COMMON, COLUMNS, PENALTY_OWN);
        for (int meter = 1; meter <= MeterScores.METERS; meter++) {
            penalties[meter * MeterScores.COLUMNS - 1] = PENALTY_BIAS;
        }
        return Choice.learn(
                visitor -> {
                    for (Pupil pupil : taught) {
                        int right = MeterVariants.meterOf(pupil.right);
                        if (right < MeterScores.METERS) {
                            Evidence evidence = pupil.evidence;
                            visitor.accept(
                                    new Lesson(evidence.candidates(), right, evidence.weight));
                        }
                    }
                },
                new double[COLUMNS],
                penalties);
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            floats[at] = (float) numbers[at];
        }
        return floats;
    }

    private void write(Predicate<Pupil> isTaught, Path file) throws IOException {
        WeightsFile rows = new WeightsFile("What speaks for a time signature");
        for (int set = 0; set < SETS.size(); set++) {
            boolean isDrum = set == MeterScores.DRUMS;
            double[] learnt =
                    learnt(
                            pupils.stream()
                                    .filter(pupil -> pupil.isDrum == isDrum)
                                    .filter(isTaught)
                                    .toList());
            for (int meter = 0; meter < MeterScores.METERS; meter++) {
                rows.row(
                        SETS.get(set) + "/" + MeterVariants.signature(meter),
                        learnt,
                        meter * MeterScores.COLUMNS,
                        MeterScores.COLUMNS);
            }
            double[] own = Arrays.copyOfRange(learnt, COMMON, COLUMNS);
            rows.row(
                    SETS.get(set) + "/own",
                    Arrays.copyOf(own, MeterScores.COLUMNS),
                    0,
                    MeterScores.COLUMNS);
        }
        rows.write(file);
    }
}
