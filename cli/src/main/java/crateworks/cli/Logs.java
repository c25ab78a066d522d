package crateworks.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import crateworks.infra.data.DataDirectory;
import java.net.URL;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** Where log lines go: into a bounded file of the data directory, never onto the terminal. */
final class Logs {
    private Logs() {}

    static void into(DataDirectory data) {
        data.prepare();
        URL config = Objects.requireNonNull(Logs.class.getResource("/logback-to-file.xml"));
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("LOGS", data.logs().toString());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(config);
        } catch (JoranException e) {
            throw new IllegalStateException("the log cannot be set up", e);
        }
    }
}
