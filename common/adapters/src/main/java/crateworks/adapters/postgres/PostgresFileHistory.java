package crateworks.adapters.postgres;

import crateworks.pipeline.port.FileHistory;
import crateworks.pipeline.port.Outage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** All tables, for one file. */
public final class PostgresFileHistory implements FileHistory {
    private static final String FILE =
            """
            select f.id, %s, f.original_name, f.blake3, f.size, f.format, f.tracks, f.notes,
                coalesce(m.duration_micros, f.duration_micros) / 1e6, m.bars, f.repairs,
                coalesce(e.state, 'in flight'), m.camelot, m.progression, m.role, m.drums,
                m.lowest_pitch, m.highest_pitch, m.notes_per_second,
                (select count(*) from (select from musical_metadata x
                    where x.fingerprint = m.fingerprint and x.file <> f.id limit 1000) y),
                m.version, m.chords, f.first_item, m.file is not null and m.fingerprint is not null
            from file f
            left join music m on m.file = f.id
            left join outcome e on e.item = f.first_item
            where f.id = ?
            """
                    .formatted(Library.NAME);
    private static final String VALUES =
            """
            select v.* from music m cross join lateral (values
                (1, 'bpm', round(m.bpm::numeric, 2)::text, m.bpm_confidence, m.bpm_source, ''),
                (2, 'key', nullif(m.key_name, ''), m.key_confidence, m.key_source, ''),
                (3, 'meter', m.meter, m.meter_confidence, m.meter_source, ''),
                (4, 'category', m.category, m.category_confidence,
                    case m.category_reason when 'set by hand' then 'user' else 'analysis' end,
                    m.category_reason))
                as v (ordinal, field, value, confidence, source, reason)
            where m.file = ? and v.value is not null order by v.ordinal
            """;
    private static final String TAGS =
            "select term, category, source, confidence from file_tag where file = ?"
                    + " order by confidence desc, term";
    private static final String NAMES =
            """
            select stage, name, reason from file_name where file = ?
            union all
            select 'user', value, 'set by hand' from user_value where file = ? and field = 'name'
            """;
    private static final String PLACES =
            """
            select o.item, %s, o.source, o.path, o.member, o.session,
                coalesce(e.state, 'in flight'), e.at, o.modified
            from occurrence o left join outcome e on e.item = o.item
            where o.item in (
                select coalesce((select p.parent_item from track_split p where p.item = i.item),
                    i.item)
                from (select ? as item
                    union all
                    (select e.item from outcome e where e.file = ? and e.state = 'duplicate'
                        order by e.item limit %d)) i)
            order by o.item limit %d
            """
                    .formatted(CatalogQuery.PLACE, PLACES_MAX, PLACES_MAX);
    private static final String PART =
            """
            select f.id, %s, p.track, p.channel, p.label, p.program, p.notes,
                coalesce(m.category, '')
            from track_split p
            join file f on f.id = %%s
            left join music m on m.file = f.id
            where %%s = ? order by p.track, p.channel, p.item limit %d
            """
                    .formatted(Library.NAME, PARTS_MAX);
    private static final String PARENT = PART.formatted("p.parent", "p.item");
    private static final String PARTS = PART.formatted("p.child", "p.parent");
    private static final String DRIVES =
            "select drive, path, written_at from export where file = ? order by drive";

    /** Turns a row into a value. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final Transactions transactions;

    public PostgresFileHistory(Postgres postgres) {
        transactions = postgres.transactions();
    }

    @Override
    public Optional<File> of(long file) throws Outage {
        return transactions.run(
                connection -> {
                    try (var select = connection.prepareStatement(FILE)) {
                        select.setLong(1, file);
                        try (ResultSet row = select.executeQuery()) {
                            return row.next()
                                    ? Optional.of(file(connection, row))
                                    : Optional.empty();
                        }
                    }
                });
    }

    private static File file(Connection connection, ResultSet row) throws SQLException {
        long id = row.getLong(1);
        long item = row.getLong(23);
        Optional<Part> parent =
                all(connection, PARENT, PostgresFileHistory::part, item).stream().findFirst();
        return new File(
                id,
                row.getString(2),
                row.getString(3),
                parent.isPresent(),
                HexFormat.of().formatHex(row.getBytes(4)),
                row.getLong(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getDouble(9),
                Columns.integer(row, 10),
                row.getString(11),
                row.getString(12),
                text(row, 13),
                text(row, 14),
                text(row, 15),
                row.getBoolean(16),
                Columns.integer(row, 17),
                Columns.integer(row, 18),
                Columns.number(row, 19),
                row.getBoolean(24) ? OptionalLong.of(row.getLong(20)) : OptionalLong.empty(),
                Columns.integer(row, 21),
                Columns.text(row, 22).orElse("[]"),
                all(connection, VALUES, PostgresFileHistory::value, id),
                all(connection, TAGS, PostgresFileHistory::tag, id),
                all(connection, NAMES, PostgresFileHistory::name, id, id),
                all(connection, PLACES, PostgresFileHistory::place, item, id),
                parent,
                all(connection, PARTS, PostgresFileHistory::part, id),
                all(connection, DRIVES, PostgresFileHistory::onDrive, id));
    }

    private static <T> List<T> all(
            Connection connection, String sql, Reading<T> reading, long... numbers)
            throws SQLException {
        var all = new ArrayList<T>();
        try (var select = connection.prepareStatement(sql)) {
            for (int at = 0; at < numbers.length; at++) {
                select.setLong(at + 1, numbers[at]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(reading.of(rows));
                }
            }
        }
        return all;
    }

    private static Value value(ResultSet row) throws SQLException {
        return new Value(
                row.getString(2), row.getString(3), row.getDouble(4), text(row, 5), text(row, 6));
    }

    private static Tag tag(ResultSet row) throws SQLException {
        return new Tag(row.getString(1), row.getString(2), row.getString(3), row.getDouble(4));
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(row.getString(1), row.getString(2), row.getString(3));
    }

    /** {@code modified} is in microseconds since 1970. */
    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                instant(row, 8),
                Instant.ofEpochMilli(row.getLong(9) / 1_000));
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getInt(6),
                row.getInt(7),
                row.getString(8));
    }

    private static OnDrive onDrive(ResultSet row) throws SQLException {
        return new OnDrive(row.getInt(1), row.getString(2), instant(row, 3));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Columns.text(row, column).orElse("");
    }
}
