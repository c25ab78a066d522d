package crateworks.benchmarks.search;

import crateworks.pipeline.port.LibrarySearch.Question;
import crateworks.pipeline.port.LibrarySearch.Range;
import crateworks.pipeline.query.CamelotKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/** What is asked of the library, for each kind of filter as many questions as one likes. */
final class Questions {
    private static final List<String> CATEGORIES =
            List.of("Melody", "Chords", "Bass", "Drums", "FX", "DrumKicks");
    private static final List<String> WORDS = List.of("bass", "velvet", "neon", "trance", "river");

    private final long files;

    Questions(long files) {
        this.files = files;
    }

    /** The kinds by name; each makes its n-th question. */
    Map<String, IntFunction<Question>> kinds() {
        var kinds = new LinkedHashMap<String, IntFunction<Question>>();
        kinds.put("nothing", _ -> Question.EVERYTHING);
        kinds.put("text: one word", n -> text(WORDS.get(n % 5)));
        kinds.put("text: two beginnings", n -> text(WORDS.get(n % 5).substring(0, 3) + " fu"));
        kinds.put("text: one file", n -> text(String.valueOf(1_000 + n * 37L % files)));
        kinds.put("text: no file", n -> text("nowhere" + n));
        kinds.put("bpm: 2 wide", n -> bpm(70 + n % 60, 72 + n % 60));
        kinds.put("bpm: one value", n -> bpm(80 + n % 50 + 0.5, 80 + n % 50 + 0.5));
        kinds.put("bpm: 40 wide", n -> bpm(80 + n % 20, 120 + n % 20));
        kinds.put("key", n -> keys(List.of(key(n))));
        kinds.put("compatible keys", n -> keys(key(n).compatible()));
        kinds.put("category", n -> category(CATEGORIES.get(n % 6)));
        kinds.put("tag", n -> tags(List.of("tag" + (41 + n % 300))));
        kinds.put("two tags", n -> tags(List.of("tag" + (41 + n % 300), WORDS.get(n % 5))));
        kinds.put("bars: usual", n -> bars(n % 2 == 0 ? 4 : 16));
        kinds.put("bars: rare", n -> bars(n % 2 == 0 ? 5 : 33));
        kinds.put("seconds", n -> seconds(2 + n % 200, 2.2 + n % 200));
        kinds.put("folder: pack", n -> folder(vendor(n) + "/pack " + n % (1 + files / 8000)));
        kinds.put("folder: vendor", n -> folder(vendor(n)));
        kinds.put("folder: label", n -> folder("/home/me/midi/label " + n % 10));
        kinds.put("folder: everything", _ -> folder("/home/me/midi"));
        kinds.put("kind", n -> all("", Range.ALL, List.of(), Optional.of(n % 2 == 0)));
        kinds.put("alike", n -> alike(1 + n * 131L % files));
        kinds.put("bpm, keys and category", this::mixed);
        return kinds;
    }

    private Question mixed(int n) {
        return new Question(
                "",
                range(85 + n % 40, 95 + n % 40),
                key(n).compatible(),
                List.of(CATEGORIES.get(n % 6)),
                List.of(),
                Range.ALL,
                Range.ALL,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    private static String vendor(int n) {
        int vendor = n * 7 % 300;
        return "/home/me/midi/label " + vendor / 30 + "/vendor " + vendor;
    }

    private static CamelotKey key(int n) {
        return new CamelotKey(1 + n % CamelotKey.HOURS, n % 2 == 0);
    }

    private static Question all(
            String text, Range bpm, List<CamelotKey> keys, Optional<Boolean> part) {
        return new Question(
                text,
                bpm,
                keys,
                List.of(),
                List.of(),
                Range.ALL,
                Range.ALL,
                Optional.empty(),
                part,
                OptionalLong.empty());
    }

    private static Question text(String text) {
        return all(text, Range.ALL, List.of(), Optional.empty());
    }

    private static Question bpm(double least, double most) {
        return all("", range(least, most), List.of(), Optional.empty());
    }

    private static Question keys(List<CamelotKey> keys) {
        return all("", Range.ALL, keys, Optional.empty());
    }

    private static Question category(String category) {
        return marked(List.of(category), List.of());
    }

    private static Question tags(List<String> tags) {
        return marked(List.of(), tags);
    }

    private static Question marked(List<String> categories, List<String> tags) {
        return new Question(
                "",
                Range.ALL,
                List.of(),
                categories,
                tags,
                Range.ALL,
                Range.ALL,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    private static Question bars(double bars) {
        return shaped(range(bars, bars), Range.ALL, Optional.empty(), OptionalLong.empty());
    }

    private static Question seconds(double least, double most) {
        return shaped(Range.ALL, range(least, most), Optional.empty(), OptionalLong.empty());
    }

    private static Question folder(String folder) {
        return shaped(Range.ALL, Range.ALL, Optional.of(folder), OptionalLong.empty());
    }

    private static Question alike(long file) {
        return shaped(Range.ALL, Range.ALL, Optional.empty(), OptionalLong.of(file));
    }

    private static Question shaped(
            Range bars, Range seconds, Optional<String> folder, OptionalLong alike) {
        return new Question(
                "",
                Range.ALL,
                List.of(),
                List.of(),
                List.of(),
                bars,
                seconds,
                folder,
                Optional.empty(),
                alike);
    }

    private static Range range(double least, double most) {
        return new Range(OptionalDouble.of(least), OptionalDouble.of(most));
    }
}
