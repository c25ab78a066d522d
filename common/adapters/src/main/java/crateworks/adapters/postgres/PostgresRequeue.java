package crateworks.adapters.postgres;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Requeue;
import crateworks.pipeline.session.Selection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows of {@code outcome} that wait, and the records that bring their items onto the topics. */
public final class PostgresRequeue implements Requeue {
    private static final String REOPEN =
            """
            update outcome e set state = 'waiting', stage = ?, session = ?, code = '', detail = '',
                at = now()
            from occurrence o
            where o.item = e.item and o.source = any (?) and e.session <> ?
                and e.state = 'done' and e.stage <> 'discover'
            """;
    private static final String REOPEN_PARTS =
            """
            update outcome e set state = 'waiting', stage = 'analyze', session = ?, code = '',
                detail = '', at = now()
            from track_split p join occurrence o on o.item = p.parent_item
            where p.item = e.item and o.source = any (?) and e.session <> ? and e.state = 'done'
            """;

    /** Items without an end of their own have no row; those that an earlier run had have one. */
    private static final String REST =
            """
            with passed as (
                select f.first_item as item, f.id as file from file f
                where exists (select from occurrence o
                        where o.item = f.first_item and o.session = ?)
                    or exists (select from track_split p
                        where p.item = f.first_item and p.session = ?)
                    or exists (select from outcome e
                        where e.item = f.first_item and e.session = ? and e.state = 'waiting'))
            insert into outcome (item, session, file, attempts, state, stage, code, detail)
            select item, ?, file, 0, 'done', ?, '', '' from passed
            on conflict (item) do update set state = excluded.state, stage = excluded.stage,
                file = excluded.file, at = now()
                where outcome.session = excluded.session and outcome.state = 'waiting'
            """;

    private static final String GO_ON =
            """
            update outcome e set state = 'waiting', stage = 'sanitize', session = ?, code = '',
                detail = '', at = now()
            from occurrence o
            where o.item = e.item and o.source = any (?) and e.state = 'done'
                and e.stage = any (?)
            """;

    /** Analysis of the same version would only say the same again. */
    private static final String OF_ANOTHER_VERSION =
            """
             and not exists (select from musical_metadata m where m.file = e.file
                and m.item = e.item and m.version = ?)
            """;

    /**
     * Contents that lie in these sources, whoever owns them, and the parts of those; but nothing
     * that the selection leaves out again: where it has a limit, nothing of a category and range of
     * tempi that has so many on the drive; where it leaves near duplicates out, nothing that sounds
     * like what lies there. Never what has no note.
     */
    private static final String REOPEN_FOR_DRIVE =
            """
            with lying as (
                select %1$s as sound from export x join drive d on d.id = x.drive
                join file f on f.id = x.file join music m on m.file = f.id
                where d.path = ? and x.written_at is not null),
            filled as (
                select m.category, %2$s as tempo from export x join drive d on d.id = x.drive
                join music m on m.file = x.file
                where d.path = ? group by 1, 2 having count(*) >= ?),
            whole as (
                select f.id from file f join occurrence o on o.item = f.first_item
                where (? or o.source = any (?))
                union
                select e.file from outcome e join occurrence o on o.item = e.item
                where o.source = any (?) and e.state = 'duplicate'),
            wanted as (
                select id from whole
                union
                select p.child from track_split p join whole w on w.id = p.parent)
            update outcome e set state = 'ready', stage = 'export', session = ?, code = '',
                detail = '', at = now()
            from wanted w
            join file f on f.id = w.id
            join music m on m.file = f.id
            where e.item = f.first_item and f.notes > 0
                and (e.state = 'done' or e.state = 'ready' and e.session <> ?) and not exists (
                select from export x join drive d on d.id = x.drive
                where d.path = ? and x.file = f.id and x.written_at is not null)
                and (? or not exists (select from lying l where l.sound = %1$s))
                and not exists (
                    select from filled l where l.category = m.category and l.tempo = %2$s)
                and\s"""
                    .formatted(Library.SOUND, Selecting.TEMPO_FROM);

