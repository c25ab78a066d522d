package crateworks.adapters.postgres;

import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Renditions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The table {@code rendition}, and what of the library it is made of. */
public final class PostgresRenditions implements Renditions {
    private static final int FETCHED_AT_ONCE = 1_000;

    private static final String GENRE = "genre";

    private static final String CONTENT = "f.id, f.pack, f.pack_offset, f.size, f.blake3";

    private static final String ON_DRIVE =
            """
             from export e
            join file f on f.id = e.file
            join music m on m.file = f.id
            where e.drive = ?
            """;

    private static final String BEST_FIRST = "order by " + Library.QUALITY + " desc, f.blake3";

    private static final String PARTS =
            "select "
                    + CONTENT
                    + ", "
                    + Library.NAME
                    + ", m.category, m.bpm, "
                    + Library.NAMED_KEY
                    + ", coalesce(m.bars, 0), m.drums, "
                    + Library.TAGS
                    + """
                    , array(select r.tree from rendition r
                        where r.drive = e.drive and r.file = f.id order by 1),
                        (m.details ->> 'quarterBpm')::float8"""
                    + ON_DRIVE
                    + """
                    and f.notes between 1 and ? and coalesce(m.bars, 0) <= ?
                    and not exists (select from track_split s where s.parent = f.id)
                    """
                    + BEST_FIRST
                    + " limit ?";

    private static final String COMING =
            """
            select count(*), coalesce(sum(f.notes), 0)
            from outcome o
            join file f on f.id = o.file and f.first_item = o.item
            where o.session = ? and o.state = 'ready' and f.notes between 1 and ?
                and not exists (select from track_split s where s.parent = f.id)
                and not exists (select from rendition r where r.drive = ? and r.file = f.id)
            """;

    private static final String SONGS =
            "select "
                    + CONTENT
                    + ", "
                    + Library.NAME
                    + """
                    , coalesce((select to_char(to_timestamp(o.modified / 1e6) at time zone 'UTC',
                        'YYYY-MM') from occurrence o where o.item = f.first_item), '1970-01')"""
                    + ON_DRIVE
                    + """
                    and exists (select from track_split s where s.parent = f.id)
                    and not exists (select from rendition r
                        where r.drive = e.drive and r.file = f.id and r.tree = ?)
                    """
                    + BEST_FIRST;

    private static final String CHORDS =
            "select f.id, m.chords::text, m.tonic, m.mode = 'minor', m.bpm, "
                    + Library.TAGS
                    + ON_DRIVE
                    + """
                    and m.progression <> '' and m.tonic is not null
                    order by m.key_confidence
                        + coalesce((m.details ->> 'chordsConfidence')::float8, 0) desc, f.blake3
                    limit ?""";

    private static final String MADE =
            """
            select tree, file, path, signature, hash, bytes from rendition
            where drive = ? and tree = ? order by path
            """;

    private static final String RECORD =
            """
            insert into rendition (drive, tree, file, path, folder_folded, name_folded, signature,
                hash, bytes)
            select ?, x.* from unnest(?, ?, ?, ?, ?, ?, ?, ?) as x
            on conflict (drive, folder_folded, name_folded) do update set
                tree = excluded.tree, file = excluded.file, path = excluded.path,
                signature = excluded.signature, hash = excluded.hash, bytes = excluded.bytes
            """;

    private static final String FORGET =
            """
            delete from rendition r using unnest(?) as x (path)
            where r.drive = ? and r.path = x.path
            """;

    private final Transactions transactions;
    private final TagDictionary tags;

    public PostgresRenditions(Postgres postgres) {
        transactions = postgres.transactions();
        tags = postgres.tags();
    }

    @Override
    public Coming coming(long session, String drive, int notesMax) throws Outage {
        return transactions.report(
                connection -> {
                    try (var select = connection.prepareStatement(COMING)) {
                        select.setLong(1, session);
                        select.setInt(2, notesMax);
                        select.setInt(3, Drives.find(connection, drive));
                        try (ResultSet rows = select.executeQuery()) {
                            rows.next();
                            return new Coming(rows.getLong(1), rows.getLong(2));
                        }
                    }
                });
    }

