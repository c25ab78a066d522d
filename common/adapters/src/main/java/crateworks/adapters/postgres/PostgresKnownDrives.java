package crateworks.adapters.postgres;

import crateworks.pipeline.port.KnownDrives;
import crateworks.pipeline.port.Outage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The table {@code drive}. */
public final class PostgresKnownDrives implements KnownDrives {
    private static final String KNOWN =
            """
            select d.mark, d.path, d.suspicion, exists (
                select from export e where e.drive = d.id and e.written_at is not null)
            from drive d where\s""";
    private static final String LEAVE =
            "update drive set path = null where path = ? and mark is distinct from ?";
    private static final String MOVE = "update drive set path = ? where mark = ?";
    private static final String ADD = "insert into drive (path, mark) values (?, ?)";
    private static final String MARK = "update drive set mark = ? where path = ? and mark is null";

    private final Transactions transactions;

    public PostgresKnownDrives(Postgres postgres) {
        transactions = postgres.transactions();
    }

    @Override
    public Optional<Known> at(String path) throws Outage {
        return known("d.path = ?", path);
    }

    @Override
    public Optional<Known> marked(String mark) throws Outage {
        return known("d.mark = ?", mark);
    }

    @Override
    public void mount(String mark, String path, boolean another) throws Outage {
        transactions.run(
                connection -> {
                    boolean marked = !another && update(connection, MARK, mark, path) > 0;
                    update(connection, LEAVE, path, mark);
                    if (!marked && update(connection, MOVE, path, mark) == 0) {
                        update(connection, ADD, path, mark);
                    }
                    return marked;
                });
    }

    @Override
    public void suspect(String mark, String sentence) throws Outage {
        transactions.run(
                connection ->
                        update(
                                connection,
                                "update drive set suspicion = ? where mark = ?",
                                sentence,
                                mark));
    }

    @Override
    public void trust(String mark) throws Outage {
        transactions.run(
                connection ->
                        update(
                                connection,
                                "update drive set suspicion = null where mark = ?",
                                mark));
    }

    private Optional<Known> known(String restriction, String value) throws Outage {
        return transactions.run(
                connection -> {
                    try (var select = connection.prepareStatement(KNOWN + restriction)) {
                        select.setString(1, StorableText.of(value));
                        try (ResultSet rows = select.executeQuery()) {
                            return rows.next() ? Optional.of(known(rows)) : Optional.empty();
                        }
                    }
                });
    }

    private static Known known(ResultSet rows) throws SQLException {
        return new Known(
                Columns.text(rows, 1),
                Columns.text(rows, 2),
                rows.getBoolean(4),
                Columns.text(rows, 3));
    }

    private static int update(Connection connection, String sql, String... values)
            throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                update.setString(at + 1, StorableText.of(values[at]));
            }
            return update.executeUpdate();
        }
    }
}
