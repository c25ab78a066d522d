package crateworks.adapters.kafka;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics of the pipeline: there with enough partitions before anybody writes. Work topics keep
 * their records until the product says that they are done with.
 */
public final class Topics {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final Duration LEADERS_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Map<String, String> WORK =
            Map.of("retention.ms", "-1", "retention.bytes", "-1", "segment.bytes", "67108864");

    private Topics() {}

    /** Makes or widens the topics, and waits until each partition has a leader that answers. */
    public static void prepare(KafkaSettings settings, Map<StageName, Integer> workers)
            throws Outage, InterruptedException {
        Map<String, Integer> wanted = wanted(workers);
        try (Admin admin = Admin.create(settings.client("topics"))) {
            Map<String, TopicDescription> there = describe(admin, wanted.keySet());
            create(admin, wanted, there);
            widen(admin, wanted, there);
            awaitLeaders(admin, wanted.keySet());
        } catch (ExecutionException e) {
            throw new Outage("the broker", "topics cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** As {@link #prepare}, where a topic is missing; else only one question. */
    public static void restore(KafkaSettings settings, Map<StageName, Integer> workers)
            throws Outage, InterruptedException {
        Set<String> wanted = wanted(workers).keySet();
        Admin admin = Admin.create(settings.client("topics"));
        try {
            if (admin.listTopics().names().get().containsAll(wanted)) {
                return;
            }
        } catch (ExecutionException e) {
            throw new Outage("the broker", "it does not answer: " + e.getMessage(), e);
        } finally {
            admin.close(Duration.ZERO); // a process that ends does not wait for an answer
        }
        LOG.warn("topics were lost and are made again");
        prepare(settings, workers);
    }

    /** Where a topic has several readers by configuration, the widest counts. */
    private static Map<String, Integer> wanted(Map<StageName, Integer> workers) {
        var wanted = new HashMap<String, Integer>();
        for (StageName stage : StageName.values()) {
            int partitions = workers.getOrDefault(stage, 1);
            wanted.merge(stage.topicIn(), partitions, Math::max);
        }
        wanted.merge(
                StageName.ANALYZE.topicOut(), workers.getOrDefault(StageName.EXPORT, 1), Math::max);
        wanted.put(StageName.EXPORT.topicOut(), 1);
        wanted.put(StageName.PARKED_TOPIC, 1);
        wanted.put(StageName.PROGRESS_TOPIC, 1);
        return wanted;
    }

    private static Map<String, TopicDescription> describe(Admin admin, Set<String> topics)
            throws ExecutionException, InterruptedException {
        Set<String> all = admin.listTopics().names().get();
        List<String> known = topics.stream().filter(all::contains).toList();
        return admin.describeTopics(known).allTopicNames().get();
    }

    private static void create(
            Admin admin, Map<String, Integer> wanted, Map<String, TopicDescription> there)
            throws ExecutionException, InterruptedException {
        var missing = new ArrayList<NewTopic>();
        wanted.forEach(
                (topic, partitions) -> {
                    if (!there.containsKey(topic)) {
                        missing.add(new NewTopic(topic, partitions, (short) -1).configs(WORK));
                    }
                });
        try {
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
            LOG.debug("another process was faster: {}", e.toString());
        }
    }

    private static void widen(
            Admin admin, Map<String, Integer> wanted, Map<String, TopicDescription> there)
            throws ExecutionException, InterruptedException {
        var wider = new HashMap<String, NewPartitions>();
        there.forEach(
                (topic, description) -> {
                    int partitions = wanted.getOrDefault(topic, 1);
                    if (description.partitions().size() < partitions) {
                        wider.put(topic, NewPartitions.increaseTo(partitions));
                    }
                });
        admin.createPartitions(wider).all().get();
    }

    /** Writing before a partition's leader is ready can stall a producer for two minutes. */
    private static void awaitLeaders(Admin admin, Set<String> topics)
            throws InterruptedException, Outage {
        long deadline = System.nanoTime() + LEADERS_WITHIN.toNanos();
        while (true) {
            try {
                Map<TopicPartition, OffsetSpec> ends =
                        admin.describeTopics(topics).allTopicNames().get().values().stream()
                                .flatMap(topic -> partitions(topic).stream())
                                .collect(
                                        Collectors.toMap(
                                                partition -> partition, _ -> OffsetSpec.latest()));
                admin.listOffsets(ends).all().get();
                return;
            } catch (ExecutionException e) {
                if (System.nanoTime() > deadline) {
                    throw new Outage("the broker", "topics have no leaders: " + e.getMessage(), e);
                }
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    private static List<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
    }
}
