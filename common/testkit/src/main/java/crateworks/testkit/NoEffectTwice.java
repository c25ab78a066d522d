package crateworks.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The law that no effect happens twice: each place, content, part and exported file has one row,
 * and each content one item that owns it. Checked on the rows themselves, whatever indexes say.
 */
public final class NoEffectTwice {
    private static final Map<String, String> NEVER = new LinkedHashMap<>();

    static {
        NEVER.put(
                "places recorded twice",
                """
                select source, path, member, ordinal, size, modified from occurrence
                group by 1, 2, 3, 4, 5, 6 having count(*) > 1
                """);
        NEVER.put(
                "contents with two rows",
                "select blake3 from file group by blake3 having count(*) > 1");
        NEVER.put(
                "contents done by two items",
                """
                select file from outcome where state in ('done', 'ready') and file is not null
                group by file having count(*) > 1
                """);
        NEVER.put(
                "parts split off twice",
                """
                select parent_item, track, channel from track_split
                group by 1, 2, 3 having count(*) > 1
                """);
        NEVER.put(
                "files exported twice",
                """
                select drive, lower(path) from export where written_at is not null
                group by 1, 2 having count(*) > 1
                union all
                select drive, hash::text from export where written_at is not null
                group by 1, 2 having count(*) > 1
                """);
        NEVER.put(
                "ends of nothing",
                """
                select item from outcome o
                where not exists (select from occurrence x where x.item = o.item)
                    and not exists (select from track_split x where x.item = o.item)
                """);
        NEVER.put(
                "exports of done items that were never written",
                """
                select x.file from export x join outcome o on o.file = x.file
                where o.state = 'done' and x.written_at is null
                """);
    }

    private final Connection connection;

    /** Over the rows of a library at rest. */
    public NoEffectTwice(Connection connection) {
        this.connection = connection;
    }

    /** Fails when any of these is there. */
    public void holds() throws SQLException {
        for (var never : NEVER.entrySet()) {
            String counting = "select count(*) from (" + never.getValue() + ") as found";
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(counting)) {
                rows.next();
                if (rows.getLong(1) > 0) {
                    throw new AssertionError(rows.getLong(1) + " " + never.getKey());
                }
            }
        }
    }
}
