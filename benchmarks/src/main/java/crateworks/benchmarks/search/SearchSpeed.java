package crateworks.benchmarks.search;

import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresLibrarySearch;
import crateworks.adapters.postgres.PostgresSettings;
import crateworks.benchmarks.endtoend.Commit;
import crateworks.benchmarks.endtoend.Machine;
import crateworks.infra.EmbeddedStack;
import crateworks.infra.StackSettings;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import crateworks.pipeline.port.LibrarySearch.Hit;
import crateworks.pipeline.port.LibrarySearch.Question;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Searches a made library of many files, and says how long each kind of question takes. */
public final class SearchSpeed {
    private static final int PAGE = 51;
    private static final int COUNTED = 5_000;
    private static final int REFRESHED_AT_ONCE = 2_000;
    private static final int WARM_UPS = 5;

    /** So many files are changed again to see what that takes. */
    private static final long CHANGED = 20_000;

    /** Times of one kind of question, in milliseconds. */
    record Times(double median, double p99, double most, int hits) {}

    /** What is written down. */
    record Result(
            String commit,
            Machine machine,
            long files,
            int asked,
            double refreshMicrosPerFile,
            Map<String, Times> pages,
            Map<String, Times> nextPages,
            Map<String, Times> counts) {}

    private final PostgresLibrarySearch search;
    private final int asked;
    private final PrintWriter out;

    private SearchSpeed(PostgresLibrarySearch search, int asked, PrintWriter out) {
        this.search = search;
        this.asked = asked;
        this.out = out;
    }

    /** Takes --home, and may take --files, --asked, --work, --results and --plans. */
    public static void main(String[] words) throws Exception {
        Map<String, String> options = options(words);
        Path home = Path.of(options.getOrDefault("--home", "."));
        Path work =
                Path.of(
                        options.getOrDefault(
                                "--work", home.resolve("benchmarks/target/search").toString()));
        long files = Long.parseLong(options.getOrDefault("--files", "1000000"));
        int asked = Integer.parseInt(options.getOrDefault("--asked", "100"));
        Files.createDirectories(work);
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try (EmbeddedStack stack =
                EmbeddedStack.start(
                        DataDirectory.at(work.resolve("data-" + files)),
                        StackSettings.of(Set.of(Part.DATABASE)))) {
            Connections at = stack.connections();
            var settings =
                    new PostgresSettings(at.jdbcUrl(), at.databaseUser(), at.databasePassword(), 4);
            try (Postgres postgres = Postgres.open(settings)) {
                var search = new PostgresLibrarySearch(postgres);
                prepare(search, at, files, out);
                double micros = refreshMicros(search, at, files, out);
                var speed = new SearchSpeed(search, asked, out);
                Map<String, IntFunction<Question>> kinds = new Questions(files).kinds();
                var result =
                        new Result(
                                Commit.of(home),
                                Machine.here(),
                                files,
                                asked,
                                micros,
                                speed.times("page", kinds, speed::page),
                                speed.times("next page", kinds, speed::nextPage),
                                speed.times("counts", kinds, speed::counts));
                write(result, home, options);
                if (options.containsKey("--plans")) {
                    speed.plans(kinds, Path.of(options.get("--plans")));
                }
            }
        }
    }

    private static Map<String, String> options(String[] words) {
        var options = new LinkedHashMap<String, String>();
        for (int at = 0; at + 1 < words.length; at += 2) {
            options.put(words[at], words[at + 1]);
        }
        return options;
    }

    /** Makes the library unless it is there. */
    private static void prepare(
            PostgresLibrarySearch search, Connections at, long files, PrintWriter out)
            throws Exception {
        if (search.counts(Question.EVERYTHING, COUNTED).files() == files) {
            return;
        }
        out.println("making a library of " + files + " files ...");
        MadeLibrary.fill(at.jdbcUrl(), at.databaseUser(), at.databasePassword(), files);
        refresh(search);
        MadeLibrary.analyze(at.jdbcUrl(), at.databaseUser(), at.databasePassword());
    }

