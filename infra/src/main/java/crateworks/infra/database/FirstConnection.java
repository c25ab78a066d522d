package crateworks.infra.database;

import crateworks.infra.data.Connections;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** The connection that proves a server usable and makes the product's database if it is missing. */
final class FirstConnection {
    private static final String NO_SUCH_DATABASE = "3D000";

    private FirstConnection() {}

    static void ensureDatabase(Connections connections) throws IOException {
        try (Connection usable = open(connections, connections.jdbcUrl())) {
            Objects.requireNonNull(usable);
        } catch (SQLException e) {
            if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
                throw new IOException("the database takes no connections", e);
            }
            create(connections);
        }
    }

    private static void create(Connections connections) throws IOException {
        String url = connections.jdbcUrl().replaceAll("/[^/]*$", "/postgres");
        try (Connection first = open(connections, url);
                Statement statement = first.createStatement()) {
            statement.execute("create database " + Connections.DATABASE);
        } catch (SQLException e) {
            throw new IOException("the database could not be created", e);
        }
    }

    private static Connection open(Connections connections, String url) throws SQLException {
        return DriverManager.getConnection(
                url, connections.databaseUser(), connections.databasePassword());
    }
}
