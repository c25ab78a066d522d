package crateworks.web.http;

import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server of its own for the page, for processes that have none. */
public final class PageServer implements AutoCloseable {
    /** Whoever neither sends nor reads for so long is cut off. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(20);

    private static final int HEADER_BYTES_MAX = 16_384;

    /** What the system keeps for a caller that does not read. */
    private static final int SEND_BUFFER_BYTES = 65_536;

    /** Platform threads that accept and select; calls run in virtual ones. */
    private static final int THREADS_MAX = 10;

    private static final int THREADS_MIN = 3;

    private final Server server;
    private final ServerConnector connector;
    private final PageSettings settings;

    private PageServer(Server server, ServerConnector connector, PageSettings settings) {
        this.server = server;
        this.connector = connector;
        this.settings = settings;
    }

    /**
     * Starts to serve.
     *
     * @throws Outage when the port cannot be had, and no other one will do
     */
    public static PageServer start(PageSettings settings, Routes routes) throws Outage {
        var threads = new QueuedThreadPool(THREADS_MAX, THREADS_MIN);
        threads.setName("page");
        threads.setDaemon(true);
        var server = new Server(threads);
        var connector =
                new ServerConnector(
                        server, 1, 1, new HttpConnectionFactory(new HttpConfiguration()));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        server.addConnector(connector);
        server.setHandler(new PageHandler(settings, () -> Optional.of(routes)));
        limit(server, threads);
        var made = new PageServer(server, connector, settings);
        made.open();
        return made;
    }

    /**
     * Sees to it that no caller of a server keeps others waiting: calls run in virtual threads,
     * headers have a limit, and whoever is silent for long is cut off.
     */
    public static void limit(Server server, QueuedThreadPool threads) {
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.setErrorHandler(new ProblemErrors());
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector each) {
                each.setIdleTimeout(SILENCE_MAX.toMillis());
                each.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
            }
            HttpConfiguration http =
                    connector
                            .getConnectionFactory(HttpConfiguration.ConnectionFactory.class)
                            .getHttpConfiguration();
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(HEADER_BYTES_MAX);
        }
    }

    private void open() throws Outage {
        try {
            bind();
            server.start();
        } catch (Exception failure) {
            close();
            throw new Outage(
                    "the port of the page",
                    settings.host()
                            + ":"
                            + settings.port()
                            + " cannot be used: "
                            + failure.getMessage(),
                    failure);
        }
    }

    private void bind() throws IOException {
        try {
            connector.open();
        } catch (IOException failure) {
            if (!settings.mayMove() || !isTaken(failure)) {
                throw failure;
            }
            connector.setPort(0);
            connector.open();
        }
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof BindException
                || Optional.ofNullable(failure.getCause()).filter(PageServer::isTaken).isPresent();
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** Whether it is another port than the one that was asked for. */
    public boolean hasMoved() {
        return settings.port() != 0 && port() != settings.port();
    }

    /** Where to look, for people on this computer. */
    public String address() {
        String host = settings.host();
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        return "http://" + (everywhere ? PageSettings.LOOPBACK : host) + ":" + port() + "/";
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the page's server does not stop", e);
        }
    }
}
