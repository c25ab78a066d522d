package crateworks.adapters.postgres;

import crateworks.pipeline.StageName;
import crateworks.pipeline.message.BlobRef;
import crateworks.pipeline.port.Discoveries;
import crateworks.pipeline.port.Outage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table {@code occurrence}: a row for each place with its size and time. */
public final class PostgresDiscoveries implements Discoveries {
    private static final String INSERT =
            """
            insert into occurrence (item, session, place_key, again, source, path, member, ordinal,
                size, modified, pack, pack_offset, pack_length, content_hash)
            select nextval('found_number') << 20, ?, place_key, again, source, path, member,
                ordinal, size, modified, pack, pack_offset, pack_length, content_hash
            from (select x.*
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                    as x (place_key, again, source, path, member, ordinal, size, modified, pack,
                        pack_offset, pack_length, content_hash, position)
                where not exists (select from occurrence o where o.place_key = x.place_key)
                order by x.position) as unseen
            on conflict (place_key) do nothing
            returning place_key, item
            """;

    /** Places that failed and are looked at again keep their number and join the session. */
    private static final String RETRY =
            """
            with retried as (
                update occurrence o set again = x.again
                from unnest(?, ?, ?, ?, ?, ?) as x (place_key, again, state, stage, code, detail)
                where o.place_key = x.place_key and o.again
                returning o.place_key, o.item, x.state, x.stage, x.code, x.detail)
            update outcome e set session = ?, state = r.state, stage = r.stage, code = r.code,
                detail = r.detail, at = now(),
                attempts = e.attempts + case when r.state = 'parked' then 1 else 0 end
            from retried r
            where e.item = r.item and e.stage = 'discover'
                and (r.state <> e.state or e.session <> ?)
            returning r.place_key, r.item
            """;

    /** Places without a time are folders, or files whose size and time nobody knew yet. */
    private static final String SETTLE_UNMET =
            """
            update outcome e set session = ?, at = now(), detail = r.detail,
                code = case when r.gone then 'GONE' else '' end,
                state = case when r.gone then 'rejected' else 'opened' end
            from (
                select p.item, g.gone,
                    case when g.gone then 'It is no longer where it was found: put it back and'
                        || ' run again, or let it go.' else '' end as detail
                from outcome p join occurrence o on o.item = p.item,
                lateral (select o.modified <> 0 and not exists (
                    select from occurrence n where n.source = o.source and n.path = o.path
                        and n.member = o.member and n.item > o.item) as gone) g
                where p.state = 'parked' and p.stage = 'discover' and p.session <> ?
                    and o.source = ?) r
            where e.item = r.item
            """;

    private static final String SEEN =
            """
            select x.position, coalesce(e.session, o.session) = ?
            from unnest(?) with ordinality as x (place_key, position)
            join occurrence o on o.place_key = x.place_key
            left join outcome e on e.item = o.item
            where not o.again
            """;

    private final Transactions transactions;

    public PostgresDiscoveries(Postgres postgres) {
        transactions = postgres.transactions();
    }

    private record Place(UUID key, Sighting sighting) {
        static Place of(Sighting sighting) {
            var origin = sighting.origin();
            UUID key =
                    Key.begin()
                            .and(origin.source())
                            .and(origin.path())
                            .and(origin.member())
                            .and(sighting.index())
                            .and(sighting.size())
                            .and(sighting.modified())
                            .end();
            return new Place(key, sighting);
        }

        boolean again() {
            return sighting.end().orElse(null) instanceof End.Parked;
        }

        <T> @Nullable T content(Function<BlobRef, T> column) {
            return sighting.content().map(column).orElse(null);
        }

        Ending ending(long item) {
            return switch (sighting.end().orElse(null)) {
                case End.Rejected(var code, var detail) ->
                        Ending.rejected(item, Ending.DISCOVER, code, detail);
                case End.Parked(var reason, var detail) ->
                        Ending.parked(item, Ending.DISCOVER, reason, detail, 1);
                case End.Opened _ -> Ending.opened(item);
                case null -> Ending.waiting(item, StageName.INGEST);
            };
        }
    }

