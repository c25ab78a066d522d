package crateworks.adapters.postgres;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Exporting;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.SessionState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table {@code export}: the place of each file on each drive, and what was written there. */
public final class PostgresExporting implements Exporting {
    private static final String PLACES =
            """
            select e.file, e.path, e.written_at is not null
            from unnest(?) as x (file) join export e on e.drive = ? and e.file = x.file
            """;
    private static final String WRITTEN =
            """
            insert into export as e (drive, file, path, folder_folded, name_folded, hash, bytes,
                written_at)
            select ?, x.*, now() from unnest(?, ?, ?, ?, ?, ?) as x
            on conflict (drive, file) do update set
                path = excluded.path, folder_folded = excluded.folder_folded,
                name_folded = excluded.name_folded, hash = excluded.hash, bytes = excluded.bytes,
                written_at = excluded.written_at
            where (e.path, e.hash, e.bytes) is distinct from
                (excluded.path, excluded.hash, excluded.bytes)
            """;
    private static final String MARK = "select mark from drive where path = ? and mark is not null";
    private static final String STATE = "select state from session where id = ?";

    private final Transactions transactions;
    private final Orders orders;

    public PostgresExporting(Postgres postgres) {
        transactions = postgres.transactions();
        orders = postgres.orders();
    }

    @Override
    public Map<Long, Place> places(String drive, List<Long> files) throws Outage {
        if (files.isEmpty()) {
            return Map.of();
        }
        return transactions.run(
                connection -> {
                    var places = new HashMap<Long, Place>();
                    try (var select = connection.prepareStatement(PLACES)) {
                        BatchParameters.of(select, files)
                                .longs(file -> file)
                                .one(Drives.find(connection, drive));
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                places.put(
                                        rows.getLong(1),
                                        new Place(rows.getString(2), rows.getBoolean(3)));
                            }
                        }
                    }
                    return places;
                });
    }

    @Override
    public Turn turn(long session) throws Outage {
        return transactions.run(
                connection -> {
                    Optional<Order> order = orders.of(connection, session).filter(Order::exports);
                    Optional<SessionState> state = state(connection, session);
                    if (order.isEmpty() || state.isEmpty()) {
                        return new Turn.Pass();
                    }
                    return switch (state.get()) {
                        case SCANNING, PROCESSING -> new Turn.Wait();
                        case EXPORTING -> go(connection, order.get().drive().orElseThrow());
                        case COMPLETED, CANCELLED, FAILED -> new Turn.Pass();
                    };
                });
    }

    @Override
    public void record(List<Placed> placed, List<Waived> unplaced) throws Outage {
        if (placed.isEmpty() && unplaced.isEmpty()) {
            return;
        }
        var byDrive = new TreeMap<String, Map<Long, Placed>>();
        var endings = new ArrayList<Ending>(placed.size() + unplaced.size());
        for (Placed each : placed) {
            byDrive.computeIfAbsent(each.drive(), drive -> new TreeMap<>()).put(each.file(), each);
            endings.add(Ending.done(each.item(), StageName.EXPORT.word(), each.file()));
        }
        for (Waived waived : unplaced) {
            endings.add(Ending.done(waived.item(), StageName.EXPORT.word(), 0));
        }
        transactions.run(
                connection -> {
                    for (var drive : byDrive.entrySet()) {
                        write(connection, drive.getKey(), drive.getValue().values());
                    }
                    Outcomes.end(connection, endings);
                    return endings;
                });
    }

    private static void write(Connection connection, String drive, Collection<Placed> placed)
            throws SQLException {
        try (var upsert = connection.prepareStatement(WRITTEN)) {
            BatchParameters.of(upsert, List.copyOf(placed))
                    .one(Drives.number(connection, drive))
                    .longs(Placed::file)
                    .texts(Placed::path)
                    .texts(each -> Folded.of(each.path()).folder())
                    .texts(each -> Folded.of(each.path()).name())
                    .hashes(Placed::hash)
                    .longs(Placed::bytes);
            upsert.executeUpdate();
        }
    }

    private static Turn go(Connection connection, String drive) throws SQLException {
        try (var select = connection.prepareStatement(MARK)) {
            select.setString(1, StorableText.of(drive));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Turn.Go(drive, rows.getString(1)) : new Turn.Wait();
            }
        }
    }

    private static Optional<SessionState> state(Connection connection, long session)
            throws SQLException {
        try (var select = connection.prepareStatement(STATE)) {
            select.setLong(1, session);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(SessionState.valueOf(rows.getString(1)))
                        : Optional.empty();
            }
        }
    }
}
