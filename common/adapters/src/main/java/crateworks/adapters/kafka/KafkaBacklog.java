package crateworks.adapters.kafka;

import crateworks.pipeline.StageName;
import crateworks.pipeline.lead.Route;
import crateworks.pipeline.port.Backlog;
import crateworks.pipeline.port.Outage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Counts waiting records by what the groups have committed. All committed offsets are asked for
 * before any end, so that a record on its way is never missed: whoever has committed it has written
 * what follows from it before. When all are 0, nothing was on its way.
 */
public final class KafkaBacklog implements Backlog, AutoCloseable {
    private final Route route;
    private final Admin admin;
    private final Map<StageName, List<TopicPartition>> partitions = new EnumMap<>(StageName.class);

    public KafkaBacklog(KafkaSettings settings, Route route) {
        this.route = route;
        this.admin = Admin.create(settings.client("backlog"));
    }

    @Override
    public synchronized Map<StageName, Long> waiting() throws Outage {
        Map<TopicPartition, Long> done = done();
        var question = new HashMap<TopicPartition, OffsetSpec>();
        var unread = new HashMap<TopicPartition, OffsetSpec>();
        for (StageName stage : route.stages()) {
            for (TopicPartition partition : partitions(stage)) {
                question.put(partition, OffsetSpec.latest());
                if (!done.containsKey(partition)) {
                    unread.put(partition, OffsetSpec.earliest());
                }
            }
        }
        Map<TopicPartition, Long> ends = offsets(question);
        Map<TopicPartition, Long> begins = unread.isEmpty() ? Map.of() : offsets(unread);
        var waiting = new EnumMap<StageName, Long>(StageName.class);
        for (StageName stage : route.stages()) {
            long records = 0;
            for (TopicPartition partition : partitions(stage)) {
                long end = ends.getOrDefault(partition, 0L);
                long from = done.getOrDefault(partition, begins.getOrDefault(partition, 0L));
                records += Math.max(0, end - from);
            }
            waiting.put(stage, records);
        }
        return waiting;
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetSpec> question)
            throws Outage {
        var offsets = new HashMap<TopicPartition, Long>();
        answer(() -> admin.listOffsets(question).all().get())
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /** What the groups of all stages have committed, of the topics that they read. */
    private Map<TopicPartition, Long> done() throws Outage {
        var groups =
                route.stages().stream()
                        .collect(
                                Collectors.toMap(
                                        KafkaSettings::group,
                                        _ -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                answer(() -> admin.listConsumerGroupOffsets(groups).all().get());
        var done = new HashMap<TopicPartition, Long>();
        for (StageName stage : route.stages()) {
            String topic = route.topicInto(stage);
            committed
                    .getOrDefault(KafkaSettings.group(stage), Map.of())
                    .forEach(
                            (partition, offset) -> {
                                if (offset != null && partition.topic().equals(topic)) {
                                    done.put(partition, offset.offset());
                                }
                            });
        }
        return done;
    }

    /** The sum of the places up to which all stages have read; it changes when anything moves. */
    public synchronized long read() throws Outage {
        return done().values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many workers of each stage the broker knows to be alive. */
    public Map<StageName, Integer> alive() throws Outage {
        var alive = new EnumMap<StageName, Integer>(StageName.class);
        List<String> groups = route.stages().stream().map(KafkaSettings::group).toList();
        var described = admin.describeConsumerGroups(groups).describedGroups();
        for (StageName stage : route.stages()) {
            var group = described.get(KafkaSettings.group(stage));
            alive.put(stage, group == null ? 0 : answer(() -> members(group)));
        }
        return alive;
    }

    private static int members(KafkaFuture<ConsumerGroupDescription> group)
            throws ExecutionException, InterruptedException {
        try {
            return group.get().members().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    private List<TopicPartition> partitions(StageName stage) throws Outage {
        List<TopicPartition> known = partitions.get(stage);
        if (known != null) {
            return known;
        }
        String topic = route.topicInto(stage);
        List<TopicPartition> asked =
                answer(() -> admin.describeTopics(List.of(topic)).allTopicNames().get())
                        .values()
                        .stream()
                        .flatMap(description -> description.partitions().stream())
                        .map(each -> new TopicPartition(topic, each.partition()))
                        .toList();
        partitions.put(stage, asked);
        return asked;
    }

    @Override
    public synchronized void forgetDone() throws Outage {
        var deletions = new HashMap<TopicPartition, RecordsToDelete>();
        done().forEach(
                        (partition, offset) ->
                                deletions.put(partition, RecordsToDelete.beforeOffset(offset)));
        answer(() -> admin.deleteRecords(deletions).all().get() == null);
    }

    private static <T> T answer(Question<T> question) throws Outage {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw new Outage("the broker", "it does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage("the broker", "the question was interrupted", e);
        }
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    @Override
    public void close() {
        admin.close();
    }
}
