package crateworks.adapters.postgres;

import crateworks.pipeline.ContentHash;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.message.Found;
import crateworks.pipeline.message.Ingested;
import crateworks.pipeline.message.Message;
import crateworks.pipeline.message.Origin;
import crateworks.pipeline.message.Piece;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records as the topics would carry them, made from the rows of items that have no end. */
final class InFlight {
    /** Reopened items are read from the pack, so that they stay what they were. */
    private static final String FOUND =
            """
            select o.item, coalesce(o.pack, f.pack), coalesce(o.pack_offset, f.pack_offset),
                coalesce(o.pack_length, f.size), coalesce(o.content_hash, f.blake3), o.source,
                o.path, o.member, o.size, o.modified
            from occurrence o
            left join outcome e on e.item = o.item
            left join file f on f.first_item = o.item
            where o.item > ? and (o.session = ? and e.item is null and f.id is null
                or e.session = ? and e.state = 'waiting' and e.stage = 'ingest')
            order by o.item limit ?
            """;

    private static final String INGESTED =
            """
            select f.first_item, f.pack, f.pack_offset, f.size, f.blake3, o.source, o.path,
                o.member, f.id, f.tags, f.tag_confidences
            from file f
            join occurrence o on o.item = f.first_item
            left join outcome e on e.item = f.first_item
            where f.first_item > ? and (o.session = ? and e.item is null
                or e.session = ? and e.state = 'waiting' and e.stage in ('sanitize', 'split'))
            order by f.first_item limit ?
            """;

    /** What analysis takes. */
    private static final String PIECE =
            """
            select f.first_item as item, f.pack, f.pack_offset, f.size, f.blake3, o.source, o.path,
                o.member, f.id, f.tags, f.tag_confidences, %1$s as name,
                p.parent, p.track, p.channel, p.label
            from file f
            left join track_split p on p.item = f.first_item
            join occurrence o on o.item = coalesce(p.parent_item, f.first_item)
            left join outcome e on e.item = f.first_item
            """
                    .formatted(Library.NAME);

    /** Files that wait for analysis itself, and then, as greater numbers, parts. */
    private static final String PIECES =
            PIECE
                    + """
                    where f.first_item > ? and (p.session = ? and e.item is null
                        or e.session = ? and e.state = 'waiting' and e.stage = 'analyze')
                    order by f.first_item limit ?
                    """;

    private static final String ANALYZED =
            """
            select e.item, f.pack, f.pack_offset, f.size, f.blake3, f.id, %s as name, p.parent,
                p.track, p.channel, p.label, m.bpm, %s, m.camelot, m.meter, m.bars,
                m.category, f.tags
            from outcome e
            join file f on f.id = e.file and f.first_item = e.item
            join music m on m.file = f.id
            left join track_split p on p.item = e.item
            where e.item > ? and e.session in (?, ?) and e.state = 'ready'
            order by e.item limit ?
            """
                    .formatted(Library.NAME, Library.NAMED_KEY);

    private final Connection connection;
    private final TagDictionary tags;
    private final long session;

    InFlight(Connection connection, TagDictionary tags, long session) {
        this.connection = connection;
        this.tags = tags;
        this.session = session;
    }

    private interface Reader {
        Message message(ResultSet rows) throws SQLException;
    }

    List<Message> found(long afterItem, int max) throws SQLException {
        return page(FOUND, afterItem, max, this::found);
    }

    List<Message> ingested(long afterItem, int max) throws SQLException {
        return page(INGESTED, afterItem, max, this::ingested);
    }

    List<Message> pieces(long afterItem, int max) throws SQLException {
        return page(PIECES, afterItem, max, this::piece);
    }

    List<Message> analyzed(long afterItem, int max) throws SQLException {
        return page(ANALYZED, afterItem, max, this::analyzed);
    }

    /** A file as analysis takes it, whatever its state. */
    Optional<Piece> piece(long file) throws SQLException {
        try (var select = connection.prepareStatement(PIECE + "where f.id = ?")) {
            select.setLong(1, file);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(piece(rows)) : Optional.empty();
            }
        }
    }

    private List<Message> page(String query, long afterItem, int max, Reader reader)
            throws SQLException {
        var messages = new ArrayList<Message>();
        try (var select = connection.prepareStatement(query)) {
            select.setLong(1, afterItem);
            select.setLong(2, session);
            select.setLong(3, session);
            select.setInt(4, max);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    messages.add(reader.message(rows));
                }
            }
        }
        return messages;
    }

    private Message found(ResultSet rows) throws SQLException {
        Optional<BlobRef> content =
                Columns.text(rows, 2).isPresent() ? Optional.of(content(rows)) : Optional.empty();
        return new Found(
                Message.VERSION,
                session,
                rows.getLong(1),
                origin(rows),
                rows.getLong(9),
                rows.getLong(10),
                content);
    }

    private Message ingested(ResultSet rows) throws SQLException {
        return new Ingested(
                Message.VERSION,
                session,
                rows.getLong(1),
                rows.getLong(9),
                origin(rows),
                content(rows),
                tags.marks(connection, Columns.integers(rows, 10), Columns.fractions(rows, 11)));
    }

    private Piece piece(ResultSet rows) throws SQLException {
        return new Piece(
                Message.VERSION,
                session,
                rows.getLong(1),
                rows.getLong(9),
                origin(rows),
                content(rows),
                tags.marks(connection, Columns.integers(rows, 10), Columns.fractions(rows, 11)),
                rows.getString(12),
                part(rows, 13));
    }

    private Message analyzed(ResultSet rows) throws SQLException {
        String key = rows.getString(13);
        return new Analyzed(
                Message.VERSION,
                session,
                rows.getLong(1),
                rows.getLong(6),
                content(rows),
                rows.getString(7),
                part(rows, 8),
                Columns.number(rows, 12),
                Optional.of(key).filter(each -> !each.isEmpty()),
                Columns.text(rows, 14).filter(camelot -> !camelot.isEmpty() && !key.isEmpty()),
                Columns.text(rows, 15),
                Columns.integer(rows, 16),
                rows.getString(17),
                tags.terms(connection, Columns.integers(rows, 18)));
    }

    private static BlobRef content(ResultSet rows) throws SQLException {
        return new BlobRef(
                rows.getString(2),
                rows.getLong(3),
                rows.getInt(4),
                ContentHash.of(rows.getBytes(5)));
    }

    private static Origin origin(ResultSet rows) throws SQLException {
        return new Origin(rows.getString(6), rows.getString(7), rows.getString(8));
    }

    private static Optional<Piece.PartOf> part(ResultSet rows, int column) throws SQLException {
        if (Columns.bigint(rows, column).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Piece.PartOf(
                        rows.getLong(column),
                        rows.getInt(column + 1),
                        rows.getInt(column + 2),
                        rows.getString(column + 3)));
    }
}
