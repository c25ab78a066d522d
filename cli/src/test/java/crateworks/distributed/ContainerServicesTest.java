package crateworks.distributed;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The same services against the servers of docker-compose.yml, in containers; skipped where no
 * container engine answers or an image is not on this computer, since nothing is pulled for it.
 */
class ContainerServicesTest extends ServicesSuite {
    private static final String KAFKA = image("KAFKA_IMAGE", "apache/kafka:4.2.1");
    private static final String POSTGRES = image("POSTGRES_IMAGE", "postgres:18");
    private static final String S3 = image("S3_IMAGE", "chrislusf/seaweedfs:4.44");
    private static final int S3_PORT = 8333;
    private static final String KEY = "crateworks";
    private static final String SECRET = "a-secret-of-this-test";

    private final KafkaContainer kafka = new KafkaContainer(named(KAFKA, "apache/kafka"));
    private final PostgreSQLContainer postgres =
            new PostgreSQLContainer(named(POSTGRES, "postgres"));
    private final GenericContainer<?> store =
            new GenericContainer<>(DockerImageName.parse(S3))
                    .withEnv(Map.of("AWS_ACCESS_KEY_ID", KEY, "AWS_SECRET_ACCESS_KEY", SECRET))
                    .withCommand("server", "-s3", "-dir=/data")
                    .withExposedPorts(S3_PORT)
                    .waitingFor(Wait.forHttp("/healthz").forPort(S3_PORT));

    @BeforeEach
    void start() {
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "no container engine answers on this computer");
        for (String image : List.of(KAFKA, POSTGRES, S3)) {
            Assumptions.assumeTrue(isHere(image), image + " is not on this computer");
        }
        Startables.deepStart(kafka, postgres, store).join();
    }

    @AfterEach
    void stop() {
        List.of(store, postgres, kafka).forEach(GenericContainer::stop);
    }

    @Override
    Addresses addresses() {
        return new Addresses(
                kafka.getBootstrapServers(),
                postgres.getJdbcUrl(),
                postgres.getUsername(),
                postgres.getPassword(),
                "http://" + store.getHost() + ":" + store.getMappedPort(S3_PORT),
                KEY,
                SECRET);
    }

    private static boolean isHere(String image) {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static DockerImageName named(String image, String original) {
        return DockerImageName.parse(image).asCompatibleSubstituteFor(original);
    }

    private static String image(String variable, String standard) {
        return Objects.requireNonNullElse(System.getenv(variable), standard);
    }
}
