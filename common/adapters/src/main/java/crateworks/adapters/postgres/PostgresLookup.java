package crateworks.adapters.postgres;

import crateworks.pipeline.message.Piece;
import crateworks.pipeline.port.Lookup;
import crateworks.pipeline.port.Outage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All tables, for one file. */
public final class PostgresLookup implements Lookup {
    private static final String AT =
            """
            select coalesce(f.id, e.file) as file
            from occurrence o
            left join file f on f.first_item = o.item
            left join outcome e on e.item = o.item
            where (%1$s = ? or right(%1$s, length(?) + 1) = '/' || ?)
                and coalesce(f.id, e.file) is not null
            order by o.item limit ?
            """
                    .formatted(CatalogQuery.PLACE);
    private static final String STORED =
            """
            select m.version, m.category, m.category_reason,
                (select count(*) from musical_metadata x
                    where x.fingerprint = m.fingerprint and x.file <> m.file)
            from musical_metadata m where m.file = ?
            """;

    private final Transactions transactions;
    private final TagDictionary tags;

    public PostgresLookup(Postgres postgres) {
        transactions = postgres.transactions();
        tags = postgres.tags();
    }

    @Override
    public List<Long> at(String place, int max) throws Outage {
        String text = StorableText.of(place);
        return transactions.report(
                connection -> {
                    var files = new ArrayList<Long>();
                    try (var select = connection.prepareStatement(AT)) {
                        select.setString(1, text);
                        select.setString(2, text);
                        select.setString(3, text);
                        select.setInt(4, max);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                files.add(rows.getLong(1));
                            }
                        }
                    }
                    return files.stream().distinct().toList();
                });
    }

    @Override
    public Optional<Entry> entry(long file) throws Outage {
        return transactions.run(
                connection -> {
                    Optional<Piece> piece = new InFlight(connection, tags, 0).piece(file);
                    if (piece.isEmpty()) {
                        return Optional.empty();
                    }
                    var byHand = PostgresUserValues.of(connection, List.of(file));
                    return Optional.of(
                            new Entry(
                                    piece.get(),
                                    stored(connection, file),
                                    byHand.getOrDefault(file, Map.of())));
                });
    }

    private static Optional<Stored> stored(Connection connection, long file) throws SQLException {
        try (var select = connection.prepareStatement(STORED)) {
            select.setLong(1, file);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new Stored(
                                        rows.getInt(1),
                                        rows.getString(2),
                                        rows.getString(3),
                                        rows.getLong(4)))
                        : Optional.empty();
            }
        }
    }
}
