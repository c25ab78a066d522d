package crateworks.infra.broker;

import crateworks.infra.data.Connections;
import crateworks.infra.data.Refusal;
import crateworks.infra.data.Refusal.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka broker and its controller on the loopback interface, inside this JVM. */
public final class Broker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

    private final KafkaRaftServer server;

    private Broker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts the broker, formatting its existing folder at the first start; returns when it
     * answers.
     */
    public static Broker start(Path folder, Connections connections, Duration limit)
            throws IOException, InterruptedException {
        if (!Files.exists(folder.resolve("meta.properties"))) {
            format(folder);
        }
        Exit.setHaltProcedure(Broker::halt);
        var settings = KafkaConfig.fromProps(BrokerSettings.of(folder, connections), false);
        var broker = new Broker(new KafkaRaftServer(settings, Time.SYSTEM));
        try {
            broker.server.startup();
            broker.awaitAnswer(connections, limit);
        } catch (IOException | RuntimeException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    /** Stops the broker; may take longer than a caller wishes to wait, and may be abandoned. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) throws IOException {
        var output = new ByteArrayOutputStream();
        try (var printed = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(printed)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .run();
        } catch (Exception e) { // what the formatter declares
            throw new IOException("the broker's folder could not be formatted", e);
        }
        LOG.info("{}", output.toString(StandardCharsets.UTF_8).strip());
    }

    private void awaitAnswer(Connections connections, Duration limit)
            throws IOException, InterruptedException {
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        connections.bootstrapServers(),
                        AdminClientConfig.CLIENT_ID_CONFIG,
                        "infra");
        try (Admin admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Refusal(
                    Reason.BROKEN, "The broker started but did not answer; see its log.", e);
        }
    }

    /**
     * What the broker does when it cannot write any more, for instance on a full disk: it ends the
     * whole JVM at once. All parts recover from that; the user is told why.
     */
    private static void halt(int status, String message) {
        LOG.error("the broker gave up (status {}): {}", status, message);
        System.err.println(
                "The broker could not go on (is the disk full?); see its log. Start again to resume.");
        Runtime.getRuntime().halt(Reason.BROKEN.exitCode());
        throw new IllegalStateException("halted");
    }
}
