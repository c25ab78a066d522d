package crateworks.adapters.host;

import crateworks.adapters.kafka.KafkaSettings;
import crateworks.adapters.postgres.PostgresSettings;
import crateworks.adapters.s3.StoreSettings;
import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Route;
import java.util.Map;

/**
 * What a process has to know to host stages.
 *
 * @param route the stages that run in the whole system, the same in all its processes
 * @param partitions of the topic that each stage reads, which is the most workers it can have
 */
public record HostSettings(
        KafkaSettings kafka,
        PostgresSettings postgres,
        StoreSettings store,
        Route route,
        Map<StageName, Integer> partitions) {
    public HostSettings {
        partitions = Map.copyOf(partitions);
    }
}
