package crateworks.adapters.postgres;

import crateworks.pipeline.message.Parked;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Parking;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** The table {@code parked}: the records that stages gave up. */
public final class PostgresParking implements Parking {
    /** Records that could not even be read have no item, and are told apart by their text. */
    private static final UUID KNOWN_ITEM = new UUID(0, 0);

    private static final String UPSERT =
            """
            insert into parked as p (item, record_key, session, message_key, attempts, stage,
                reason, message, record)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (item, record_key) do update set
                session = excluded.session, message_key = excluded.message_key,
                attempts = excluded.attempts, stage = excluded.stage, reason = excluded.reason,
                message = excluded.message, record = excluded.record, parked_at = now()
            where (p.stage, p.reason, p.message, p.record)
                is distinct from (excluded.stage, excluded.reason, excluded.message,
                    excluded.record)
            """;

    private final Transactions transactions;

    public PostgresParking(Postgres postgres) {
        transactions = postgres.transactions();
    }

    private record Row(long item, UUID key, Parked parked) implements Comparable<Row> {
        static Row of(Parked parked) {
            boolean known = parked.item() > 0;
            UUID key =
                    known ? KNOWN_ITEM : Key.begin().and(parked.stage()).and(parked.record()).end();
            return new Row(known ? parked.item() : 0, key, parked);
        }

        @Override
        public int compareTo(Row other) {
            int byItem = Long.compare(item, other.item);
            return byItem == 0 ? key.compareTo(other.key) : byItem;
        }
    }

    @Override
    public void park(List<Parked> parked) throws Outage {
        if (parked.isEmpty()) {
            return;
        }
        var rows = new TreeMap<Row, Row>();
        parked.stream().map(Row::of).forEach(row -> rows.put(row, row));
        var endings = new ArrayList<Ending>();
        for (Parked each : parked) {
            endings.add(
                    Ending.parked(
                            each.item(),
                            each.stage(),
                            each.reason(),
                            each.message(),
                            each.attempts()));
        }
        transactions.run(
                connection -> {
                    try (var upsert = connection.prepareStatement(UPSERT)) {
                        BatchParameters.of(upsert, List.copyOf(rows.values()))
                                .longs(Row::item)
                                .keys(Row::key)
                                .longs(row -> row.parked().session())
                                .longs(row -> row.parked().key())
                                .ints(row -> row.parked().attempts())
                                .texts(row -> row.parked().stage())
                                .texts(row -> row.parked().reason())
                                .texts(row -> row.parked().message())
                                .texts(row -> row.parked().record());
                        upsert.executeUpdate();
                    }
                    Outcomes.end(connection, endings);
                    return endings;
                });
    }
}
