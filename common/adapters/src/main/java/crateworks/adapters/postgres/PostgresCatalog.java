package crateworks.adapters.postgres;

import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Parked;
import crateworks.pipeline.port.Catalog;
import crateworks.pipeline.port.Outage;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All tables, for reading. */
public final class PostgresCatalog implements Catalog {
    private static final int FETCHED_AT_ONCE = 1_000;
    private static final String FAILURES =
            """
            select e.item, e.state, e.stage, e.code, e.detail, e.attempts,
                coalesce(%s, '') || coalesce(' [' || p.label || ']', '')
            from outcome e
            left join track_split p on p.item = e.item
            left join occurrence o on o.item = coalesce(p.parent_item, e.item)
            where e.state = 'parked' or e.state = 'rejected' and not ?
            order by e.item limit ?
            """
                    .formatted(CatalogQuery.PLACE);
    private static final String PARKED =
            """
            select session, item, message_key, stage, reason, message, attempts, record
            from parked where item = ? order by record_key limit 1
            """;
    private static final String PACKS =
            """
            select pack from file union select pack from occurrence where pack is not null
            """;

    private final Transactions transactions;
    private final TagDictionary tags;

    public PostgresCatalog(Postgres postgres) {
        transactions = postgres.transactions();
        tags = postgres.tags();
    }

    @Override
    public void each(Consumer<Row> sink) throws Outage {
        transactions.report(
                connection -> {
                    try (var select = connection.prepareStatement(CatalogQuery.ROWS)) {
                        select.setFetchSize(FETCHED_AT_ONCE);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                sink.accept(CatalogQuery.row(rows, connection, tags));
                            }
                        }
                    }
                    return sink;
                });
    }

    @Override
    public List<Failure> failures(boolean parkedOnly, int max) throws Outage {
        return transactions.report(
                connection -> {
                    var failures = new ArrayList<Failure>();
                    try (var select = connection.prepareStatement(FAILURES)) {
                        select.setBoolean(1, parkedOnly);
                        select.setInt(2, max);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                String state = rows.getString(2);
                                String stage = rows.getString(3);
                                String code = rows.getString(4);
                                failures.add(
                                        new Failure(
                                                rows.getLong(1),
                                                state,
                                                stage,
                                                code,
                                                rows.getString(5),
                                                rows.getInt(6),
                                                rows.getString(7),
                                                NextAction.of(state, stage, code)));
                            }
                        }
                    }
                    return failures;
                });
    }

    @Override
    public Optional<Parked> parked(long item) throws Outage {
        return transactions.run(
                connection -> {
                    try (var select = connection.prepareStatement(PARKED)) {
                        select.setLong(1, item);
                        try (ResultSet rows = select.executeQuery()) {
                            return rows.next()
                                    ? Optional.of(
                                            new Parked(
                                                    Message.VERSION,
                                                    rows.getLong(1),
                                                    rows.getLong(2),
                                                    rows.getLong(3),
                                                    rows.getString(4),
                                                    rows.getString(5),
                                                    rows.getString(6),
                                                    rows.getInt(7),
                                                    rows.getString(8)))
                                    : Optional.empty();
                        }
                    }
                });
    }

    @Override
    public void eachPack(Consumer<String> sink) throws Outage {
        transactions.report(
                connection -> {
                    try (var select = connection.prepareStatement(PACKS)) {
                        select.setFetchSize(FETCHED_AT_ONCE);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                sink.accept(rows.getString(1));
                            }
                        }
                    }
                    return sink;
                });
    }
}
