package crateworks.adapters.host;

import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes things of which each must be closed whatever the others do. */
public final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    /** Closes all in their order; what fails is logged. */
    public static void all(Collection<AutoCloseable> open) {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.warn("{} did not close", each, e);
            }
        }
        open.clear();
    }
}
