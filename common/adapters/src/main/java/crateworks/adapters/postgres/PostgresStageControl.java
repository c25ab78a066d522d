package crateworks.adapters.postgres;

import crateworks.pipeline.StageName;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.StageControl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/** The table {@code stage_settings}. */
public final class PostgresStageControl implements StageControl {
    private static final String ALL = "select stage, paused, workers from stage_settings";
    private static final String PAUSE =
            """
            insert into stage_settings as s (stage, paused) values (?, ?)
            on conflict (stage) do update set paused = excluded.paused, changed_at = now()
            where s.paused is distinct from excluded.paused
            """;
    private static final String SET_WORKERS =
            """
            insert into stage_settings as s (stage, workers) values (?, ?)
            on conflict (stage) do update set workers = excluded.workers, changed_at = now()
            where s.workers is distinct from excluded.workers
            """;

    private final Transactions transactions;

    public PostgresStageControl(Postgres postgres) {
        transactions = postgres.transactions();
    }

    /** Rows of stages that only a later release knows are passed over. */
    @Override
    public Map<StageName, Wish> wishes() throws Outage {
        return transactions.run(
                connection -> {
                    var wishes = new EnumMap<StageName, Wish>(StageName.class);
                    for (StageName stage : StageName.values()) {
                        wishes.put(stage, Wish.NONE);
                    }
                    read(connection, wishes);
                    return wishes;
                });
    }

    private static void read(Connection connection, Map<StageName, Wish> wishes)
            throws SQLException {
        try (var select = connection.prepareStatement(ALL);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                var stage = StageName.named(rows.getString(1));
                if (stage.isPresent()) {
                    boolean paused = rows.getBoolean(2);
                    int workers = rows.getInt(3);
                    wishes.put(
                            stage.get(),
                            new Wish(
                                    paused,
                                    rows.wasNull()
                                            ? OptionalInt.empty()
                                            : OptionalInt.of(workers)));
                }
            }
        }
    }

    @Override
    public void pause(StageName stage) throws Outage {
        setPaused(stage, true);
    }

    @Override
    public void resume(StageName stage) throws Outage {
        setPaused(stage, false);
    }

    private void setPaused(StageName stage, boolean paused) throws Outage {
        transactions.run(
                connection -> {
                    try (var upsert = connection.prepareStatement(PAUSE)) {
                        upsert.setString(1, stage.word());
                        upsert.setBoolean(2, paused);
                        return upsert.executeUpdate();
                    }
                });
    }

    @Override
    public void setWorkers(StageName stage, OptionalInt workers) throws Outage {
        transactions.run(
                connection -> {
                    try (var upsert = connection.prepareStatement(SET_WORKERS)) {
                        upsert.setString(1, stage.word());
                        if (workers.isPresent()) {
                            upsert.setInt(2, new Wish(false, workers).workers().getAsInt());
                        } else {
                            upsert.setNull(2, Types.INTEGER);
                        }
                        return upsert.executeUpdate();
                    }
                });
    }
}
