package crateworks.pipeline.port;

import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Progress;
import java.util.List;

/** Where records go that no stage's batch produced: found files, and files that are tried again. */
public interface Outbox extends AutoCloseable {
    /** Sends all records and the progress in one transaction; returns when they are committed. */
    void send(String topic, List<? extends Message> messages, List<Progress> progress)
            throws Outage;

    @Override
    void close();
}
