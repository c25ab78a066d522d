package crateworks.adapters.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The table {@code drive}: numbers of drives. */
final class Drives {
    private Drives() {}

    /** The number of a drive, 0 when it was never planned. */
    static int find(Connection connection, String drive) throws SQLException {
        try (var select = connection.prepareStatement("select id from drive where path = ?")) {
            select.setString(1, StorableText.of(drive));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    /** The number of a drive, which it gets now if it has none. */
    static int number(Connection connection, String drive) throws SQLException {
        int known = find(connection, drive);
        if (known != 0) {
            return known;
        }
        try (var insert =
                connection.prepareStatement(
                        "insert into drive (path) values (?) on conflict (path) do nothing")) {
            insert.setString(1, StorableText.of(drive));
            insert.executeUpdate();
        }
        return find(connection, drive);
    }
}
