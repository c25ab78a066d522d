package crateworks.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Shares in percent by collection, over all files, and as the mean of the collections. */
public final class ScoreTable {
    private final String title;
    private final List<String> columns;
    private final Map<String, List<double[]>> rows = new TreeMap<>();

    public ScoreTable(String title, List<String> columns) {
        this.title = title;
        this.columns = List.copyOf(columns);
    }

    /** Adds a file, with a number from 0 to 1 for each column. */
    public void add(String subset, double... scores) {
        rows.computeIfAbsent(subset, _ -> new ArrayList<>()).add(scores);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** As a table in Markdown. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("\n" + title + "\n\n| subset | files |");
        columns.forEach(column -> text.append(' ').append(column).append(" |"));
        text.append("\n| --- | --- |").append(" --- |".repeat(columns.size())).append('\n');
        List<double[]> all = new ArrayList<>();
        double[] macro = new double[columns.size()];
        rows.forEach(
                (subset, files) -> {
                    all.addAll(files);
                    double[] means = means(files);
                    for (int column = 0; column < macro.length; column++) {
                        macro[column] += means[column] / rows.size();
                    }
                    line(text, subset, files.size(), means);
                });
        line(text, "all", all.size(), means(all));
        line(text, "mean of the subsets", rows.size(), macro);
        return text.toString();
    }

    private double[] means(List<double[]> files) {
        double[] means = new double[columns.size()];
        for (double[] file : files) {
            for (int column = 0; column < means.length; column++) {
                means[column] += file[column] / files.size();
            }
        }
        return means;
    }

    private static void line(StringBuilder text, String name, int files, double[] means) {
        text.append("| ").append(name).append(" | ").append(files).append(" |");
        for (double mean : means) {
            text.append(String.format(Locale.ROOT, " %.1f |", 100 * mean));
        }
        text.append('\n');
    }
}
