package crateworks.adapters.postgres;

import crateworks.infra.EmbeddedStack;
import crateworks.infra.StackSettings;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Set;

/** A real PostgreSQL with empty tables, one server for all tests of a JVM. */
final class TestDatabase {
    /** Begins the name of the folder with the server's files. */
    static final String FOLDER = "crateworks-postgres";

    private static final TestDatabase ONLY = start();

    private final EmbeddedStack stack;
    private final Postgres postgres;

    private TestDatabase(EmbeddedStack stack, Postgres postgres) {
        this.stack = stack;
        this.postgres = postgres;
    }

    /** The database, emptied; numbers go on, as what is remembered of them would be wrong. */
    static Postgres empty() {
        try {
            ONLY.postgres
                    .transactions()
                    .run(
                            connection -> {
                                try (var truncate = connection.createStatement()) {
                                    truncate.execute(
                                            """
                                            truncate session, occurrence, file, file_name,
                                                track_split, musical_metadata, user_value, drive,
                                                export, parked, outcome, tally, stage_settings,
                                                search, search_folder, search_category,
                                                search_count, search_stale, asked_run, pace
                                            """);
                                    return truncate;
                                }
                            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ONLY.postgres;
    }

    /** Settings for another pool on the same server. */
    static PostgresSettings settings() {
        return settings(ONLY.stack.connections());
    }

    /** Executes a statement that is no product's. */
    static void execute(String sql) {
        try {
            ONLY.postgres.transactions().run(connection -> execute(connection, sql));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one number that a query gives. */
    static long count(String sql) {
        try {
            return ONLY.postgres
                    .transactions()
                    .run(
                            connection -> {
                                try (var select = connection.prepareStatement(sql);
                                        var rows = select.executeQuery()) {
                                    rows.next();
                                    return rows.getLong(1);
                                }
                            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a query was carried out, with how many rows each step met. */
    static String plan(String sql) {
        try {
            return ONLY.postgres
                    .transactions()
                    .run(
                            connection -> {
                                var lines = new StringBuilder();
                                try (var explain =
                                                connection.prepareStatement(
                                                        "explain (analyze, timing off) " + sql);
                                        var rows = explain.executeQuery()) {
                                    while (rows.next()) {
                                        lines.append(rows.getString(1)).append('\n');
                                    }
                                }
                                return lines.toString();
                            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean execute(java.sql.Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private static PostgresSettings settings(Connections connections) {
        return new PostgresSettings(
                connections.jdbcUrl(),
                connections.databaseUser(),
                connections.databasePassword(),
                6);
    }

    private static TestDatabase start() {
        try {
            Path folder = Files.createTempDirectory(FOLDER);
            var data = DataDirectory.at(folder);
            var stack =
                    EmbeddedStack.start(
                            data, StackSettings.of(Set.of(Part.DATABASE)).withFreeDiskBytesMin(0));
            Postgres postgres = Postgres.open(settings(stack.connections()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, postgres, folder)));
            return new TestDatabase(stack, postgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void stop(EmbeddedStack stack, Postgres postgres, Path folder) {
        postgres.close();
        stack.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
