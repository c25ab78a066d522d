package crateworks.adapters.kafka;

import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Progress;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Outbox;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/** Sends records for whoever is not a stage, one transaction a call. */
public final class KafkaOutbox implements Outbox {
    private final KafkaSettings settings;
    private final MessageCodec codec;

    /** None, or the one writer in use; a writer that failed is thrown away. */
    private final List<BatchWriter> open = new ArrayList<>(1);

    public KafkaOutbox(KafkaSettings settings, MessageCodec codec) {
        this.settings = settings;
        this.codec = codec;
    }

    @Override
    public synchronized void send(
            String topic, List<? extends Message> messages, List<Progress> progress) throws Outage {
        try {
            BatchWriter writer = writer();
            writer.begin();
            writer.send(topic, messages);
            writer.sendProgress(progress);
            writer.commit();
        } catch (KafkaException e) {
            close();
            throw new Outage("the broker", "records cannot be sent: " + e.getMessage(), e);
        }
    }

    private BatchWriter writer() {
        if (open.isEmpty()) {
            open.add(new BatchWriter(settings, "outbox", codec));
        }
        return open.getFirst();
    }

    @Override
    public synchronized void close() {
        open.forEach(BatchWriter::close);
        open.clear();
    }
}
