package crateworks.benchmarks.accuracy;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often answers of a confidence are right: by steps of it, and of all. */
public final class Reliability {
    private static final int STEPS = 10;

    private final String title;
    private final Map<String, double[][]> groups = new TreeMap<>();

    public Reliability(String title) {
        this.title = title;
    }

    /** Adds an answer, with 1 where it is right and 0 where it is not. */
    public void add(String group, double confidence, double right) {
        double[][] sums = groups.computeIfAbsent(group, _ -> new double[STEPS + 1][3]);
        int step = Math.min(STEPS - 1, (int) (confidence * STEPS));
        for (int row : new int[] {step, STEPS}) {
            sums[row][0]++;
            sums[row][1] += confidence;
            sums[row][2] += right;
        }
    }

    /** As a table in Markdown; steps without an answer are left out. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("\n" + title + "\n\n");
        text.append("| group | confidence | answers | mean confidence | right |\n");
        text.append("| --- | --- | --- | --- | --- |\n");
        groups.forEach(
                (group, sums) -> {
                    for (int step = 0; step <= STEPS; step++) {
                        String range = step == STEPS ? "all" : 10 * step + " % on";
                        line(text, group, range, sums[step]);
                    }
                });
        return text.toString();
    }

    private static void line(StringBuilder text, String group, String range, double[] sums) {
        if (sums[0] > 0) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %s | %.0f | %.1f | %.1f |%n",
                            group,
                            range,
                            sums[0],
                            100 * sums[1] / sums[0],
                            100 * sums[2] / sums[0]));
        }
    }
}
