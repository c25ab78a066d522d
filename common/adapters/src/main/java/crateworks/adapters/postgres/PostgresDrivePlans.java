package crateworks.adapters.postgres;

import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.Outage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The table {@code export}, before and after files are written. */
public final class PostgresDrivePlans implements DrivePlans {
    private static final int FETCHED_AT_ONCE = 1_000;

    private static final String GROUPS =
            """
            select category, tempo, key, count(*) from chosen group by 1, 2, 3 order by 1, 2, 3
            """;

    /**
     * The subquery looks a name up once; without the offset it would be looked up again to sort.
     */
    private static final String WAITING =
            """
            select id, category, tempo, key, name, quality from (
                select * from chosen offset 0) as waiting
            order by category, tempo, key, lower(name), blake3
            """;

    private static final String ROOM =
            """
            select count(*), coalesce(sum((size + ? - 1) / ? * ?), 0) from (
                select size from chosen
                union all
                select f.size from export e
                join file f on f.id = e.file
                join outcome o on o.item = f.first_item
                where e.drive = ? and e.written_at is null and o.session = ? and o.state = 'ready')
            """;
    private static final String WAIVE =
            """
            update outcome o set state = 'done', stage = 'export', at = now()
            where o.session = ? and o.state = 'ready' and not exists (
                select from export e where e.drive = ? and e.file = o.file)
            """;

    static final String LEFT_BEHIND =
            """
            select count(*), count(*) filter (where f.notes = 0)
            from outcome o
            join file f on f.id = o.file
            where o.session = ? and o.state = 'done' and o.stage = 'export' and not exists (
                select from export e
                where e.drive = ? and e.file = o.file and e.written_at is not null)
            """;
    private static final String TAKEN =
            "select name_folded from export where drive = ? and folder_folded = ?";
    private static final String PLACE =
            """
            insert into export (drive, file, path, folder_folded, name_folded)
            select ?, x.* from unnest(?, ?, ?, ?) as x
            on conflict (drive, file) do nothing
            """;
    private static final String ORIGINALS =
            """
            select e.path, f.pack, f.pack_offset, f.size, f.blake3
            from unnest(?) as x (path)
            join export e on e.drive = ? and e.path = x.path and e.written_at is not null
            join file f on f.id = e.file
            order by e.path
            """;
    private static final String ENTRIES =
            """
            with lying as (
                select file, path, hash, bytes, null as tree from export
                where drive = ? and written_at is not null
                union all
                select file, path, hash, bytes, tree from rendition where drive = ?)
            select coalesce(e.file, 0), e.path, e.hash, e.bytes,
                case when e.tree is null then %s else regexp_replace(e.path, '^.*/', '') end,
                coalesce(f.original_name, ''), coalesce(e.tree, m.category), m.bpm, m.key_name,
                m.meter, case when f.id is null then '{}' else %s end
            from lying e
            left join file f on f.id = e.file
            left join music m on m.file = f.id
            order by e.path
            """
                    .formatted(Library.NAME, Library.TAGS);

    private final Transactions transactions;
    private final TagDictionary tags;
    private final Orders orders;

    public PostgresDrivePlans(Postgres postgres) {
        transactions = postgres.transactions();
        tags = postgres.tags();
        orders = postgres.orders();
    }

    @Override
    public void forget(String drive) throws Outage {
        transactions.run(
                connection -> {
                    int number = Drives.find(connection, drive);
                    for (String table : List.of("export", "rendition")) {
                        try (var delete =
                                connection.prepareStatement(
                                        "delete from " + table + " where drive = ?")) {
                            delete.setInt(1, number);
                            delete.executeUpdate();
                        }
                    }
                    return number;
                });
    }

    @Override
    public Room room(long session, String drive, int blockBytes) throws Outage {
        return transactions.report(
                connection -> {
                    int number = Drives.find(connection, drive);
                    Selecting selecting = selecting(connection, session);
                    try (var select = selecting.prepare(connection, ROOM, session, number)) {
                        int at = selecting.parameters() + 1;
                        for (int each = 0; each < 3; each++) {
                            select.setLong(at++, blockBytes);
                        }
                        select.setInt(at++, number);
                        select.setLong(at, session);
                        try (ResultSet rows = select.executeQuery()) {
                            rows.next();
                            return new Room(rows.getLong(1), rows.getLong(2));
                        }
                    }
                });
    }

    @Override
    public long waive(long session, String drive) throws Outage {
        transactions.run(Statistics::renew);
        return transactions.sweep(
                connection -> {
                    if (!selecting(connection, session).isPartial()) {
                        return 0L;
                    }
                    try (var update = connection.prepareStatement(WAIVE)) {
                        update.setLong(1, session);
                        update.setInt(2, Drives.find(connection, drive));
                        return (long) update.executeUpdate();
                    }
                });
    }