    private static final String LYING =
            """
            select count(*) from export x join drive d on d.id = x.drive
            where d.path = ? and x.written_at is not null
            """;

    /** Archives that could not be read are looked at again by the next search instead. */
    private static final String RETRY =
            """
            update outcome set session = ?, code = '', detail = '', at = now(),
                state = case when stage in ('rename', 'export') and ? then 'ready'
                    else 'waiting' end,
                stage = case stage when 'ingest' then 'ingest'
                    when 'sanitize' then 'sanitize' when 'split' then 'sanitize'
                    when 'analyze' then 'analyze'
                    else case when ? then 'export' else 'analyze' end end
            where state = 'parked' and stage <> 'discover'
            """;

    private static final String CAP = " and attempts < " + FAILED_ATTEMPTS_MAX;

    private static final String FORGET_RECORDS =
            """
            delete from parked p using outcome e where e.item = p.item and e.state <> 'parked'
            """;

    private final Transactions transactions;
    private final TagDictionary tags;
    private final Orders orders;
    private final int analysisVersion;

    /** {@code analysisVersion}: what analysis says now; see {@link #reopen}. */
    public PostgresRequeue(Postgres postgres, int analysisVersion) {
        this.analysisVersion = analysisVersion;
        transactions = postgres.transactions();
        tags = postgres.tags();
        orders = postgres.orders();
    }

    @Override
    public Page inFlight(long session, StageName stage, long afterItem, int max) throws Outage {
        return transactions.page(
                connection -> {
                    var inFlight = new InFlight(connection, tags, session);
                    List<Message> messages =
                            switch (stage) {
                                case INGEST -> inFlight.found(afterItem, max);
                                case SANITIZE -> inFlight.ingested(afterItem, max);
                                case ANALYZE -> inFlight.pieces(afterItem, max);
                                case EXPORT -> inFlight.analyzed(afterItem, max);
                                case SPLIT, RENAME -> List.of();
                            };
                    return new Page(
                            messages, messages.isEmpty() ? afterItem : messages.getLast().item());
                });
    }

    @Override
    public long reopen(long session, Scope scope) throws Outage {
        String stage =
                switch (scope.from()) {
                    case INGEST -> "ingest";
                    case SANITIZE, SPLIT -> "sanitize";
                    case ANALYZE -> "analyze";
                    case RENAME, EXPORT -> throw new IllegalArgumentException("see reopenForDrive");
                };
        return transactions.sweep(
                connection -> {
                    if (scope.from() != StageName.ANALYZE) {
                        return reopen(connection, session, stage, scope.sources());
                    }
                    return reopenOlder(connection, session, scope);
                });
    }

    private static long reopen(
            Connection connection, long session, String stage, List<String> sources)
            throws SQLException {
        try (var update = connection.prepareStatement(REOPEN)) {
            update.setString(1, stage);
            update.setLong(2, session);
            setTexts(connection, update, 3, sources);
            update.setLong(4, session);
            return update.executeUpdate();
        }
    }

    private long reopenOlder(Connection connection, long session, Scope scope) throws SQLException {
        try (var files = connection.prepareStatement(REOPEN + OF_ANOTHER_VERSION);
                var parts = connection.prepareStatement(REOPEN_PARTS + OF_ANOTHER_VERSION)) {
            files.setString(1, StageName.ANALYZE.word());
            files.setLong(2, session);
            setTexts(connection, files, 3, scope.sources());
            files.setLong(4, session);
            files.setInt(5, analysisVersion);
            parts.setLong(1, session);
            setTexts(connection, parts, 2, scope.sources());
            parts.setLong(3, session);
            parts.setInt(4, analysisVersion);
            return (long) files.executeUpdate() + parts.executeUpdate();
        }
    }

    @Override
    public long rest(long session, StageName last) throws Outage {
        return transactions.sweep(
                connection -> {
                    try (var insert = connection.prepareStatement(REST)) {
                        for (int at = 1; at <= 4; at++) {
                            insert.setLong(at, session);
                        }
                        insert.setString(5, last.word());
                        return (long) insert.executeUpdate();
                    }
                });
    }

