package crateworks.adapters.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Progress;
import crateworks.pipeline.session.StageFigures;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveProgressTest {
    private static final Progress SPLIT = new Progress(1, 7, "split", 500, 1_200, 3, 2, 1, 250_000);
    private static final Progress OTHER = new Progress(1, 70, "split", 1, 1, 0, 0, 0, 10);

    @TempDir Path folder;

    @Test
    void figuresAgreeWithWhatWasPublishedAlsoAfterARestart() throws Exception {
        try (var broker = new RealBroker(folder.resolve("data"))) {
            KafkaSettings settings = KafkaSettings.alone(broker.servers());
            Topics.prepare(settings, Map.of());
            try (var outbox = new KafkaOutbox(settings, MessageCodec.standard())) {
                try (var live = new LiveProgress(settings, folder.resolve("streams"))) {
                    live.start();
                    assertThat(live.of(7)).isEmpty();
                    outbox.send(StageName.PARKED_TOPIC, List.of(), Collections.nCopies(10, SPLIT));
                    outbox.send(StageName.PARKED_TOPIC, List.of(), List.of(OTHER));

                    assertThat(live.awaitRest(RealBroker.PATIENCE)).isTrue();
                    assertThat(live.of(7)).containsExactly(figures(10));
                }
                outbox.send(StageName.PARKED_TOPIC, List.of(), Collections.nCopies(5, SPLIT));
                try (var live = new LiveProgress(settings, folder.resolve("streams"))) {
                    live.start();
                    assertThat(live.awaitRest(RealBroker.PATIENCE)).isTrue();
                    RealBroker.await("figures", () -> live.of(7).equals(List.of(figures(15))));
                    assertThat(live.of(8)).isEmpty();
                }
            }
        }
    }

    private static StageFigures figures(int batches) {
        return new StageFigures(
                "split",
                500L * batches,
                1_200L * batches,
                3L * batches,
                2L * batches,
                batches,
                0.25 * batches);
    }
}
