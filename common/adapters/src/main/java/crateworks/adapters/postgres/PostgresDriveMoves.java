package crateworks.adapters.postgres;

import crateworks.pipeline.port.DriveMoves;
import crateworks.pipeline.port.Outage;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** The paths in the table {@code export}, where files change theirs. */
public final class PostgresDriveMoves implements DriveMoves {
    private static final int FETCHED_AT_ONCE = 1_000;
    private static final String NAMED =
            """
            select e.file, e.path, e.hash, %s as name
            from export e join file f on f.id = e.file
            where e.drive = ? and e.written_at is not null
            order by e.path
            """
                    .formatted(Library.NAME);
    private static final String INTEND =
            """
            update export e set path = x.path, folder_folded = x.folder, name_folded = x.name,
                moved_from = coalesce(e.moved_from, e.path)
            from unnest(?, ?, ?, ?, ?) as x (file, before, path, folder, name)
            where e.drive = ? and e.file = x.file and e.path = x.before
            """;
    private static final String UNDER_WAY =
            """
            select file, moved_from, path from export
            where drive = ? and moved_from is not null order by path
            """;
    private static final String DONE =
            """
            update export e set moved_from = null from unnest(?, ?) as x (file, path)
            where e.drive = ? and e.file = x.file and e.path = x.path
            """;

    private final Transactions transactions;

    public PostgresDriveMoves(Postgres postgres) {
        transactions = postgres.transactions();
    }

    @Override
    public void eachNamed(String drive, Consumer<Named> sink) throws Outage {
        transactions.report(
                connection -> {
                    try (var select = connection.prepareStatement(NAMED)) {
                        select.setFetchSize(FETCHED_AT_ONCE);
                        select.setInt(1, Drives.find(connection, drive));
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                sink.accept(
                                        new Named(
                                                rows.getLong(1),
                                                rows.getString(2),
                                                HexFormat.of().formatHex(rows.getBytes(3)),
                                                rows.getString(4)));
                            }
                        }
                    }
                    return sink;
                });
    }

    @Override
    public void intend(String drive, List<Move> moves) throws Outage {
        transactions.run(
                connection -> {
                    try (var update = connection.prepareStatement(INTEND)) {
                        BatchParameters.of(update, moves)
                                .longs(Move::file)
                                .texts(Move::from)
                                .texts(Move::to)
                                .texts(move -> Folded.of(move.to()).folder())
                                .texts(move -> Folded.of(move.to()).name())
                                .one(Drives.find(connection, drive));
                        return update.executeUpdate();
                    }
                });
    }

    @Override
    public List<Move> underWay(String drive) throws Outage {
        return transactions.run(
                connection -> {
                    var moves = new ArrayList<Move>();
                    try (var select = connection.prepareStatement(UNDER_WAY)) {
                        select.setInt(1, Drives.find(connection, drive));
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                moves.add(
                                        new Move(
                                                rows.getLong(1),
                                                rows.getString(2),
                                                rows.getString(3)));
                            }
                        }
                    }
                    return moves;
                });
    }

    @Override
    public void done(String drive, List<Move> moves) throws Outage {
        transactions.run(
                connection -> {
                    try (var update = connection.prepareStatement(DONE)) {
                        BatchParameters.of(update, moves)
                                .longs(Move::file)
                                .texts(Move::to)
                                .one(Drives.find(connection, drive));
                        return update.executeUpdate();
                    }
                });
    }
}