    @Override
    public long goOn(long session, List<String> sources, StageName last) throws Outage {
        List<String> left =
                Stream.of(StageName.INGEST, StageName.SANITIZE, StageName.SPLIT)
                        .filter(stage -> stage.compareTo(last) < 0)
                        .map(StageName::word)
                        .toList();
        if (left.isEmpty()) {
            return 0;
        }
        return transactions.sweep(
                connection -> {
                    try (var update = connection.prepareStatement(GO_ON)) {
                        update.setLong(1, session);
                        setTexts(connection, update, 2, sources);
                        setTexts(connection, update, 3, left);
                        return (long) update.executeUpdate();
                    }
                });
    }

    @Override
    public long reopenForDrive(long session, List<String> sources, String drive) throws Outage {
        transactions.run(Statistics::renew);
        return transactions.sweep(
                connection -> {
                    Selection selection =
                            orders.of(connection, session)
                                    .map(order -> order.wishes().selection())
                                    .orElse(Selection.EVERYTHING);
                    return isFull(connection, drive, selection)
                            ? 0L
                            : reopenForDrive(connection, session, sources, drive, selection);
                });
    }

    /** Whether as many files lie on a drive as the selection allows; then none is chosen. */
    private static boolean isFull(Connection connection, String drive, Selection selection)
            throws SQLException {
        if (selection.filesMax().isEmpty()) {
            return false;
        }
        try (var select = connection.prepareStatement(LYING)) {
            select.setString(1, StorableText.of(drive));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() && rows.getLong(1) >= selection.filesMax().getAsLong();
            }
        }
    }

    private static long reopenForDrive(
            Connection connection,
            long session,
            List<String> sources,
            String drive,
            Selection selection)
            throws SQLException {
        Optional<ConditionSql> where = ConditionSql.of(selection);
        String sql = REOPEN_FOR_DRIVE + where.map(ConditionSql::sql).orElse("true");
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, StorableText.of(drive));
            update.setString(2, StorableText.of(drive));
            update.setInt(3, selection.folderFilesMax().orElse(Integer.MAX_VALUE));
            update.setBoolean(4, sources.contains(Origin.LIBRARY));
            setTexts(connection, update, 5, sources);
            setTexts(connection, update, 6, sources);
            update.setLong(7, session);
            update.setLong(8, session);
            update.setString(9, StorableText.of(drive));
            update.setBoolean(10, selection.nearDuplicates());
            if (where.isPresent()) {
                where.get().bind(update, 11);
            }
            return update.executeUpdate();
        }
    }

    @Override
    public long retry(long session, Choice choice) throws Outage {
        String restriction =
                switch (choice) {
                    case Choice.All _ -> CAP;
                    case Choice.Reason _ -> CAP + " and code = ?";
                    case Choice.Item _ -> " and item = ?";
                };
        return transactions.sweep(
                connection -> {
                    boolean exports = orders.exports(connection, session);
                    long retried;
                    try (var update = connection.prepareStatement(RETRY + restriction)) {
                        update.setLong(1, session);
                        update.setBoolean(2, exports);
                        update.setBoolean(3, exports);
                        switch (choice) {
                            case Choice.All _ -> {}
                            case Choice.Reason(var reason) ->
                                    update.setString(4, StorableText.of(reason));
                            case Choice.Item(long item) -> update.setLong(4, item);
                        }
                        retried = update.executeUpdate();
                    }
                    try (var delete = connection.prepareStatement(FORGET_RECORDS)) {
                        delete.executeUpdate();
                    }
                    return retried;
                });
    }

    private static void setTexts(
            Connection connection, PreparedStatement statement, int at, List<String> texts)
            throws SQLException {
        String[] storable = texts.stream().map(StorableText::of).toArray(String[]::new);
        statement.setArray(at, connection.createArrayOf("text", storable));
    }
}
