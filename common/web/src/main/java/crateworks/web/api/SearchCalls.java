package crateworks.web.api;

import crateworks.pipeline.port.LibrarySearch;
import crateworks.pipeline.port.LibrarySearch.Count;
import crateworks.pipeline.port.LibrarySearch.Counts;
import crateworks.pipeline.port.LibrarySearch.Hit;
import crateworks.pipeline.port.LibrarySearch.Question;
import crateworks.pipeline.port.LibrarySearch.Range;
import crateworks.pipeline.query.CamelotKey;
import crateworks.web.http.Answer;
import crateworks.web.http.Call;
import crateworks.web.http.Problem;
import crateworks.web.http.Routes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Searching the library. */
public final class SearchCalls {
    static final int COUNTED_MAX = 5_000;
    private static final int TEXT_MAX = 200;
    private static final int FOLDER_MAX = 1_000;
    private static final int TAGS_MAX = 50;

    record HitView(
            long id,
            String name,
            String kind,
            String place,
            OptionalDouble bpm,
            Optional<String> key,
            Optional<String> camelot,
            Optional<String> meter,
            Optional<String> category,
            OptionalInt bars,
            double seconds,
            int notes,
            List<String> tags) {
        static HitView of(Hit hit) {
            return new HitView(
                    hit.id(),
                    hit.name(),
                    hit.part() ? "part" : "song",
                    hit.place(),
                    hit.bpm(),
                    present(hit.key()),
                    present(hit.camelot()),
                    present(hit.meter()),
                    present(hit.category()),
                    hit.bars(),
                    hit.seconds(),
                    hit.notes(),
                    hit.tags());
        }
    }

    record HitPage(List<HitView> files, Optional<String> next) {}

    record BpmCount(double from, double to, long files) {}

    record KeyCount(String key, String camelot, long files) {}

    record CategoryCount(String category, long files) {}

    record KindCount(String kind, long files) {}

    record CountsView(
            long files,
            boolean exact,
            List<BpmCount> bpm,
            List<KeyCount> keys,
            List<CategoryCount> categories,
            List<KindCount> kinds,
            long pending) {}

    private final LibrarySearch search;

    public SearchCalls(LibrarySearch search) {
        this.search = search;
    }

    public void addTo(Routes routes) {
        routes.get("/api/files", this::files)
                .get("/api/files/counts", this::counts)
                .get("/api/files/{file}/plays-with", this::playsWith)
                .get("/api/tags", this::tags);
    }

    private Answer files(Call call) throws IOException {
        int limit = Pages.limit(call);
        List<Hit> page = search.find(question(call), Pages.afterNumber(call), limit + 1);
        return Answer.ok(
                new HitPage(
                        views(Pages.cut(page, limit)),
                        Pages.next(page, limit, hit -> String.valueOf(hit.id()))));
    }

    private Answer counts(Call call) throws IOException {
        Counts counts = search.counts(question(call), COUNTED_MAX);
        return Answer.ok(
                new CountsView(
                        counts.files(),
                        counts.exact(),
                        counts.bpm().stream().map(SearchCalls::bpm).toList(),
                        counts.camelot().stream().map(SearchCalls::key).toList(),
                        counts.categories().stream()
                                .map(each -> new CategoryCount(each.value(), each.files()))
                                .toList(),
                        counts.kinds().stream()
                                .map(each -> new KindCount(each.value(), each.files()))
                                .toList(),
                        counts.pending()));
    }

    private static BpmCount bpm(Count count) {
        double from = Double.parseDouble(count.value());
        return new BpmCount(from, from + 1, count.files());
    }

    private static KeyCount key(Count count) {
        return new KeyCount(KeyNames.of(count.value()), count.value(), count.files());
    }

    private Answer playsWith(Call call) throws IOException {
        long file = call.number("file", "FILE");
        return Answer.ok(Map.of("files", views(search.playsWith(file, Pages.limit(call)))));
    }

    private Answer tags(Call call) throws IOException {
        String text = call.text("text", 100).orElse("");
        return Answer.ok(Map.of("tags", search.tags(text, TAGS_MAX)));
    }

    private static List<HitView> views(List<Hit> hits) {
        return hits.stream().map(HitView::of).toList();
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static Question question(Call call) {
        return new Question(
                call.text("text", TEXT_MAX).orElse(""),
                range(call, "bpm"),
                keys(call),
                call.texts("category", 100),
                call.texts("tag", 100),
                range(call, "bars"),
                range(call, "seconds"),
                call.text("source", FOLDER_MAX),
                call.word("kind", "song", "part").map("part"::equals),
                call.number("alike", 1, Long.MAX_VALUE));
    }

    private static Range range(Call call, String name) {
        return new Range(call.fraction(name + "_min"), call.fraction(name + "_max"));
    }

    private static List<CamelotKey> keys(Call call) {
        var keys = new ArrayList<CamelotKey>();
        for (String word : call.texts("key", 40)) {
            keys.add(CamelotKey.of(word).orElseThrow(() -> noKey("key")));
        }
        Optional<String> compatible = call.text("compatible", 40);
        if (compatible.isPresent()) {
            var mixing =
                    CamelotKey.of(compatible.get())
                            .orElseThrow(() -> noKey("compatible"))
                            .compatible();
            if (keys.isEmpty()) {
                return mixing;
            }
            keys.retainAll(mixing);
            if (keys.isEmpty()) {
                throw Problem.badParameter("key", "key and compatible exclude each other.");
            }
        }
        return keys;
    }

    private static Problem noKey(String parameter) {
        return Problem.badParameter(parameter, parameter + " takes a key such as Am, F#m or 8A.");
    }
}
