package crateworks.distributed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard and the alerts in {@code infra/monitoring} ask Prometheus for. */
final class Monitored {
    private static final Path FOLDER = Path.of("..", "infra", "monitoring");
    private static final Pattern METER = Pattern.compile("\\bcrateworks_\\w+");

    private Monitored() {}

    /** The product's meters in all their questions. */
    static Set<String> meters() throws IOException {
        var questions = new StringBuilder();
        JsonNode dashboard =
                JsonMapper.builder()
                        .build()
                        .readTree(FOLDER.resolve("grafana/dashboards/crateworks.json").toFile());
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                questions.append(target.path("expr").asString()).append('\n');
            }
        }
        Files.readAllLines(FOLDER.resolve("alerts.yml")).stream()
                .filter(line -> line.strip().startsWith("expr: "))
                .forEach(line -> questions.append(line).append('\n'));
        var meters = new TreeSet<String>();
        for (Matcher meter = METER.matcher(questions); meter.find(); ) {
            meters.add(meter.group());
        }
        return meters;
    }
}
