package crateworks.music.analysis;

import crateworks.benchmarks.learning.Choice;
import crateworks.benchmarks.learning.Choice.Lesson;
import crateworks.benchmarks.learning.WeightsFile;
import crateworks.music.analysis.RoleEstimate.Family;
import crateworks.music.analysis.RoleParts.Labelled;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.NoteTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Learns what families of instruments sound like by notes alone, after it has shown how weights
 * that were learnt from other songs do. Loops of eight bars, cut from the parts without their
 * controllers, are lessons too.
 */
public final class RoleLessons {
    private static final int FAMILIES = RoleScores.FAMILIES.size();
    private static final double PENALTY = 10;
    private static final int LOOP_BEATS = 32;
    private static final int LOOP_NOTES_MIN = 6;
    private static final double WEIGHT_OF_LOOPS = 0.5;

    /** Collections with fewer parts than this are one. */
    private static final int PARTS_MIN = 60;

    /** A part with its numbers: first those of all of it, then those of loops. */
    private record Pupil(Labelled part, int right, List<float[]> numbers) {
        float[] whole() {
            return numbers.getFirst();
        }

        List<float[]> loops() {
            return numbers.subList(1, numbers.size());
        }
    }

    private final List<Pupil> pupils = new ArrayList<>();
    private final Map<String, Integer> sizes = new TreeMap<>();

    private RoleLessons() {}

    /** A folder with songs, and the file where the weights are written. */
    public static void main(String[] arguments) throws IOException {
        var lessons = new RoleLessons();
        for (Labelled part : RoleParts.of(Path.of(arguments[0]))) {
            lessons.add(part);
        }
        lessons.examine("each half by the other", pupil -> String.valueOf(pupil.part.half()));
        lessons.examine("each collection by the others", lessons::collection);
        write(learnt(lessons.pupils), Path.of(arguments[1]));
    }

    private String collection(Pupil pupil) {
        String name = pupil.part.collection();
        return sizes.getOrDefault(name, 0) < PARTS_MIN ? "small ones" : name;
    }

    private void add(Labelled part) throws IOException {
        MidiFile file = part.file();
        Columns notes = Columns.of(file.notes(), Columns.ALL_CHANNELS, Analyst.NOTES_MAX);
        BeatGrid grid =
                new TempoFinder(file.tempoMap(), notes, Optional.empty(), false).find().grid();
        List<float[]> numbers = new ArrayList<>();
        numbers.add(spread(notes, grid, RoleEvents.of(file)));
        double first = Math.floor(grid.beatAt(notes.firstOnTick()));
        double beats = grid.beatAt(notes.lastOffTick()) - first;
        for (double share : new double[] {0.1, 0.5}) {
            double from = first + Math.floor(share * beats / 4) * 4;
            Columns cut = cut(notes, grid.tickAt(from), grid.tickAt(from + LOOP_BEATS));
            if (cut.count >= LOOP_NOTES_MIN) {
                numbers.add(spread(cut, grid, RoleEvents.NONE));
            }
        }
        int family = RoleScores.FAMILIES.indexOf(part.family());
        int right = family < 0 ? FAMILIES - 1 : family;
        pupils.add(new Pupil(part, right, numbers));
        sizes.merge(part.collection(), 1, Integer::sum);
    }

    private static float[] spread(Columns notes, BeatGrid grid, RoleEvents events) {
        return RoleScores.spread(RoleEvidence.of(notes, grid, events));
    }

    private static Columns cut(Columns notes, double from, double to) {
        NoteTable.Builder cut = new NoteTable.Builder(64);
        for (int row = 0; row < notes.count; row++) {
            int off = Math.min(notes.offTick[row], (int) Math.ceil(to));
            if (notes.onTick[row] >= from && notes.onTick[row] < to && off > notes.onTick[row]) {
                cut.add(notes.onTick[row], off, notes.pitch[row], notes.velocity[row], 0, 0);
            }
        }
        return Columns.of(cut.build(), Columns.ALL_CHANNELS, Integer.MAX_VALUE);
    }

