package crateworks.adapters.postgres;

import crateworks.pipeline.port.Outage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Which of several processes does a task that only one shall do. It is a lock of the database that
 * lives as long as its connection, so whoever dies makes room for the next. A short while with two
 * leaders is possible when a connection breaks: tasks under it can be done twice.
 */
public final class Leadership implements AutoCloseable {
    private static final int ANSWER_SECONDS_MAX = 5;

    private final Postgres postgres;
    private final String task;
    private Optional<Connection> held = Optional.empty();

    public Leadership(Postgres postgres, String task) {
        this.postgres = postgres;
        this.task = task;
    }

    /** Whether this process has the task, which it takes now if nobody else has it. */
    public synchronized boolean isHeld() throws Outage {
        try {
            if (held.isPresent() && isAlive(held.get())) {
                return true;
            }
            close();
            Connection connection = postgres.connection();
            if (ask(connection, "select pg_try_advisory_lock(hashtext(?))")) {
                held = Optional.of(connection);
                return true;
            }
            connection.close();
            return false;
        } catch (SQLException e) {
            throw Trouble.outage(e);
        }
    }

    private static boolean isAlive(Connection connection) throws SQLException {
        boolean alive = connection.isValid(ANSWER_SECONDS_MAX);
        if (alive) {
            connection.commit();
        }
        return alive;
    }

    private boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question)) {
            select.setString(1, "crateworks " + task);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } finally {
            connection.commit();
        }
    }

    /** Gives the task back, so that another process can take it at once. */
    @Override
    public synchronized void close() {
        held.ifPresent(
                connection -> {
                    try (connection) {
                        ask(connection, "select pg_advisory_unlock(hashtext(?))");
                    } catch (SQLException e) {
                        // the lock went with its connection
                    }
                });
        held = Optional.empty();
    }
}
