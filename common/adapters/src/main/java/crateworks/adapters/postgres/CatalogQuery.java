package crateworks.adapters.postgres;

import crateworks.pipeline.port.Catalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/** The statement behind the rows of the catalog, and how a row is read. */
final class CatalogQuery {
    static final String PLACE =
            """
            o.source || '/' || o.path || case o.member when '' then '' else '!/' || o.member end""";

    static final String ROWS =
            """
            with place as (
                select f.id as file, o.item, %1$s as place
                from file f join occurrence o on o.item = f.first_item
                union all
                select e.file, o.item, %1$s
                from outcome e join occurrence o on o.item = e.item
                where e.state = 'duplicate'),
            source as (
                select file, array_agg(place order by item) as places from place group by file),
            exported as (
                select distinct on (x.file) x.file, d.path || '/' || x.path as path
                from export x join drive d on d.id = x.drive
                where x.written_at is not null
                order by x.file, x.written_at desc, x.drive)
            select f.id, p.parent, p.item is not null, f.blake3, f.size, s.places[1],
                %2$s, f.original_name, f.format, f.tracks, f.notes, f.repairs,
                p.track, p.channel, coalesce(e.state, 'in flight'),
                m.bpm, m.bpm_confidence, m.bpm_source,
                m.key_name, m.mode, m.key_confidence, m.key_source, m.camelot,
                m.meter, m.meter_confidence, m.bars,
                coalesce(m.duration_micros, f.duration_micros) / 1e6, m.drums, m.drum_channels,
                m.drum_classes, m.family, m.category, m.category_confidence, m.category_reason, %3$s,
                m.chords, m.progression, s.places, x.path, lpad(to_hex(m.fingerprint), 16, '0'),
                m.role, m.lowest_pitch, m.highest_pitch, m.notes_per_second, d.*
            from file f
            left join track_split p on p.item = f.first_item
            left join music m on m.file = f.id
            left join lateral json_to_record(m.details) as d (voicing text,
                "polyphonyMean" double precision, "velocityMean" double precision,
                syncopation double precision, "drumPattern" text, "drumFeel" text,
                "drumSwing" double precision, "drumTechniques" text[], "drumCounts" json) on true
            left join outcome e on e.item = f.first_item
            left join source s on s.file = coalesce(p.parent, f.id)
            left join exported x on x.file = f.id
            order by f.id
            """
                    .formatted(PLACE, Library.NAME, Library.TAGS);

    private CatalogQuery() {}

    static Catalog.Row row(ResultSet rows, Connection connection, TagDictionary tags)
            throws SQLException {
        return new Catalog.Row(
                rows.getLong(1),
                Columns.bigint(rows, 2),
                rows.getBoolean(3) ? "part" : "source",
                HexFormat.of().formatHex(rows.getBytes(4)),
                rows.getLong(5),
                text(rows, 6),
                rows.getString(7),
                rows.getString(8),
                rows.getInt(9),
                rows.getInt(10),
                rows.getInt(11),
                rows.getString(12),
                Columns.integer(rows, 13),
                Columns.integer(rows, 14),
                rows.getString(15),
                Columns.number(rows, 16),
                rows.getDouble(17),
                text(rows, 18),
                text(rows, 19),
                text(rows, 20),
                rows.getDouble(21),
                text(rows, 22),
                text(rows, 23),
                text(rows, 24),
                rows.getDouble(25),
                Columns.integer(rows, 26),
                rows.getDouble(27),
                rows.getBoolean(28),
                Columns.integers(rows, 29),
                Columns.texts(rows, 30),
                text(rows, 31),
                text(rows, 32),
                rows.getDouble(33),
                text(rows, 34),
                figures(rows, 41),
                tags.terms(connection, Columns.integers(rows, 35)),
                Columns.text(rows, 36).orElse("[]"),
                text(rows, 37),
                Columns.text(rows, 40),
                Columns.texts(rows, 38),
                Columns.text(rows, 39));
    }

    private static Catalog.Figures figures(ResultSet rows, int column) throws SQLException {
        return new Catalog.Figures(
                text(rows, column),
                text(rows, column + 4),
                Columns.integer(rows, column + 1),
                Columns.integer(rows, column + 2),
                Columns.number(rows, column + 3),
                Columns.number(rows, column + 5),
                Columns.number(rows, column + 6),
                Columns.number(rows, column + 7),
                text(rows, column + 8),
                text(rows, column + 9),
                Columns.number(rows, column + 10),
                Columns.texts(rows, column + 11),
                Columns.text(rows, column + 12).orElse("{}"));
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        return Columns.text(rows, column).orElse("");
    }
}
