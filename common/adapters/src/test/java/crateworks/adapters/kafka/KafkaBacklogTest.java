package crateworks.adapters.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Route;
import crateworks.pipeline.message.Found;
import crateworks.pipeline.run.RunLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBacklogTest {
    private static final Route ROUTE =
            new Route(List.of(StageName.INGEST, StageName.SANITIZE, StageName.SPLIT));

    @TempDir Path folder;

    @Test
    void whatWaitsIsCountedUntilItIsDoneAndThenForgotten() throws Exception {
        MessageCodec codec = MessageCodec.standard();
        String in = ROUTE.topicInto(StageName.SANITIZE);
        try (var broker = new RealBroker(folder.resolve("data"))) {
            KafkaSettings settings = KafkaSettings.alone(broker.servers());
            Topics.prepare(settings, Map.of(StageName.SANITIZE, 2));
            Topics.prepare(settings, Map.of(StageName.SANITIZE, 3));
            try (var backlog = new KafkaBacklog(settings, ROUTE);
                    var outbox = new KafkaOutbox(settings, codec)) {
                assertThat(backlog.waiting()).containsEntry(StageName.SANITIZE, 0L).hasSize(3);
                outbox.send(in, Samples.found(1, 201), List.of());
                assertThat(backlog.waiting().get(StageName.SANITIZE)).isBetween(200L, 203L);
                assertThat(broker.records(in))
                        .extracting(each -> each.partition())
                        .contains(0, 1, 2);

                var rows = new ArrayList<>();
                try (var workers =
                        StageWorkers.start(
                                settings,
                                new Lane<>(in, Optional.empty(), Found.class),
                                new Staffing(2, false),
                                codec,
                                new Copying(),
                                rows::addAll,
                                RunLimits.DEFAULT)) {
                    RealBroker.await("rest", () -> backlog.waiting().equals(nothing()));
                    assertThat(workers.states()).hasSize(2);
                }
                backlog.forgetDone();
                assertThat(backlog.waiting()).isEqualTo(nothing());
                assertThat(broker.records(in)).isEmpty();
                assertThat(rows).isEmpty();
            }
        }
    }

    private static Map<StageName, Long> nothing() {
        return Map.of(StageName.INGEST, 0L, StageName.SANITIZE, 0L, StageName.SPLIT, 0L);
    }
}
