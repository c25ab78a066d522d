package crateworks.music.analysis;

import crateworks.benchmarks.accuracy.Reliability;
import crateworks.music.analysis.RoleEstimate.Family;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which families were heard for which, and what follows from that. */
final class RoleTable {
    private static final List<Family> FAMILIES =
            RoleScores.FAMILIES.subList(0, RoleScores.FAMILIES.size() - 1);

    private final String title;
    private final Map<Family, Map<Family, Integer>> counts = new TreeMap<>();
    private final Reliability reliability;

    RoleTable(String title) {
        this.title = title;
        reliability = new Reliability(title + ": how sure and how right");
    }

    void add(Family expected, Family found, double confidence) {
        counts.computeIfAbsent(expected, _ -> new TreeMap<>()).merge(found, 1, Integer::sum);
        reliability.add(
                found == Family.DRUMS ? "drums" : "families",
                confidence,
                expected == found ? 1 : 0);
    }

    Reliability reliability() {
        return reliability;
    }

    private int count(Family expected, Family found) {
        return counts.getOrDefault(expected, Map.of()).getOrDefault(found, 0);
    }

    private int heard(Family found, boolean isOfSix) {
        return counts.keySet().stream()
                .filter(expected -> !isOfSix || FAMILIES.contains(expected))
                .mapToInt(expected -> count(expected, found))
                .sum();
    }

    private int labelled(Family expected) {
        return counts.getOrDefault(expected, Map.of()).values().stream().mapToInt(n -> n).sum();
    }

    private double score(Family family, boolean isOfSix) {
        return 200.0 * count(family, family) / (labelled(family) + heard(family, isOfSix));
    }

    /** One line: bass among all parts, then the six families among themselves. */
    String line() {
        int right = FAMILIES.stream().mapToInt(family -> count(family, family)).sum();
        int all = FAMILIES.stream().mapToInt(this::labelled).sum();
        int bass = count(Family.BASS, Family.BASS);
        StringBuilder line = new StringBuilder("| " + title + " | " + all);
        append(line, 100.0 * bass / heard(Family.BASS, false));
        append(line, 100.0 * bass / labelled(Family.BASS));
        append(line, score(Family.BASS, false));
        append(line, 100.0 * right / all);
        FAMILIES.forEach(family -> append(line, score(family, true)));
        return line + " |\n";
    }

    private static void append(StringBuilder line, double percent) {
        line.append(String.format(Locale.ROOT, " | %.1f", percent));
    }

    static String head() {
        StringBuilder head =
                new StringBuilder("| | parts | bass: precision | recall | F1 | families right");
        FAMILIES.forEach(family -> head.append(" | F1 of ").append(family.label()));
        return head + " |\n" + "| --- ".repeat(6 + FAMILIES.size()) + "|\n";
    }

    /** A row for each label, a column for each answer. */
    String confusion() {
        List<Family> found =
                counts.values().stream()
                        .flatMap(row -> row.keySet().stream())
                        .distinct()
                        .sorted()
                        .toList();
        StringBuilder text = new StringBuilder("\n" + title + "\n\n| program says");
        found.forEach(family -> text.append(" | ").append(family.label()));
        text.append(" |\n").append("| --- ".repeat(found.size() + 1)).append("|\n");
        for (Family expected : counts.keySet()) {
            text.append("| ").append(expected.label());
            found.forEach(family -> text.append(" | ").append(count(expected, family)));
            text.append(" |\n");
        }
        return text.toString();
    }
}
