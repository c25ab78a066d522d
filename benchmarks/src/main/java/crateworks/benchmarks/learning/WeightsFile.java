package crateworks.benchmarks.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Weights as the analysis reads them: a line a group, its name and its numbers. */
public final class WeightsFile {
    private final List<String> lines = new ArrayList<>();

    /** {@code about} is the first line, a comment. */
    public WeightsFile(String about) {
        lines.add("# " + about + "; see docs/rationale/learnt-weights.md");
    }

    /** Adds some of the weights, to four digits. */
    public void row(String name, double[] weights, int from, int count) {
        StringBuilder line = new StringBuilder(name);
        for (int at = from; at < from + count; at++) {
            line.append(' ').append(shortest(weights[at]));
        }
        lines.add(line.toString());
    }

    private static String shortest(double weight) {
        String text = String.format(Locale.ROOT, "%.4g", weight);
        return Double.parseDouble(text) == 0 ? "0" : String.valueOf(Float.parseFloat(text));
    }

    /** Rows so far. */
    public int count() {
        return lines.size() - 1;
    }

    public void write(Path file) throws IOException {
        Files.write(file, lines);
    }
}
