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
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts waiting records by what the groups have committed. Stages are asked in the order of the
 * flow and committed offsets before ends, so that a record on its way is never missed: when all are
 * 0, nothing was on its way.
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
        var waiting = new EnumMap<StageName, Long>(StageName.class);
        for (StageName stage : route.stages()) {
            waiting.put(stage, waitingFor(stage));
        }
        return waiting;
    }

    private long waitingFor(StageName stage) throws Outage {
        Map<TopicPartition, Long> done = done(stage);
        Map<TopicPartition, OffsetSpec> question =
                partitions(stage).stream()
                        .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                answer(() -> admin.listOffsets(question).all().get());
        Map<TopicPartition, OffsetSpec> beginnings =
                partitions(stage).stream()
                        .filter(each -> !done.containsKey(each))
                        .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.earliest()));
        Map<TopicPartition, ListOffsetsResultInfo> begins =
                beginnings.isEmpty()
                        ? Map.of()
                        : answer(() -> admin.listOffsets(beginnings).all().get());
        long waiting = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
            Long from = done.get(end.getKey());
            ListOffsetsResultInfo begin = begins.get(end.getKey());
            long start = from != null ? from : begin == null ? 0 : begin.offset();
            waiting += Math.max(0, end.getValue().offset() - start);
        }
        return waiting;
    }

    private Map<TopicPartition, Long> done(StageName stage) throws Outage {
        String group = KafkaSettings.group(stage);
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(
                        () ->
                                admin.listConsumerGroupOffsets(group)
                                        .partitionsToOffsetAndMetadata()
                                        .get());
        String topic = route.topicInto(stage);
        var done = new HashMap<TopicPartition, Long>();
        committed.forEach(
                (partition, offset) -> {
                    if (offset != null && partition.topic().equals(topic)) {
                        done.put(partition, offset.offset());
                    }
                });
        return done;
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
        for (StageName stage : route.stages()) {
            done(stage)
                    .forEach(
                            (partition, offset) ->
                                    deletions.put(partition, RecordsToDelete.beforeOffset(offset)));
        }
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
