package crateworks.ingest.app;

import crateworks.web.http.PageHandler;
import crateworks.web.http.PageServer;
import crateworks.web.http.PageSettings;
import crateworks.web.http.Routes;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.boot.jetty.JettyServerCustomizer;

/**
 * The page in front of what Spring answers on the same port, which is health and metrics. It is
 * there before its calls are.
 */
final class PageFront implements JettyServerCustomizer {
    private final Optional<PageSettings> settings;
    private volatile Optional<Routes> routes = Optional.empty();

    PageFront(Optional<PageSettings> settings) {
        this.settings = settings;
    }

    boolean isWanted() {
        return settings.isPresent();
    }

    /** Answers calls from now on. */
    void begin(Routes answering) {
        routes = Optional.of(answering);
    }

    /** Answers no more calls, since what they need is about to be closed. */
    void end() {
        routes = Optional.empty();
    }

    @Override
    public void customize(Server server) {
        if (settings.isEmpty()) {
            return;
        }
        if (server.getThreadPool() instanceof QueuedThreadPool threads) {
            PageServer.limit(server, threads);
        }
        var page = new PageHandler(settings.get(), () -> routes);
        server.setHandler(new Handler.Sequence(page, server.getHandler()));
    }
}