    @Override
    public LeftBehind leftBehind(long session, String drive) throws Outage {
        return transactions.report(
                connection -> {
                    try (var select = connection.prepareStatement(LEFT_BEHIND)) {
                        select.setLong(1, session);
                        select.setInt(2, Drives.find(connection, drive));
                        try (ResultSet rows = select.executeQuery()) {
                            rows.next();
                            return new LeftBehind(rows.getLong(1), rows.getLong(2));
                        }
                    }
                });
    }

    @Override
    public List<Group> groups(long session, String drive) throws Outage {
        return transactions.report(
                connection -> {
                    var groups = new ArrayList<Group>();
                    try (var select = chosen(connection, GROUPS, session, drive);
                            ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            groups.add(
                                    new Group(
                                            rows.getString(1),
                                            rows.getInt(2),
                                            rows.getString(3),
                                            rows.getLong(4)));
                        }
                    }
                    return groups;
                });
    }

    @Override
    public void eachWaiting(long session, String drive, Consumer<Waiting> sink) throws Outage {
        transactions.report(
                connection -> {
                    try (var select = chosen(connection, WAITING, session, drive);
                            ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            sink.accept(
                                    new Waiting(
                                            rows.getLong(1),
                                            rows.getString(2),
                                            rows.getInt(3),
                                            rows.getString(4),
                                            rows.getString(5),
                                            rows.getDouble(6)));
                        }
                    }
                    return sink;
                });
    }

    @Override
    public Set<String> taken(String drive, String folder) throws Outage {
        return transactions.run(
                connection -> {
                    var taken = new HashSet<String>();
                    try (var select = connection.prepareStatement(TAKEN)) {
                        select.setInt(1, Drives.find(connection, drive));
                        select.setString(2, StorableText.of(Folded.fold(folder)));
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                taken.add(rows.getString(1));
                            }
                        }
                    }
                    return taken;
                });
    }

    @Override
    public void place(String drive, List<Placement> placements) throws Outage {
        if (placements.isEmpty()) {
            return;
        }
        var byFile = new TreeMap<Long, Placement>();
        placements.forEach(each -> byFile.putIfAbsent(each.file(), each));
        transactions.run(
                connection -> {
                    try (var insert = connection.prepareStatement(PLACE)) {
                        BatchParameters.of(insert, List.copyOf(byFile.values()))
                                .one(Drives.number(connection, drive))
                                .longs(Placement::file)
                                .texts(Placement::path)
                                .texts(each -> Folded.of(each.path()).folder())
                                .texts(each -> Folded.of(each.path()).name());
                        return insert.executeUpdate();
                    }
                });
    }

    @Override
    public List<Original> originals(String drive, List<String> paths) throws Outage {
        return transactions.report(
                connection -> {
                    var originals = new ArrayList<Original>();
                    try (var select = connection.prepareStatement(ORIGINALS)) {
                        BatchParameters.of(select, paths)
                                .texts(path -> path)
                                .one(Drives.find(connection, drive));
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                originals.add(original(rows));
                            }
                        }
                    }
                    return originals;
                });
    }

    @Override
    public void eachEntry(String drive, Consumer<Entry> sink) throws Outage {
        transactions.report(
                connection -> {
                    try (var select = connection.prepareStatement(ENTRIES)) {
                        select.setFetchSize(FETCHED_AT_ONCE);
                        int number = Drives.find(connection, drive);
                        select.setInt(1, number);
                        select.setInt(2, number);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                sink.accept(entry(rows, connection));
                            }
                        }
                    }
                    return sink;
                });
    }

    private Selecting selecting(Connection connection, long session) throws SQLException {
        return Selecting.of(orders.of(connection, session));
    }

    private PreparedStatement chosen(Connection connection, String rest, long session, String drive)
            throws SQLException {
        PreparedStatement select =
                selecting(connection, session)
                        .prepare(connection, rest, session, Drives.find(connection, drive));
        select.setFetchSize(FETCHED_AT_ONCE);
        return select;
    }

    private static Original original(ResultSet rows) throws SQLException {
        return new Original(
                rows.getString(1),
                new BlobRef(
                        rows.getString(2),
                        rows.getLong(3),
                        rows.getInt(4),
                        ContentHash.of(rows.getBytes(5))));
    }

    private Entry entry(ResultSet rows, Connection connection) throws SQLException {
        return new Entry(
                rows.getLong(1),
                rows.getString(2),
                HexFormat.of().formatHex(rows.getBytes(3)),
                rows.getLong(4),
                rows.getString(5),
                rows.getString(6),
                Columns.text(rows, 7).orElse(""),
                Columns.number(rows, 8),
                Columns.text(rows, 9).filter(key -> !key.isEmpty()),
                Columns.text(rows, 10),
                tags.terms(connection, Columns.integers(rows, 11)));
    }
}
