package crateworks.service.app;

import crateworks.adapters.host.HostSettings;
import crateworks.adapters.kafka.KafkaSettings;
import crateworks.adapters.kafka.KafkaSettings.Sharing;
import crateworks.adapters.postgres.PostgresSettings;
import crateworks.adapters.s3.StoreSettings;
import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the environment tells every service; application.properties names the variables.
 *
 * @param member names this process among all, the same after a restart; the host's name when blank
 * @param workers of each stage in this process; one a processor when blank
 * @param partitions of the topics that the six stages read, as numbers with commas; those of a
 *     cluster when blank
 * @param renameEnabled whether rename runs, the same for all services
 * @param mpcDrive where the drive is mounted in export-service; nothing is exported when blank
 * @param tagRules a file of rules for tags on top of the standard ones; none when blank
 * @param state a folder for what can be made again
 * @param stallAfter how long nothing may move while something waits before that is told
 */
@ConfigurationProperties("crateworks")
public record ServiceSettings(
        String kafkaBootstrapServers,
        String postgresUrl,
        String postgresUser,
        String postgresPassword,
        String s3Endpoint,
        String s3AccessKey,
        String s3SecretKey,
        String member,
        String workers,
        String partitions,
        boolean renameEnabled,
        String mpcDrive,
        String tagRules,
        Path state,
        Duration stallAfter) {
    private static final int BATCH_MAX = 500;
    private static final int WORKERS_MAX = 256;

    /** For leading runs, health and reports, beside one connection a worker. */
    private static final int CONNECTIONS_SPARE = 6;

    public ServiceSettings {
        require("KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrapServers, "kafka:9092");
        require("POSTGRES_URL", postgresUrl, "jdbc:postgresql://postgres:5432/crateworks");
        require("POSTGRES_USER", postgresUser, "crateworks");
        require("POSTGRES_PASSWORD", postgresPassword, "the user's password");
        require("S3_ENDPOINT", s3Endpoint, "http://s3:8333");
        require("S3_ACCESS_KEY", s3AccessKey, "the name of a key");
        require("S3_SECRET_KEY", s3SecretKey, "the secret of that key");
        if (stallAfter.isNegative() || stallAfter.isZero()) {
            throw new Unfit("CRATEWORKS_STALL_AFTER is a time such as 5m, not " + stallAfter);
        }
        if (!mpcDrive.isBlank() && !Path.of(mpcDrive).isAbsolute()) {
            throw new Unfit("MPC_DRIVE is an absolute folder such as /drive, not " + mpcDrive);
        }
    }

    /** The stages that run in the whole system. */
    public Route route() {
        var stages =
                new ArrayList<>(
                        List.of(
                                StageName.INGEST,
                                StageName.SANITIZE,
                                StageName.SPLIT,
                                StageName.ANALYZE));
        if (renameEnabled) {
            stages.add(StageName.RENAME);
        }
        if (drive().isPresent()) {
            stages.add(StageName.EXPORT);
        }
        return new Route(stages);
    }

    public Optional<Path> drive() {
        return mpcDrive.isBlank() ? Optional.empty() : Optional.of(Path.of(mpcDrive));
    }

    /** The text of the rules for tags that are added to the standard ones; empty without any. */
    public String addedTagRules() {
        try {
            return tagRules.isBlank() ? "" : Files.readString(Path.of(tagRules));
        } catch (IOException e) {
            throw new Unfit("TAG_RULES names a file that cannot be read, " + tagRules, e);
        }
    }

    /** How many workers each stage has in this process. */
    public int workerCount() {
        return workers.isBlank()
                ? Runtime.getRuntime().availableProcessors()
                : count("CRATEWORKS_WORKERS", workers);
    }

    /** What {@code service} needs to host stages. */
    public HostSettings host(String service) {
        int stagesMax = 2;
        return new HostSettings(
                new KafkaSettings(
                        kafkaBootstrapServers, memberName(service), Sharing.GROUP, BATCH_MAX),
                postgres(stagesMax * workerCount() + CONNECTIONS_SPARE),
                StoreSettings.of(endpoint(), s3AccessKey, s3SecretKey),
                route(),
                partitionCounts());
    }

    private PostgresSettings postgres(int connectionsMax) {
        try {
            return new PostgresSettings(
                    postgresUrl, postgresUser, postgresPassword, connectionsMax);
        } catch (IllegalArgumentException e) {
            throw new Unfit("POSTGRES_URL is " + e.getMessage());
        }
    }

    private URI endpoint() {
        URI endpoint = URI.create(s3Endpoint.strip());
        if (endpoint.getHost() == null) {
            throw new Unfit("S3_ENDPOINT is an address such as http://s3:8333, not " + s3Endpoint);
        }
        return endpoint;
    }

    private Map<StageName, Integer> partitionCounts() {
        StageName[] stages = StageName.values();
        if (partitions.isBlank()) {
            return Arrays.stream(stages)
                    .collect(Collectors.toMap(stage -> stage, StageName::workersByDefault));
        }
        String[] numbers = partitions.split(",", -1);
        if (numbers.length != stages.length) {
            throw new Unfit("CRATEWORKS_PARTITIONS takes six numbers, such as 16,32,16,24,32,8");
        }
        var counts = new EnumMap<StageName, Integer>(StageName.class);
        Iterator<String> each = List.of(numbers).iterator();
        for (StageName stage : stages) {
            counts.put(stage, count("CRATEWORKS_PARTITIONS", each.next()));
        }
        return counts;
    }

    private String memberName(String service) {
        if (!member.isBlank()) {
            return member + "-" + service;
        }
        try {
            return InetAddress.getLocalHost().getHostName() + "-" + service;
        } catch (UnknownHostException e) {
            throw new Unfit(
                    "this host does not know its name; set CRATEWORKS_MEMBER to one that no other"
                            + " process has",
                    e);
        }
    }

    private static int count(String variable, String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= WORKERS_MAX) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw unfitNumber(variable, text, e);
        }
        throw unfitNumber(variable, text, null);
    }

    private static Unfit unfitNumber(String variable, String text, @Nullable Throwable cause) {
        return new Unfit(
                variable + " takes numbers from 1 to " + WORKERS_MAX + ", not " + text, cause);
    }

    private static void require(String variable, String value, String example) {
        if (value.isBlank()) {
            throw new Unfit(variable + " is not set; it takes something like " + example);
        }
    }

    /** Without the secrets, so that no log ever holds them. */
    @Override
    public String toString() {
        return kafkaBootstrapServers + ", " + postgresUrl + ", " + s3Endpoint;
    }
}
