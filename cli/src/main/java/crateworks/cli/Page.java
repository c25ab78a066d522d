package crateworks.cli;

import crateworks.ingest.app.PageWiring;
import crateworks.pipeline.port.Outage;
import crateworks.web.http.PageServer;
import crateworks.web.http.PageSettings;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;

/** The page of this process, while it is open. */
final class Page implements AutoCloseable {
    private final Optional<PageWiring> wiring;
    private final Optional<PageServer> server;

    private Page(Optional<PageWiring> wiring, Optional<PageServer> server) {
        this.wiring = wiring;
        this.server = server;
    }

    /**
     * Opens the page and says where it is. A job never fails for it: when it cannot be served, that
     * is said and the job goes on.
     */
    static Page open(PageOptions options, Supplier<PageWiring.Lent> lent, PrintWriter out) {
        if (options.none) {
            return new Page(Optional.empty(), Optional.empty());
        }
        PageSettings settings = options.settings(System.getenv());
        PageWiring wiring = PageWiring.of(lent.get());
        Optional<PageServer> server = Optional.empty();
        try {
            server = Optional.of(PageServer.start(settings, wiring.routes()));
            String moved =
                    server.get().hasMoved() ? " (port " + settings.port() + " is taken)" : "";
            out.println("The page: " + server.get().address() + moved);
        } catch (Outage outage) {
            out.println("No page: " + outage.getMessage());
        }
        out.flush();
        return new Page(Optional.of(wiring), server);
    }

    boolean isServed() {
        return server.isPresent();
    }

    @Override
    public void close() {
        wiring.ifPresent(PageWiring::close);
        server.ifPresent(PageServer::close);
    }
}
