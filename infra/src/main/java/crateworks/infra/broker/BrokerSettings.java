package crateworks.infra.broker;

import crateworks.infra.data.Connections;
import crateworks.infra.data.PortUse;
import java.nio.file.Path;
import java.util.Properties;

/** Settings of a lone broker that keeps records until they are deleted on purpose. */
final class BrokerSettings {
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    static final int NODE_ID = 1;

    private static final int RECORD_BYTES_MAX = 16 << 20;
    private static final int TEN_YEARS_IN_MINUTES = 10 * 366 * 24 * 60;

    private BrokerSettings() {}

    static Properties of(Path folder, Connections connections) {
        var settings = new Properties();
        identity(settings, folder, connections);
        internalTopics(settings);
        retention(settings);
        groups(settings);
        size(settings);
        return settings;
    }

    private static void identity(Properties settings, Path folder, Connections connections) {
        String client = "PLAINTEXT://" + connections.bootstrapServers();
        String controller = "127.0.0.1:" + connections.ports().of(PortUse.CONTROLLER);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@" + controller);
        settings.put("listeners", client + "," + CONTROLLER_LISTENER + "://" + controller);
        settings.put("advertised.listeners", client);
        settings.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        // After a crash the broker waits until its earlier self is taken for dead.
        settings.put("broker.session.timeout.ms", "6000");
        settings.put("broker.heartbeat.interval.ms", "1000");
    }

    /** Few partitions, since each one costs time at every start. */
    private static void internalTopics(Properties settings) {
        for (String topic :
                new String[] {
                    "offsets.topic", "transaction.state.log", "share.coordinator.state.topic"
                }) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "4");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    /** Nothing expires by age: neither waiting records nor the offsets of a group at rest. */
    private static void retention(Properties settings) {
        settings.put("log.retention.ms", "-1");
        settings.put("log.retention.bytes", "-1");
        settings.put("offsets.retention.minutes", Integer.toString(TEN_YEARS_IN_MINUTES));
        settings.put("log.segment.bytes", Integer.toString(64 << 20));
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    }

    /** All members live in one JVM, and after it died its heirs should not wait long. */
    private static void groups(Properties settings) {
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.consumer.min.session.timeout.ms", "15000");
        settings.put("group.consumer.session.timeout.ms", "15000");
        settings.put("group.consumer.min.heartbeat.interval.ms", "3000");
        settings.put("group.consumer.heartbeat.interval.ms", "3000");
        settings.put("transaction.max.timeout.ms", "900000");
    }

    /** For two cores, little memory, and next to no work while idle. */
    private static void size(Properties settings) {
        settings.put("message.max.bytes", Integer.toString(RECORD_BYTES_MAX));
        settings.put("replica.fetch.max.bytes", Integer.toString(RECORD_BYTES_MAX));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("num.replica.fetchers", "1");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("background.threads", "2");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        settings.put("metadata.max.idle.interval.ms", "10000");
    }
}
