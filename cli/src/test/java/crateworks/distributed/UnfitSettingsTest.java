package crateworks.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service says what is wrong with its settings in one sentence, and ends. */
class UnfitSettingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir Path folder = Path.of("");

    @Test
    void aMistakeInTheRulesForTagsIsOneSentence() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.txt"), "this is no rule\n");

        String log = end(Map.of("TAG_RULES", rules.toString()));

        assertThat(log).contains("TAG_RULES has a mistake: ");
        assertThat(log).doesNotContain("\tat ");
    }

    @Test
    void anAddressThatIsMissingIsOneSentence() throws Exception {
        String log = end(Map.of("POSTGRES_URL", ""));

        assertThat(log).contains("POSTGRES_URL is not set; it takes something like ");
        assertThat(log).doesNotContain("\tat ");
    }

    private String end(Map<String, String> settings) throws Exception {
        var environment =
                new HashMap<>(
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                                "POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/nowhere",
                                "POSTGRES_USER", "nobody",
                                "POSTGRES_PASSWORD", "none",
                                "S3_ENDPOINT", "http://127.0.0.1:1",
                                "S3_ACCESS_KEY", "key",
                                "S3_SECRET_KEY", "a secret"));
        environment.putAll(settings);
        try (var service = ServiceProcess.start("ingest-service", environment, folder)) {
            assertThat(service.exitCode(PATIENCE)).isNotZero();
            return service.log();
        }
    }
}