    @Override
    public List<OptionalLong> record(long session, List<Sighting> sightings) throws Outage {
        if (sightings.isEmpty()) {
            return List.of();
        }
        List<Place> places = sightings.stream().map(Place::of).toList();
        Map<UUID, Long> items = transactions.run(connection -> record(connection, session, places));
        var answers = new ArrayList<OptionalLong>(places.size());
        for (Place place : places) {
            // The same place twice in one batch: the first is the new one.
            Long item = items.remove(place.key());
            answers.add(item == null ? OptionalLong.empty() : OptionalLong.of(item));
        }
        return answers;
    }

    @Override
    public void settleUnmet(long session, String source) throws Outage {
        transactions.report(
                connection -> {
                    try (var update = connection.prepareStatement(SETTLE_UNMET)) {
                        update.setLong(1, session);
                        update.setLong(2, session);
                        update.setString(3, StorableText.of(source));
                        return update.executeUpdate();
                    }
                });
    }

    @Override
    public List<Seen> seen(long session, List<Sighting> sightings) throws Outage {
        if (sightings.isEmpty()) {
            return List.of();
        }
        List<Place> places = sightings.stream().map(Place::of).toList();
        return transactions.run(
                connection -> {
                    var seen = new Seen[places.size()];
                    Arrays.fill(seen, Seen.NEVER);
                    try (var select = connection.prepareStatement(SEEN)) {
                        BatchParameters.of(select, places).one(session).keys(Place::key);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                seen[rows.getInt(1) - 1] =
                                        rows.getBoolean(2) ? Seen.IN_THIS_SESSION : Seen.EARLIER;
                            }
                        }
                    }
                    return List.of(seen);
                });
    }

    private static Map<UUID, Long> record(Connection connection, long session, List<Place> places)
            throws SQLException {
        Map<UUID, Long> items = inserted(connection, session, places);
        var endings = new ArrayList<Ending>();
        var old = new ArrayList<Place>();
        for (Place place : places) {
            Long item = items.get(place.key());
            if (item == null) {
                old.add(place);
            } else if (place.sighting().end().isPresent()) {
                endings.add(place.ending(item));
            }
        }
        Outcomes.end(connection, endings);
        if (!old.isEmpty()) {
            items.putAll(retried(connection, session, old));
        }
        return items;
    }

    private static Map<UUID, Long> inserted(Connection connection, long session, List<Place> places)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            BatchParameters.of(insert, places)
                    .one(session)
                    .keys(Place::key)
                    .flags(Place::again)
                    .texts(place -> place.sighting().origin().source())
                    .texts(place -> place.sighting().origin().path())
                    .texts(place -> place.sighting().origin().member())
                    .ints(place -> place.sighting().index())
                    .longs(place -> place.sighting().size())
                    .longs(place -> place.sighting().modified())
                    .texts(place -> place.content(BlobRef::pack))
                    .longs(place -> place.content(BlobRef::offset))
                    .ints(place -> place.content(BlobRef::length))
                    .hashes(place -> place.content(BlobRef::hash));
            return itemsByKey(insert);
        }
    }

    private static Map<UUID, Long> retried(Connection connection, long session, List<Place> places)
            throws SQLException {
        List<Ending> endings = places.stream().map(place -> place.ending(0)).toList();
        try (var update = connection.prepareStatement(RETRY)) {
            BatchParameters.of(update, places).keys(Place::key).flags(Place::again);
            BatchParameters.of(update, endings)
                    .after(2)
                    .texts(ending -> ending.state().word())
                    .texts(Ending::stage)
                    .texts(Ending::code)
                    .texts(Ending::detail)
                    .one(session)
                    .one(session);
            return itemsByKey(update);
        }
    }

    private static Map<UUID, Long> itemsByKey(PreparedStatement statement) throws SQLException {
        var items = new HashMap<UUID, Long>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                items.put(rows.getObject(1, UUID.class), rows.getLong(2));
            }
        }
        return items;
    }
}
