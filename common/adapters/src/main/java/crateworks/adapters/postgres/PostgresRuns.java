package crateworks.adapters.postgres;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Runs;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The tables {@code session} and {@code asked_run}. */
public final class PostgresRuns implements Runs {
    private static final String NEWEST =
            """
            select id, asked, state, started_at, ended_at from session
            where id < ? order by id desc limit ?
            """;

    private final Transactions transactions;

    public PostgresRuns(Postgres postgres) {
        transactions = postgres.transactions();
    }

    @Override
    public List<Run> newest(OptionalLong before, int max) throws Outage {
        return transactions.run(
                connection -> {
                    var runs = new ArrayList<Run>();
                    try (var select = connection.prepareStatement(NEWEST)) {
                        select.setLong(1, before.orElse(Long.MAX_VALUE));
                        select.setInt(2, max);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                runs.add(run(rows));
                            }
                        }
                    }
                    return runs;
                });
    }

    @Override
    public Optional<Run> find(long session) throws Outage {
        if (session == Long.MAX_VALUE) {
            return Optional.empty();
        }
        return newest(OptionalLong.of(session + 1), 1).stream()
                .filter(run -> run.session().id() == session)
                .findFirst();
    }

    private static Run run(ResultSet rows) throws SQLException {
        var session =
                new Session(
                        rows.getLong(1),
                        Json.read(rows.getString(2), Order.class),
                        SessionState.valueOf(rows.getString(3)),
                        rows.getObject(4, OffsetDateTime.class).toInstant(),
                        false);
        return new Run(
                session,
                Optional.ofNullable(rows.getObject(5, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public void ask(long session) throws Outage {
        update("insert into asked_run (session) values (?) on conflict do nothing", session);
    }

    @Override
    public void forget(long session) throws Outage {
        update("delete from asked_run where session = ?", session);
    }

    private void update(String sql, long session) throws Outage {
        transactions.run(
                connection -> {
                    try (var update = connection.prepareStatement(sql)) {
                        update.setLong(1, session);
                        return update.executeUpdate();
                    }
                });
    }

    @Override
    public List<Long> asked() throws Outage {
        return transactions.run(
                connection -> {
                    var asked = new ArrayList<Long>();
                    try (var select =
                                    connection.prepareStatement(
                                            "select session from asked_run order by number");
                            ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            asked.add(rows.getLong(1));
                        }
                    }
                    return asked;
                });
    }
}
