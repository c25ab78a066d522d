package crateworks.cli;

import crateworks.pipeline.session.Gauge.Moment;
import java.time.Duration;
import java.util.List;

/** Where a run shows how far it is. */
interface Display extends AutoCloseable {
    /**
     * Shows a moment of the run.
     *
     * @param phase what the run does, in a word or two
     * @param waiting what workers wait for, such as {@code the drive}; empty when all is well
     */
    void show(Moment moment, String phase, Duration elapsed, List<String> waiting);

    @Override
    void close();
}