    private void examine(String title, Function<Pupil, String> fold) {
        RoleTable parts = new RoleTable("parts, " + title);
        RoleTable named = new RoleTable("parts whose name agrees, " + title);
        RoleTable loops = new RoleTable("loops, " + title);
        for (String each : pupils.stream().map(fold).distinct().toList()) {
            double[] learnt =
                    learnt(
                            pupils.stream()
                                    .filter(pupil -> !fold.apply(pupil).equals(each))
                                    .toList());
            for (Pupil pupil : pupils) {
                if (fold.apply(pupil).equals(each)) {
                    answer(pupil, pupil.whole(), learnt, parts);
                    if (pupil.part.isNamed()) {
                        answer(pupil, pupil.whole(), learnt, named);
                    }
                    pupil.loops().forEach(loop -> answer(pupil, loop, learnt, loops));
                }
            }
        }
        System.out.print("\n" + RoleTable.head() + parts.line() + named.line() + loops.line());
        System.out.print(parts.confusion());
        System.out.print(parts.reliability());
        System.out.print(loops.reliability());
    }

    private static void answer(Pupil pupil, float[] spread, double[] learnt, RoleTable table) {
        double[] likely = Choice.likely(candidates(spread), floats(learnt));
        int best = 0;
        for (int family = 1; family < FAMILIES - 1; family++) {
            best = likely[family] > likely[best] ? family : best;
        }
        Family found = RoleScores.FAMILIES.get(best);
        table.add(pupil.part.family(), found, RoleFinder.UNSEEN * likely[best]);
    }

    /** The numbers of a family stand where its weights do. */
    private static float[][] candidates(float[] spread) {
        float[][] candidates = new float[FAMILIES][FAMILIES * spread.length];
        for (int family = 0; family < FAMILIES; family++) {
            System.arraycopy(spread, 0, candidates[family], family * spread.length, spread.length);
        }
        return candidates;
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            floats[at] = (float) numbers[at];
        }
        return floats;
    }

    private static double[] learnt(List<Pupil> taught) {
        int columns = FAMILIES * RoleScores.COLUMNS;
        double[] penalties = new double[columns];
        Arrays.fill(penalties, PENALTY);
        int[] counts = new int[FAMILIES];
        taught.forEach(pupil -> counts[pupil.right]++);
        return Choice.learn(
                visitor -> {
                    for (Pupil pupil : taught) {
                        // families count by the square root of their size, so that rare ones are
                        // heard too: which instruments a library has, nobody knows
                        double mean = (double) taught.size() / FAMILIES;
                        double weight = Math.sqrt(mean / counts[pupil.right]);
                        double ofLoops = pupil.loops().isEmpty() ? 0 : WEIGHT_OF_LOOPS;
                        visitor.accept(
                                new Lesson(
                                        candidates(pupil.whole()),
                                        pupil.right,
                                        weight * (1 - ofLoops)));
                        for (float[] loop : pupil.loops()) {
                            double ofLoop = weight * ofLoops / pupil.loops().size();
                            visitor.accept(new Lesson(candidates(loop), pupil.right, ofLoop));
                        }
                    }
                },
                new double[columns],
                penalties);
    }

    private static void write(double[] learnt, Path file) throws IOException {
        WeightsFile rows =
                new WeightsFile(
                        "What notes alone say of bass, keys, guitar, strings, lead, pad, others");
        for (int column = 0; column < RoleScores.COLUMNS; column++) {
            double[] weights = new double[FAMILIES];
            for (int family = 0; family < FAMILIES; family++) {
                weights[family] = learnt[family * RoleScores.COLUMNS + column];
            }
            rows.row(RoleScores.name(column), weights, 0, FAMILIES);
        }
        rows.write(file);
    }
}
