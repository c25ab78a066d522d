package crateworks.adapters.postgres;

import crateworks.pipeline.port.LibrarySearch.Count;
import crateworks.pipeline.port.LibrarySearch.Counts;
import crateworks.pipeline.query.CamelotKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts of values as rows give them, put in order. */
final class CountSums {
    private final List<Count> bpm = new ArrayList<>();
    private final List<Count> camelot = new ArrayList<>();
    private final List<Count> categories = new ArrayList<>();
    private final List<Count> kinds = new ArrayList<>();

    void add(String facet, String value, long files) {
        switch (facet) {
            case "bpm" -> bpm.add(new Count(value, files));
            case "key" -> camelot.add(new Count(place(Integer.parseInt(value)), files));
            case "category" -> categories.add(new Count(value, files));
            default -> kinds.add(new Count(value, files));
        }
    }

    private static String place(int code) {
        boolean minor = code <= CamelotKey.HOURS;
        return new CamelotKey(minor ? code : code - CamelotKey.HOURS, minor).place();
    }

    /** What was added; not exact when it reaches {@code max}. */
    Counts counts(long max, long pending) {
        long files = kinds.stream().mapToLong(Count::files).sum();
        bpm.sort(Comparator.comparingInt(count -> Integer.parseInt(count.value())));
        camelot.sort(Comparator.comparing(Count::value));
        categories.sort(Comparator.comparingLong(Count::files).reversed());
        kinds.sort(Comparator.comparing(Count::value));
        return new Counts(files, files < max, bpm, camelot, categories, kinds, pending);
    }
}
