package crateworks.service.app;

import crateworks.adapters.host.Checkup;
import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Route;
import crateworks.pipeline.port.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.core.KafkaAdmin;

/** Whether the broker answers and every partition of the pipeline has a leader. */
final class BrokerHealth extends AbstractHealthIndicator {
    /** Connecting and closing take their time too, on a machine that is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final KafkaAdmin admin;
    private final String[] topics;

    BrokerHealth(KafkaAdmin admin, Route route) {
        super("the broker does not answer");
        this.admin = admin;
        this.topics =
                Stream.concat(
                                route.stages().stream().map(route::topicInto),
                                Stream.of(StageName.PARKED_TOPIC, StageName.PROGRESS_TOPIC))
                        .distinct()
                        .toArray(String[]::new);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Optional<String> trouble = Checkup.trouble(this::everyPartitionHasALeader, PATIENCE);
        if (trouble.isEmpty()) {
            builder.up();
        } else {
            builder.down().withDetail("reason", trouble.get());
        }
    }

    private void everyPartitionHasALeader() throws Outage {
        List<String> leaderless =
                admin.describeTopics(topics).values().stream()
                        .filter(BrokerHealth::lacksLeader)
                        .map(TopicDescription::name)
                        .sorted()
                        .toList();
        if (!leaderless.isEmpty()) {
            throw new Outage("the broker", "no leader for partitions of " + leaderless);
        }
    }

    private static boolean lacksLeader(TopicDescription topic) {
        return topic.partitions().stream().anyMatch(partition -> partition.leader() == null);
    }
}
