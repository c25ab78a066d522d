package crateworks.adapters.postgres;

import crateworks.pipeline.port.Failures;
import crateworks.pipeline.port.Outage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of {@code outcome} that are rejected or parked, through their partial indexes. */
public final class PostgresFailures implements Failures {
    /** The condition of the indexes, word by word. */
    private static final String FAILED = "e.state in ('rejected', 'parked')";

    private static final String COLUMNS =
            """
            select e.item, e.session, e.state, e.stage, e.code, e.detail, e.attempts,
                coalesce(%s, '') || coalesce(' [' || p.label || ']', ''), e.at
            from (%%s) e
            left join track_split p on p.item = e.item
            left join occurrence o on o.item = coalesce(p.parent_item, e.item)
            order by %%s
            """
                    .formatted(CatalogQuery.PLACE);
    private static final String BY_REASON = "e.state, e.stage, e.code, e.item";
    private static final String PAGE =
            COLUMNS.formatted(
                    "select * from outcome e where "
                            + FAILED
                            + " and (? or e.state = ?) and (? or e.stage = ?) and (? or e.code = ?)"
                            + " and (? or (e.state, e.stage, e.code, e.item) > (?, ?, ?, ?))"
                            + " order by "
                            + BY_REASON
                            + " limit ?",
                    BY_REASON);
    private static final String SINCE =
            COLUMNS.formatted(
                    "select * from outcome e where "
                            + FAILED
                            + " and e.session = ? and e.at >= ? order by e.at desc, e.item desc"
                            + " limit ?",
                    "e.at, e.item");
    private static final String REASONS =
            "select e.state, e.stage, e.code, count(*) from outcome e where "
                    + FAILED
                    + " group by 1, 2, 3 order by 4 desc, 1, 2, 3";

    private final Transactions transactions;

    public PostgresFailures(Postgres postgres) {
        transactions = postgres.transactions();
    }

    @Override
    public List<Failed> find(Kind kind, Optional<Mark> after, int max) throws Outage {
        return transactions.report(
                connection -> {
                    try (var select = connection.prepareStatement(PAGE)) {
                        int at = bind(select, 1, kind.state());
                        at = bind(select, at, kind.stage());
                        at = bind(select, at, kind.code());
                        Mark mark = after.orElse(new Mark("", "", "", 0));
                        select.setBoolean(at++, after.isEmpty());
                        select.setString(at++, StorableText.of(mark.state()));
                        select.setString(at++, StorableText.of(mark.stage()));
                        select.setString(at++, StorableText.of(mark.code()));
                        select.setLong(at++, mark.item());
                        select.setInt(at, max);
                        return failed(select);
                    }
                });
    }

    private static int bind(PreparedStatement statement, int at, Optional<String> value)
            throws SQLException {
        statement.setBoolean(at, value.isEmpty());
        statement.setString(at + 1, StorableText.of(value.orElse("")));
        return at + 2;
    }

    @Override
    public List<Reason> reasons() throws Outage {
        return transactions.report(
                connection -> {
                    var reasons = new ArrayList<Reason>();
                    try (var select = connection.prepareStatement(REASONS);
                            ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            String state = rows.getString(1);
                            String stage = rows.getString(2);
                            String code = rows.getString(3);
                            reasons.add(
                                    new Reason(
                                            state,
                                            stage,
                                            code,
                                            rows.getLong(4),
                                            NextAction.of(state, stage, code)));
                        }
                    }
                    return reasons;
                });
    }

    @Override
    public List<Failed> since(long session, Instant from, int max) throws Outage {
        return transactions.report(
                connection -> {
                    try (var select = connection.prepareStatement(SINCE)) {
                        select.setLong(1, session);
                        select.setObject(2, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
                        select.setInt(3, max);
                        return failed(select);
                    }
                });
    }

    private static List<Failed> failed(PreparedStatement select) throws SQLException {
        var failed = new ArrayList<Failed>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String state = rows.getString(3);
                String stage = rows.getString(4);
                String code = rows.getString(5);
                failed.add(
                        new Failed(
                                rows.getLong(1),
                                rows.getLong(2),
                                state,
                                stage,
                                code,
                                rows.getString(6),
                                rows.getInt(7),
                                rows.getString(8),
                                NextAction.of(state, stage, code),
                                rows.getObject(9, OffsetDateTime.class).toInstant()));
            }
        }
        return failed;
    }
}
