package crateworks.infra.database;

import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.PortUse;
import crateworks.infra.data.Refusal;
import crateworks.infra.data.Refusal.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on the loopback interface with its own process group, so that Ctrl-C in a
 * terminal reaches it only through {@link #close}. It keeps everything that was committed.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long LOG_BYTES_MAX = 4L << 20;

    private final Placement place;
    private final Programs programs;
    private final Duration closeLimit;

    private Database(Placement place, Programs programs, Duration closeLimit) {
        this.place = place;
        this.programs = programs;
        this.closeLimit = closeLimit;
    }

    /** Whether this release brings a server for this machine. */
    public static boolean isSupportedHere() {
        return Programs.archive().isPresent();
    }

    /**
     * Stops a server that outlived its JVM, so that its port is free and the settings of the next
     * start hold. To be called by the holder of the data directory only.
     */
    public static void stopSurvivor(DataDirectory data, Duration limit)
            throws IOException, InterruptedException {
        Placement place = Placement.of(data);
        if (!Files.exists(place.cluster())) {
            return;
        }
        Path pidFile = place.cluster().resolve("postmaster.pid");
        if (Postmaster.isAlive(pidFile, place.cluster())) {
            LOG.info("stopping the database server that an earlier process left behind");
            new Database(place, Programs.in(place.home()), limit).close();
        }
        // Its process id may belong to somebody else by now, which the server would take for a
        // server.
        Files.deleteIfExists(pidFile);
    }

    /**
     * Starts the server, making the cluster at the first start; returns when it takes connections.
     *
     * @throws Refusal with the end of its log if it does not start
     */
    public static Database start(
            DataDirectory data,
            Connections connections,
            int sharedBuffersMiB,
            Duration startLimit,
            Duration closeLimit)
            throws IOException, InterruptedException {
        Placement place = Placement.of(data);
        Programs programs = Programs.in(place.home());
        if (!Files.exists(place.cluster())) {
            NewCluster.make(place, programs, connections, startLimit);
        }
        rotate(place.log());
        linkLog(data, place);
        int port = connections.ports().of(PortUse.DATABASE);
        ServerSettings.write(place.cluster(), port, sharedBuffersMiB);
        var database = new Database(place, programs, closeLimit);
        database.startServer(startLimit);
        try {
            FirstConnection.ensureDatabase(connections);
        } catch (IOException e) {
            database.close();
            throw e;
        }
        return database;
    }

    private void startServer(Duration limit) throws IOException, InterruptedException {
        ServerCommand commands = place.commands();
        long logBytes = Files.exists(place.log()) ? Files.size(place.log()) : 0;
        boolean started =
                commands.succeeds(
                        place.words(
                                programs.path("pg_ctl"),
                                "start",
                                "-D",
                                "cluster",
                                "-l",
                                "postgres.log",
                                "-w",
                                "-t",
                                seconds(limit)),
                        limit.plusSeconds(5));
        if (!started) {
            close();
            String tail = ServerCommand.tail(place.log(), logBytes);
            throw new Refusal(
                    Reason.BROKEN,
                    "The database did not start; its log ends with: "
                            + (tail.isEmpty() ? commands.outputTail() : tail));
        }
    }

    /**
     * Stops the server within the limit: cleanly, or else so that it recovers at the next start.
     */
    @Override
    public void close() {
        try {
            if (!stops("fast", closeLimit) && !stops("immediate", Duration.ofSeconds(10))) {
                LOG.warn("the database server did not stop: {}", place.commands().outputTail());
            }
        } catch (IOException e) {
            LOG.warn("the database server could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stops(String mode, Duration limit) throws IOException, InterruptedException {
        if (!Files.exists(place.cluster().resolve("postmaster.pid"))) {
            return true;
        }
        return place.commands()
                .succeeds(
                        place.words(
                                programs.path("pg_ctl"),
                                "stop",
                                "-D",
                                "cluster",
                                "-m",
                                mode,
                                "-w",
                                "-t",
                                seconds(limit)),
                        limit.plusSeconds(5));
    }

    private static String seconds(Duration limit) {
        return Long.toString(Math.max(1, limit.toSeconds()));
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Files.move(
                    log, log.resolveSibling("postgres.1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The log stays where the server's account may write, and is found with the others. */
    private static void linkLog(DataDirectory data, Placement place) throws IOException {
        Path link = data.logs().resolve("postgres.log");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, place.log());
    }
}
