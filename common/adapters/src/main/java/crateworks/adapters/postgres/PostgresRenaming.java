package crateworks.adapters.postgres;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renaming;
import crateworks.pipeline.query.Condition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The names of stage {@code rename} in {@code file_name}, and the runs that gave them. */
public final class PostgresRenaming implements Renaming {
    private static final int FETCHED_AT_ONCE = 1_000;
    private static final String SUBJECTS =
            """
            select f.id, f.first_item, %s as base, %s as now, m.bpm, %s, m.camelot, m.meter,
                m.bars, m.category, p.label, f.tags
            from file f
            join music m on m.file = f.id
            left join track_split p on p.item = f.first_item
            where not exists (
                    select from user_value u where u.file = f.id and u.field = 'name')
                and\s"""
                    .formatted(
                            """
                            coalesce((select n.name from file_name n
                                where n.file = f.id and n.stage = 'sanitize'), f.original_name)""",
                            Library.NAME,
                            Library.NAMED_KEY);
    private static final String REMEMBER =
            """
            insert into rename_step (run, file, before, after)
            select ?, x.file, n.name, x.after
            from unnest(?, ?) as x (file, after)
            left join file_name n on n.file = x.file and n.stage = 'rename'
            on conflict (run, file) do nothing
            """;
    private static final String NAME =
            """
            insert into file_name as n (file, item, stage, name, reason)
            select x.file, x.item, 'rename', x.name, 'rename run ' || ?
            from unnest(?, ?, ?) as x (file, item, name)
            on conflict (file, stage) do update set
                item = excluded.item, name = excluded.name, reason = excluded.reason
            """;
    private static final String UNDO_RUN =
            "update rename_run set undone_at = now() where id = ? and undone_at is null";
    private static final String UNDO_NAMES =
            """
            update file_name n set name = s.before, reason = 'rename run ' || s.run || ' undone'
            from rename_step s
            where s.run = ? and s.before is not null and n.file = s.file and n.stage = 'rename'
                and n.name = s.after
            """;
    private static final String UNDO_FIRST_NAMES =
            """
            delete from file_name n using rename_step s
            where s.run = ? and s.before is null and n.file = s.file and n.stage = 'rename'
                and n.name = s.after
            """;

    private final Transactions transactions;
    private final TagDictionary tags;

    public PostgresRenaming(Postgres postgres) {
        transactions = postgres.transactions();
        tags = postgres.tags();
    }

    @Override
    public void eachSubject(Optional<String> where, Consumer<Subject> sink) throws Outage {
        Optional<ConditionSql> condition = where.map(Condition::parse).map(ConditionSql::of);
        String sql = SUBJECTS + condition.map(ConditionSql::sql).orElse("true") + " order by f.id";
        transactions.report(
                connection -> {
                    try (var select = connection.prepareStatement(sql)) {
                        select.setFetchSize(FETCHED_AT_ONCE);
                        if (condition.isPresent()) {
                            condition.get().bind(select, 1);
                        }
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                sink.accept(subject(connection, rows));
                            }
                        }
                    }
                    return sink;
                });
    }

    @Override
    public long begin(String template) throws Outage {
        return transactions.run(
                connection -> {
                    try (var insert =
                            connection.prepareStatement(
                                    "insert into rename_run (template) values (?) returning id")) {
                        insert.setString(1, StorableText.of(template));
                        try (ResultSet rows = insert.executeQuery()) {
                            rows.next();
                            return rows.getLong(1);
                        }
                    }
                });
    }

    @Override
    public void apply(long run, List<Change> changes) throws Outage {
        var byFile = new TreeMap<Long, Change>();
        changes.forEach(each -> byFile.putIfAbsent(each.file(), each));
        List<Change> sorted = List.copyOf(byFile.values());
        transactions.run(
                connection -> {
                    try (var remember = connection.prepareStatement(REMEMBER);
                            var name = connection.prepareStatement(NAME)) {
                        BatchParameters.of(remember, sorted)
                                .one(run)
                                .longs(Change::file)
                                .texts(Change::after);
                        remember.executeUpdate();
                        BatchParameters.of(name, sorted)
                                .one(run)
                                .longs(Change::file)
                                .longs(Change::item)
                                .texts(Change::after);
                        return name.executeUpdate();
                    }
                });
    }

    @Override
    public Optional<Long> undo(long run) throws Outage {
        return transactions.sweep(
                connection -> {
                    long undone = 0;
                    for (String sql : List.of(UNDO_RUN, UNDO_NAMES, UNDO_FIRST_NAMES)) {
                        try (var update = connection.prepareStatement(sql)) {
                            update.setLong(1, run);
                            int changed = update.executeUpdate();
                            if (sql.equals(UNDO_RUN) && changed == 0) {
                                return Optional.empty();
                            }
                            undone += sql.equals(UNDO_RUN) ? 0 : changed;
                        }
                    }
                    return Optional.of(undone);
                });
    }

    private Subject subject(Connection connection, ResultSet rows) throws SQLException {
        String key = rows.getString(6);
        return new Subject(
                rows.getLong(1),
                rows.getLong(2),
                rows.getString(3),
                rows.getString(4),
                Columns.number(rows, 5),
                Optional.of(key).filter(each -> !each.isEmpty()),
                Columns.text(rows, 7).filter(camelot -> !camelot.isEmpty() && !key.isEmpty()),
                Columns.text(rows, 8),
                Columns.integer(rows, 9),
                rows.getString(10),
                Columns.text(rows, 11),
                tags.terms(connection, Columns.integers(rows, 12)));
    }
}
