package crateworks.cli;

import crateworks.adapters.postgres.Postgres;
import crateworks.adapters.postgres.PostgresSettings;
import crateworks.infra.EmbeddedStack;
import crateworks.infra.StackSettings;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import crateworks.pipeline.port.Outage;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a data directory, opened for a report: those of the run that is going on there, or
 * else the database alone, started for this command.
 */
final class Library implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final Optional<EmbeddedStack> own;
    private final Connections connections;
    private final Postgres postgres;

    private Library(Optional<EmbeddedStack> own, Connections connections, Postgres postgres) {
        this.own = own;
        this.connections = connections;
        this.postgres = postgres;
    }

    /** Opens the database of {@code data}, which must have been used before. */
    static Library open(DataDirectory data) throws Outage, InterruptedException {
        return open(data, EnumSet.of(Part.DATABASE));
    }

    /** Opens the database and, with it, other parts of the stack. */
    static Library open(DataDirectory data, Set<Part> parts) throws Outage, InterruptedException {
        if (!data.exists()) {
            throw new Usage(
                    ExitCode.NO_INPUT,
                    "There is no library in "
                            + data.root()
                            + " yet: take files in with --source DIR, or give another --data.");
        }
        return openOrMake(data, parts);
    }

    /** The same, for a data directory that may be new. */
    static Library openOrMake(DataDirectory data, Set<Part> parts)
            throws Outage, InterruptedException {
        Logs.into(data);
        Optional<Connections> running =
                data.runningInstance().filter(others -> others.parts().containsAll(parts));
        Optional<EmbeddedStack> own =
                running.isPresent()
                        ? Optional.empty()
                        : Optional.of(EmbeddedStack.start(data, StackSettings.of(parts)));
        Connections connections = running.orElseGet(() -> own.orElseThrow().connections());
        try {
            return new Library(own, connections, Postgres.open(settings(connections, CONNECTIONS)));
        } catch (Outage | RuntimeException e) {
            own.ifPresent(EmbeddedStack::close);
            throw e;
        }
    }

    static PostgresSettings settings(Connections connections, int connectionsMax) {
        return new PostgresSettings(
                connections.jdbcUrl(),
                connections.databaseUser(),
                connections.databasePassword(),
                connectionsMax);
    }

    Postgres postgres() {
        return postgres;
    }

    Connections connections() {
        return connections;
    }

    /** Whether a run goes on in another process. */
    boolean isBorrowed() {
        return own.isEmpty();
    }

    @Override
    public void close() {
        postgres.close();
        own.ifPresent(EmbeddedStack::close);
    }
}
