package crateworks.distributed;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer of a service to Prometheus, as a map. */
final class Meters {
    private static final Pattern LINE =
            Pattern.compile("^(?<name>\\w+)\\{(?<labels>.*)} (?<value>\\S+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private Meters() {}

    /** Values of the meters of {@code stage}: name, and what distinguishes it beside the stage. */
    static Map<String, Double> of(String text, String stage) {
        var values = new HashMap<String, Double>();
        for (Matcher line = LINE.matcher(text); line.find(); ) {
            var name = new StringBuilder(line.group("name"));
            boolean own = false;
            for (Matcher label = LABEL.matcher(line.group("labels")); label.find(); ) {
                switch (label.group(1)) {
                    case "stage" -> own = label.group(2).equals(stage);
                    case "service" -> {}
                    default ->
                            name.append(' ')
                                    .append(label.group(1))
                                    .append('=')
                                    .append(label.group(2));
                }
            }
            if (own) {
                values.put(name.toString(), Double.valueOf(line.group("value")));
            }
        }
        return values;
    }
}
