package crateworks.adapters.host;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks what the leading of a run waits for, and logs it when that changes. */
final class LeadWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeadWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Supplier<Optional<String>> waitsFor;
    private final Chore looking;
    private Optional<String> told = Optional.empty();

    LeadWatch(Supplier<Optional<String>> waitsFor) {
        this.waitsFor = waitsFor;
        this.looking = Chore.start("leading", LOOK_EVERY, this::isOver);
    }

    private boolean isOver() {
        Optional<String> now = waitsFor.get();
        if (!now.equals(told)) {
            now.ifPresentOrElse(
                    what -> LOG.warn("the run waits for {}", what),
                    () -> LOG.info("the run goes on"));
        }
        told = now;
        return false;
    }

    @Override
    public void close() {
        looking.close();
    }
}
