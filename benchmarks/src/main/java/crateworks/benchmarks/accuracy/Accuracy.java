package crateworks.benchmarks.accuracy;

import crateworks.music.analysis.Analyst;
import crateworks.music.analysis.DrumEstimate;
import crateworks.music.analysis.KeyPeers;
import crateworks.music.analysis.Mode;
import crateworks.music.analysis.Profile;
import crateworks.music.clues.Clues;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.NoteTable;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Prints how right the analysis is on labelled files, in the tables of docs/accuracy.md. */
public final class Accuracy {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Labels labels;
    private final Predicate<Labels.Row> isReported;
    private final Map<String, Profile> profiles = new ConcurrentHashMap<>();

    private Accuracy(Labels labels, Predicate<Labels.Row> isReported) {
        this.labels = labels;
        this.isReported = isReported;
    }

    /** The labelled folder; then all, even or odd: which half of the files is reported. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("usage: benchmarks/run accuracy LABELLED_FOLDER [all|even|odd]");
            System.exit(2);
        }
        String half = arguments.length > 1 ? arguments[1] : "all";
        Accuracy accuracy =
                new Accuracy(
                        new Labels(Path.of(arguments[0]).toAbsolutePath()),
                        row -> half.equals("all") || row.isEven() == half.equals("even"));
        System.out.print(accuracy.keys());
        System.out.print(accuracy.tempi(Labels.Row::subset, "tempo by collection"));
        System.out.print(
                accuracy.tempi(
                        row -> row.cell("meta") + ", " + row.cell("kind"),
                        "tempo by what the tempo event is worth"));
        System.out.print(accuracy.meters());
        System.out.print(accuracy.chords());
        System.out.print(accuracy.drums());
        System.out.print(accuracy.drumClasses());
    }

    private ScoreTable keys() throws IOException {
        List<String> columns = new ArrayList<>(List.of("ours", "exactly"));
        columns.addAll(KeyPeers.names());
        ScoreTable table = new ScoreTable("key, MIREX score, beside single profiles", columns);
        for (Labels.Row row : rows("key.csv")) {
            int expected = Labels.key(row);
            double[] scores = new double[columns.size()];
            profile(row)
                    .key()
                    .tonality()
                    .map(key -> key.tonic() + (key.mode() == Mode.MINOR ? 12 : 0))
                    .ifPresent(
                            key -> {
                                scores[0] = KeyScore.of(expected, key);
                                scores[1] = expected == key ? 1 : 0;
                            });
            int column = 2;
            for (int key : KeyPeers.keys(labels.file(row.path()))) {
                scores[column++] = KeyScore.of(expected, key);
            }
            table.add(row.subset(), scores);
        }
        return table;
    }

    private ScoreTable tempi(Function<Labels.Row, String> group, String title) throws IOException {
        ScoreTable table =
                new ScoreTable(
                        title, List.of("Acc1", "Acc2", "first event Acc1", "first event Acc2"));
        for (Labels.Row row : rows("tempo.csv")) {
            double bpm = Double.parseDouble(row.cell("bpm"));
            double found = profile(row).tempo().bpm();
            double stated = read(labels.file(row.path())).tempoMap().quartersPerMinute(0);
            table.add(
                    group.apply(row),
                    TempoScore.exact(bpm, found),
                    TempoScore.withOctaves(bpm, found),
                    TempoScore.exact(bpm, stated),
                    TempoScore.withOctaves(bpm, stated));
        }
        return table;
    }

    private ScoreTable meters() throws IOException {
        ScoreTable table =
                new ScoreTable("metre", List.of("exact", "class", "4/4 exact", "4/4 class"));
        for (Labels.Row row : rows("meter.csv")) {
            String expected = row.cell("numerator") + "/" + row.cell("denominator");
            String found = profile(row).meter().signature();
            table.add(
                    row.subset() + (row.cell("meta").equals("true") ? ", stated" : ""),
                    MeterScore.exact(expected, found),
                    MeterScore.ofClass(expected, found),
                    MeterScore.exact(expected, "4/4"),
                    MeterScore.ofClass(expected, "4/4"));
        }
        return table;
    }

    /** Chords count by their length, so the last two lines are of time and not of files. */
    private String chords() throws IOException {
        Map<String, ChordScore> scores = new TreeMap<>();
        ChordScore all = new ChordScore();
        Path file = labels.folder().resolve("chords.jsonl");
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            JsonNode node = JSON.readTree(line);
            Labels.Row row =
                    new Labels.Row(
                            Map.of(
                                    "path", node.get("path").asString(),
                                    "subset", node.get("subset").asString()));
            if (isReported.test(row)) {
                ChordScore score = new ChordScore();
                score.add(spans(node.get("chords")), found(profile(row)));
                all.add(score);
                scores.computeIfAbsent(row.subset(), _ -> new ChordScore()).add(score);
            }
        }
        StringBuilder text =
                new StringBuilder(
                                "\nchords, recall by time\n\n| subset | major or minor | root |\n")
                        .append("| --- | --- | --- |\n");
        scores.forEach((subset, score) -> text.append(line(subset, score)));
        return text.append(line("all", all)).toString();
    }

    private ScoreTable drums() throws IOException {
        ScoreTable table =
                new ScoreTable("drums", List.of("is drum", "channels", "tenth channel: channels"));
        for (Labels.Row row : rows("drums.csv")) {
            DrumEstimate found = profile(row).drums();
            table.add(
                    row.subset(),
                    DrumScore.isDrum(row, found),
                    DrumScore.channels(row, found),
                    DrumScore.tenthChannel(row, channelsPlayed(labels.file(row.path()))));
        }
        return table;
    }

    private ScoreTable drumClasses() throws IOException {
        ScoreTable table = new ScoreTable("classes of drums", List.of("F1"));
        for (Labels.Row row : rows("drums.csv")) {
            if (!row.cell("classes").isEmpty()) {
                table.add(row.subset(), DrumScore.classes(row, profile(row).drums()));
            }
        }
        return table;
    }

    private static Set<Integer> channelsPlayed(Path file) {
        NoteTable notes = read(file).notes();
        return IntStream.range(0, notes.count())
                .mapToObj(notes::channel)
                .collect(Collectors.toSet());
    }

    private static String line(String name, ChordScore score) {
        return String.format(
                java.util.Locale.ROOT,
                "| %s | %.1f | %.1f |%n",
                name,
                100 * score.thirds(),
                100 * score.roots());
    }

    private static List<ChordScore.Span> spans(JsonNode chords) {
        List<ChordScore.Span> spans = new ArrayList<>();
        for (JsonNode chord : chords) {
            spans.add(
                    new ChordScore.Span(
                            chord.get(0).asDouble(),
                            chord.get(1).asDouble(),
                            chord.get(2).asString()));
        }
        return spans;
    }

    private static List<ChordScore.Span> found(Profile profile) {
        return profile.harmony().chords().stream()
                .map(
                        span ->
                                new ChordScore.Span(
                                        span.startSeconds(),
                                        span.endSeconds(),
                                        span.chord().label()))
                .toList();
    }

    private List<Labels.Row> rows(String table) throws IOException {
        List<Labels.Row> rows = labels.table(table).stream().filter(isReported).toList();
        try (Stream<Labels.Row> side = rows.parallelStream()) {
            side.forEach(this::profile);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows;
    }

    private Profile profile(Labels.Row row) {
        return profiles.computeIfAbsent(
                row.path(),
                path -> {
                    Clues none = Clues.of(List.of("untitled.mid"));
                    return Analyst.profile(read(labels.file(path)), none, List.of());
                });
    }

    private static MidiFile read(Path path) {
        try {
            if (SmfReader.read(Files.readAllBytes(path))
                    instanceof Reading.Legible(var file, var _)) {
                return file;
            }
            throw new IOException("no MIDI file: " + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
