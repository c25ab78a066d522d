package crateworks.adapters.postgres;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Claim;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Splitting;
import crateworks.pipeline.port.Verdict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The table {@code track_split}: a row for each part, with the file of its content. */
public final class PostgresSplitting implements Splitting {
    private static final String KIND = "midi";
    private static final String UPSERT =
            """
            with recorded as (
                insert into track_split as t (item, session, parent, parent_item, child, track,
                    channel, program, notes, label)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (item) do update set
                    parent = excluded.parent, parent_item = excluded.parent_item,
                    child = excluded.child, track = excluded.track, channel = excluded.channel,
                    program = excluded.program, notes = excluded.notes, label = excluded.label
                where (t.parent, t.child, t.track, t.channel, t.program, t.notes, t.label)
                    is distinct from (excluded.parent, excluded.child, excluded.track,
                        excluded.channel, excluded.program, excluded.notes, excluded.label)
                returning xmax = 0 as fresh)
            select count(*) from recorded where fresh
            """;

    /** Parts of a file that a later session splits again go through analysis with it. */
    private static final String RESUME =
            """
            update outcome set state = 'waiting', stage = 'analyze', session = r.session, at = now()
            from (select o.item, x.session
                from unnest(?, ?) as x (item, session) join outcome o on o.item = x.item
                where o.session < x.session and o.state in ('done', 'rejected', 'parked', 'ready')
                order by o.item for update of o) as r
            where outcome.item = r.item
            """;

    private final Transactions transactions;
    private final TagDictionary tags;

    public PostgresSplitting(Postgres postgres) {
        transactions = postgres.transactions();
        tags = postgres.tags();
    }

    private record Split(PartRow part, Claim claim) {}

    @Override
    public List<Claim> record(List<PartRow> parts, List<Verdict> rejected) throws Outage {
        List<Claims.Claimant> claimants = parts.stream().map(PostgresSplitting::claimant).toList();
        var numbered = tags.number(parts.stream().map(PartRow::tags).toList());
        return transactions.run(
                connection -> {
                    var decided = Claims.decide(connection, StageName.SPLIT, claimants, numbered);
                    var splits = new TreeMap<Long, Split>();
                    for (int at = 0; at < parts.size(); at++) {
                        PartRow part = parts.get(at);
                        splits.put(part.item(), new Split(part, decided.claims().get(at)));
                    }
                    insert(connection, splits.values());
                    List<Ending> endings = decided.endings();
                    rejected.forEach(verdict -> endings.add(Ending.rejected(verdict)));
                    Outcomes.end(connection, endings);
                    return decided.claims();
                });
    }

    private static void insert(Connection connection, Collection<Split> splits)
            throws SQLException {
        if (splits.isEmpty()) {
            return;
        }
        long fresh;
        try (var upsert = connection.prepareStatement(UPSERT)) {
            BatchParameters.of(upsert, List.copyOf(splits))
                    .longs(split -> split.part().item())
                    .longs(split -> split.part().session())
                    .longs(split -> split.part().parent())
                    .longs(split -> split.part().parentItem())
                    .longs(split -> split.claim().file())
                    .ints(split -> split.part().track())
                    .ints(split -> split.part().channel())
                    .ints(split -> split.part().program())
                    .ints(split -> split.part().notes())
                    .texts(split -> split.part().label());
            try (ResultSet rows = upsert.executeQuery()) {
                rows.next();
                fresh = rows.getLong(1);
            }
        }
        if (fresh < splits.size()) {
            resume(connection, splits);
        }
    }

    private static void resume(Connection connection, Collection<Split> splits)
            throws SQLException {
        List<PartRow> owners =
                splits.stream()
                        .filter(split -> split.claim() instanceof Claim.Owner)
                        .map(Split::part)
                        .toList();
        try (var update = connection.prepareStatement(RESUME)) {
            BatchParameters.of(update, owners).longs(PartRow::item).longs(PartRow::session);
            update.executeUpdate();
        }
    }

    private static Claims.Claimant claimant(PartRow part) {
        return new Claims.Claimant(
                part.session(),
                part.item(),
                part.content(),
                KIND,
                part.facts(),
                part.name(),
                part.tags());
    }
}
