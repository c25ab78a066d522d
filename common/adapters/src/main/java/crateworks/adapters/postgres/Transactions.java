package crateworks.adapters.postgres;

import crateworks.pipeline.port.Outage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** Runs work in transactions, and says whose fault it is when that fails. */
final class Transactions {
    private static final int ATTEMPTS_MAX = 5;
    private static final int PAUSE_MILLIS = 20;

    private final DataSource connections;

    Transactions(DataSource connections) {
        this.connections = connections;
    }

    /** Statements that belong together. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Runs and commits {@code work}; again when it lost against another transaction. */
    <T> T run(Work<T> work) throws Outage {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = connections.getConnection()) {
                return committed(connection, work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS_MAX || !Trouble.isWorthRepeating(e)) {
                    throw Trouble.outage(e);
                }
                pause(attempt);
            }
        }
    }

    /** Reads much in one snapshot, planned by the size of the tables. */
    <T> T report(Work<T> work) throws Outage {
        return run(
                connection -> {
                    execute(connection, "set transaction isolation level repeatable read");
                    planBySize(connection);
                    return work.in(connection);
                });
    }

    /** Changes many rows that are found by reading tables, planned by the size of these. */
    <T> T sweep(Work<T> work) throws Outage {
        return run(
                connection -> {
                    planBySize(connection);
                    return work.in(connection);
                });
    }

    /** Reads the next rows in the order of an index, from where the last page ended. */
    <T> T page(Work<T> work) throws Outage {
        return run(
                connection -> {
                    execute(connection, "set local enable_mergejoin = on");
                    execute(connection, "set local enable_bitmapscan = off");
                    execute(connection, "set local enable_sort = off");
                    return work.in(connection);
                });
    }

    private static void planBySize(Connection connection) throws SQLException {
        execute(connection, "set local plan_cache_mode = force_custom_plan");
        execute(connection, "set local enable_seqscan = on");
        execute(connection, "set local enable_hashjoin = on");
        execute(connection, "set local enable_mergejoin = on");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T value = work.in(connection);
            connection.commit();
            done = true;
            return value;
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The failure that led here is the one to tell of; the pool drops a broken connection.
        }
    }

    /** A little chance, so that two that lost against each other do not meet again. */
    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