    private static void refresh(PostgresLibrarySearch search) throws Exception {
        while (search.refresh(REFRESHED_AT_ONCE) > 0) {
            Thread.onSpinWait();
        }
    }

    /** What it takes to bring a file up to date, over some thousand that lie anywhere. */
    private static double refreshMicros(
            PostgresLibrarySearch search, Connections at, long files, PrintWriter out)
            throws Exception {
        int changed =
                MadeLibrary.change(
                        at.jdbcUrl(),
                        at.databaseUser(),
                        at.databasePassword(),
                        Math.max(1, files / CHANGED));
        long beganNanos = System.nanoTime();
        refresh(search);
        double micros = (System.nanoTime() - beganNanos) / 1e3 / changed;
        MadeLibrary.analyze(at.jdbcUrl(), at.databaseUser(), at.databasePassword());
        out.printf(Locale.ROOT, "%d files made searchable in %.0f us each%n", changed, micros);
        return micros;
    }

    private interface Asking {
        int hits(Question question) throws Exception;
    }

    private int page(Question question) throws Exception {
        return search.find(question, OptionalLong.empty(), PAGE).size();
    }

    /** The page behind the middle of the library. */
    private int nextPage(Question question) throws Exception {
        List<Hit> first = search.find(question, OptionalLong.empty(), PAGE);
        if (first.isEmpty()) {
            return 0;
        }
        return search.find(question, OptionalLong.of(first.getLast().id()), PAGE).size();
    }

    private int counts(Question question) throws Exception {
        return (int) search.counts(question, COUNTED).files();
    }

    private Map<String, Times> times(
            String what, Map<String, IntFunction<Question>> kinds, Asking asking) throws Exception {
        var all = new LinkedHashMap<String, Times>();
        out.printf("%n%-26s %9s %9s %9s %8s%n", what, "median ms", "p99 ms", "most ms", "hits");
        for (var kind : kinds.entrySet()) {
            Times times = times(kind.getValue(), asking);
            all.put(kind.getKey(), times);
            out.printf(
                    Locale.ROOT,
                    "%-26s %9.1f %9.1f %9.1f %8d%n",
                    kind.getKey(),
                    times.median(),
                    times.p99(),
                    times.most(),
                    times.hits());
        }
        return all;
    }

    private Times times(IntFunction<Question> questions, Asking asking) throws Exception {
        int hits = 0;
        for (int n = 0; n < WARM_UPS; n++) {
            hits = Math.max(hits, asking.hits(questions.apply(n)));
        }
        double[] millis = new double[asked];
        for (int n = 0; n < asked; n++) {
            Question question = questions.apply(WARM_UPS + n);
            long beganNanos = System.nanoTime();
            asking.hits(question);
            millis[n] = (System.nanoTime() - beganNanos) / 1e6;
        }
        Arrays.sort(millis);
        return new Times(
                millis[asked / 2],
                millis[(int) Math.ceil(asked * 0.99) - 1],
                millis[asked - 1],
                hits);
    }

    /** How the database goes about one question of each kind, for a document. */
    private void plans(Map<String, IntFunction<Question>> kinds, Path file) throws Exception {
        var lines = new ArrayList<String>();
        for (var kind : kinds.entrySet()) {
            lines.add("## " + kind.getKey());
            lines.add("");
            lines.add("```");
            lines.add(search.plan(kind.getValue().apply(WARM_UPS), PAGE));
            lines.add("```");
            lines.add("");
        }
        Files.write(file, lines);
    }

    private static void write(Result result, Path home, Map<String, String> options)
            throws Exception {
        Path folder =
                Path.of(
                        options.getOrDefault(
                                "--results", home.resolve("benchmarks/results").toString()));
        Files.createDirectories(folder);
        var json =
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build();
        Files.writeString(
                folder.resolve("search-" + result.commit() + ".json"),
                json.writerWithDefaultPrettyPrinter().writeValueAsString(result));
    }
}