    @Override
    public void eachPart(String drive, Limits limits, Consumer<Part> sink) throws Outage {
        each(
                PARTS,
                drive,
                select -> {
                    select.setInt(2, limits.notesMax());
                    select.setInt(3, limits.barsMax());
                    select.setInt(4, limits.partsMax());
                },
                (rows, connection) -> sink.accept(part(rows, connection)));
    }

    @Override
    public void eachSong(String drive, String tree, Consumer<Song> sink) throws Outage {
        each(
                SONGS,
                drive,
                select -> select.setString(2, tree),
                (rows, _) ->
                        sink.accept(
                                new Song(
                                        rows.getLong(1),
                                        content(rows),
                                        rows.getString(6),
                                        rows.getString(7))));
    }

    @Override
    public List<Chords> chords(String drive, int max) throws Outage {
        var chords = new ArrayList<Chords>();
        each(
                CHORDS,
                drive,
                select -> select.setInt(2, max),
                (rows, connection) ->
                        chords.add(
                                new Chords(
                                        rows.getLong(1),
                                        rows.getString(2),
                                        rows.getInt(3),
                                        rows.getBoolean(4),
                                        Columns.number(rows, 5),
                                        genres(rows, 6, connection))));
        return chords;
    }

    @Override
    public List<Made> made(String drive, String tree) throws Outage {
        var made = new ArrayList<Made>();
        each(
                MADE,
                drive,
                select -> select.setString(2, tree),
                (rows, _) ->
                        made.add(
                                new Made(
                                        rows.getString(1),
                                        Columns.bigint(rows, 2),
                                        rows.getString(3),
                                        rows.getString(4),
                                        ContentHash.of(rows.getBytes(5)),
                                        rows.getLong(6))));
        return made;
    }

    @Override
    public void record(String drive, List<Made> made) throws Outage {
        if (made.isEmpty()) {
            return;
        }
        var byPath = new TreeMap<String, Made>();
        made.forEach(each -> byPath.put(Folded.fold(each.path()), each));
        transactions.run(
                connection -> {
                    try (var insert = connection.prepareStatement(RECORD)) {
                        BatchParameters.of(insert, List.copyOf(byPath.values()))
                                .one(Drives.number(connection, drive))
                                .texts(Made::tree)
                                .longs(
                                        each ->
                                                each.file().isPresent()
                                                        ? each.file().getAsLong()
                                                        : null)
                                .texts(Made::path)
                                .texts(each -> Folded.of(each.path()).folder())
                                .texts(each -> Folded.of(each.path()).name())
                                .texts(Made::signature)
                                .hashes(Made::hash)
                                .longs(Made::bytes);
                        return insert.executeUpdate();
                    }
                });
    }

    @Override
    public void forget(String drive, List<String> paths) throws Outage {
        transactions.run(
                connection -> {
                    try (var delete = connection.prepareStatement(FORGET)) {
                        BatchParameters.of(delete, paths)
                                .texts(path -> path)
                                .one(Drives.find(connection, drive));
                        return delete.executeUpdate();
                    }
                });
    }

    private void each(String sql, String drive, Binding binding, Row row) throws Outage {
        transactions.report(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(sql)) {
                        select.setFetchSize(FETCHED_AT_ONCE);
                        select.setInt(1, Drives.find(connection, drive));
                        binding.bind(select);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                row.take(rows, connection);
                            }
                        }
                    }
                    return row;
                });
    }

    private Part part(ResultSet rows, Connection connection) throws SQLException {
        return new Part(
                rows.getLong(1),
                content(rows),
                rows.getString(6),
                rows.getString(7),
                Columns.number(rows, 8),
                Columns.number(rows, 14),
                rows.getString(9),
                rows.getInt(10),
                rows.getBoolean(11),
                genres(rows, 12, connection),
                Columns.texts(rows, 13));
    }

    private List<String> genres(ResultSet rows, int column, Connection connection)
            throws SQLException {
        return tags.terms(connection, Columns.integers(rows, column), GENRE);
    }

    private static BlobRef content(ResultSet rows) throws SQLException {
        return new BlobRef(
                rows.getString(2),
                rows.getLong(3),
                rows.getInt(4),
                ContentHash.of(rows.getBytes(5)));
    }

    private interface Binding {
        void bind(PreparedStatement select) throws SQLException;
    }

    private interface Row {
        void take(ResultSet rows, Connection connection) throws SQLException;
    }
}
