package crateworks.adapters.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTopologyTest {
    @TempDir Path folder;

    private final MessageCodec codec = MessageCodec.standard();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> topic;

    @BeforeEach
    void start() {
        var settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(ProgressTopology.build(codec), settings);
        topic =
                driver.createInputTopic(
                        StageName.PROGRESS_TOPIC,
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void progressIsAddedUpForEachSessionAndStage() {
        send(new Progress(1, 7, "split", 500, 1_200, 3, 2, 1, 1_000));
        send(new Progress(1, 7, "split", 100, 200, 0, 1, 0, 500));
        send(new Progress(1, 7, "analyze", 10, 9, 0, 0, 1, 30));
        send(new Progress(1, 70, "split", 1, 1, 0, 0, 0, 10));

        assertThat(sum(7, "split"))
                .isEqualTo(new Progress(1, 7, "split", 600, 1_400, 3, 3, 1, 1_500));
        assertThat(sum(7, "analyze")).isEqualTo(new Progress(1, 7, "analyze", 10, 9, 0, 0, 1, 30));
        assertThat(sum(70, "split")).isEqualTo(new Progress(1, 70, "split", 1, 1, 0, 0, 0, 10));
    }

    @Test
    void aRecordThatCannotBeReadStopsNothing() {
        topic.pipeInput("not JSON".getBytes(StandardCharsets.UTF_8));
        topic.pipeInput("{}".getBytes(StandardCharsets.UTF_8));
        send(new Progress(1, 7, "split", 1, 1, 0, 0, 0, 10));

        assertThat(sum(7, "split").in()).isEqualTo(1);
    }

    @Test
    void aRecordThatIsReadAgainIsNotCountedAgain() {
        var ten = new Progress(1, 7, "split", 10, 10, 0, 0, 0, 10);
        var once = new ProgressSum(ten, 5).plus(ten, 5);

        assertThat(once.sum().in()).isEqualTo(20);
        assertThat(once.plus(ten, 5)).isEqualTo(once);
        assertThat(once.plus(ten, 4)).isEqualTo(once);
        assertThat(once.plus(ten, 6).sum().in()).isEqualTo(30);
    }

    private void send(Progress progress) {
        topic.pipeInput(codec.encode(progress));
    }

    private Progress sum(long session, String stage) {
        KeyValueStore<String, ProgressSum> sums = driver.getKeyValueStore(ProgressTopology.STORE);
        return sums.get(ProgressTopology.key(session, stage)).sum();
    }
}
