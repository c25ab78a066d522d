package crateworks.adapters.postgres;

import crateworks.pipeline.port.Naming;
import crateworks.pipeline.port.Outage;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The table {@code file_name}: a row for each stage that gave a file a name. */
public final class PostgresNaming implements Naming {
    private static final String UPSERT =
            """
            insert into file_name as n (file, item, stage, name, reason)
            select * from unnest(?, ?, ?, ?, ?)
            on conflict (file, stage) do update set
                item = excluded.item, name = excluded.name, reason = excluded.reason
            where excluded.item <= n.item
            """;
    private static final Comparator<Name> BY_FILE =
            Comparator.comparingLong(Name::file).thenComparing(Name::stage);

    private final Transactions transactions;

    public PostgresNaming(Postgres postgres) {
        transactions = postgres.transactions();
    }

    @Override
    public void record(List<Name> names) throws Outage {
        if (names.isEmpty()) {
            return;
        }
        var chosen = new TreeMap<Name, Name>(BY_FILE);
        for (Name name : names) {
            chosen.merge(name, name, (one, other) -> other.item() <= one.item() ? other : one);
        }
        transactions.run(
                connection -> {
                    try (var upsert = connection.prepareStatement(UPSERT)) {
                        BatchParameters.of(upsert, List.copyOf(chosen.values()))
                                .longs(Name::file)
                                .longs(Name::item)
                                .texts(name -> name.stage().word())
                                .texts(Name::name)
                                .texts(Name::reason);
                        return upsert.executeUpdate();
                    }
                });
    }
}
