package crateworks.adapters.kafka;

import crateworks.pipeline.message.Parked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Tells of each record that a stage gave up, with its run, stage and file. */
final class ParkedLog {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedLog.class);

    private ParkedLog() {}

    static void tell(Parked parked) {
        try (var _ = MDC.putCloseable("session", Long.toString(parked.session()));
                var _ = MDC.putCloseable("file", Long.toString(parked.item()))) {
            LOG.warn(
                    "{} gave up file {} of run {}, {}: {}",
                    parked.stage(),
                    parked.item(),
                    parked.session(),
                    parked.reason(),
                    parked.message());
        }
    }
}
