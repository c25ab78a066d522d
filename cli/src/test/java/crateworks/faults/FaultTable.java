package crateworks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was done how often, and what came of it: printed, and kept in a file. */
final class FaultTable {
    private record Row(long injected, String result) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final long seed;

    FaultTable(long seed) {
        this.seed = seed;
    }

    /** Counts a fault that is done now; its result is open until {@link #held}. */
    void inject(String fault, long times) {
        Row before = rows.getOrDefault(fault, new Row(0, ""));
        rows.put(fault, new Row(before.injected() + times, "not held"));
    }

    /** Everything that was injected so far kept the laws. */
    void held() {
        rows.replaceAll(
                (_, row) ->
                        row.result().equals("not held") ? new Row(row.injected(), "held") : row);
    }

    /** A fault that could not be done here, and why. */
    void skip(String fault, String why) {
        rows.put(fault, new Row(0, "skipped: " + why));
    }

    void print(Path file) throws IOException {
        write(file);
        System.out.println(text());
    }

    /** Keeps what has been done so far, as a night can end early. */
    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text());
    }

    private String text() {
        var text = new StringBuilder();
        text.append(String.format("faults, -Dseed=%d repeats them%n", seed));
        rows.forEach(
                (fault, row) ->
                        text.append(
                                String.format(
                                        "%-72s %5d times  %s%n",
                                        fault, row.injected(), row.result())));
        return text.toString();
    }
}
