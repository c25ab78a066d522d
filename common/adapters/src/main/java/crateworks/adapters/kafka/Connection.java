package crateworks.adapters.kafka;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Whether a consumer is connected; a consumer itself does not tell, it just reads nothing. */
final class Connection {
    private static final int ABSENT_LOOKS_MAX = 3;

    private final Metric connections;
    private int absentLooks;

    Connection(Map<MetricName, ? extends Metric> metrics) {
        connections =
                metrics.entrySet().stream()
                        .filter(each -> each.getKey().group().equals("consumer-metrics"))
                        .filter(each -> each.getKey().name().equals("connection-count"))
                        .findAny()
                        .orElseThrow()
                        .getValue();
    }

    /** Between two connections there is none for a moment, so it takes some looks to be gone. */
    boolean isThere() {
        boolean connected = connections.metricValue() instanceof Double count && count > 0;
        absentLooks = connected ? 0 : absentLooks + 1;
        return absentLooks <= ABSENT_LOOKS_MAX;
    }
}
