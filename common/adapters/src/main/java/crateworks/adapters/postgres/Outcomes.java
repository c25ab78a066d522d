package crateworks.adapters.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Writes the ends of items, always in the order of their numbers so that two batches never wait for
 * each other.
 *
 * <p>An end counts for the session that the item belongs to, whoever brings it. An item at rest
 * stays as it is until somebody asks for it again, except that it becomes a duplicate when a
 * smaller item takes its content over.
 */
final class Outcomes {
    private static final String UPSERT =
            """
            insert into outcome as o (item, session, state, stage, file, code, detail, attempts)
            select e.item, coalesce(f.session, p.session), e.state, e.stage,
                nullif(e.file, 0), e.code, e.detail, e.attempts
            from unnest(?, ?, ?, ?, ?, ?, ?)
                as e (item, state, stage, file, code, detail, attempts)
            left join occurrence f on f.item = e.item
            left join track_split p on p.item = e.item
            where coalesce(f.session, p.session) is not null
            on conflict (item) do update set
                state = excluded.state, stage = excluded.stage,
                file = coalesce(excluded.file, o.file), code = excluded.code,
                detail = excluded.detail, attempts = o.attempts + excluded.attempts, at = now()
            where o.state <> excluded.state and (excluded.state = 'duplicate'
                or o.state in ('waiting', 'ready', 'parked'))
            """;

    private Outcomes() {}

    /** Ends items; those that the database does not know have no end. */
    static void end(Connection connection, Collection<Ending> ends) throws SQLException {
        if (ends.isEmpty()) {
            return;
        }
        var byItem = new TreeMap<Long, Ending>();
        for (Ending end : ends) {
            byItem.merge(end.item(), end, Ending::or);
        }
        try (var upsert = connection.prepareStatement(UPSERT)) {
            BatchParameters.of(upsert, List.copyOf(byItem.values()))
                    .longs(Ending::item)
                    .texts(end -> end.state().word())
                    .texts(Ending::stage)
                    .longs(Ending::file)
                    .texts(Ending::code)
                    .texts(Ending::detail)
                    .ints(Ending::attempts);
            upsert.executeUpdate();
        }
    }
}
