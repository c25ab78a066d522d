package crateworks.adapters.postgres;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Sessions;
import crateworks.pipeline.session.Ledger;
import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import crateworks.pipeline.session.SessionState;
import crateworks.pipeline.session.StageFigures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code session}, and the sums of {@code tally}. */
public final class PostgresSessions implements Sessions {
    private static final String COLUMNS = "select id, asked, state, started_at from session";
    private static final String RESUME =
            """
            update session set state = 'SCANNING'
            where fingerprint = ? and state <> 'COMPLETED'
            returning id, asked, state, started_at
            """;
    private static final String INSERT =
            """
            insert into session (fingerprint, asked, state) values (?, ?::json, 'SCANNING')
            on conflict (fingerprint) where state <> 'COMPLETED' do nothing
            returning id, asked, state, started_at
            """;

    /** A search counts anew what it passes over, also the one that begins again after a crash. */
    private static final String ENTER =
            """
            update session set state = ?,
                unchanged = case when ? = 'SCANNING' then 0 else unchanged end,
                junk = case when ? = 'SCANNING' then 0 else junk end,
                ended_at = case when ? in ('COMPLETED', 'CANCELLED', 'FAILED') then now() end
            where id = ? and state <> 'COMPLETED'
            """;

    /**
     * Parts of files that were split before a smaller item took their content over: they are the
     * parts of that item too, and which worker was faster must not change what is counted.
     */
    private static final String LEAVE_OUT_PARTS_OF_DUPLICATES =
            """
            update outcome e set state = 'opened', at = now()
            from outcome d
            where d.session = ? and d.state = 'duplicate' and d.item < 4611686018427387904
                and e.state = 'duplicate' and e.item > d.item + 4611686018427387904
                and e.item < d.item + 4611686018427387904 + 1048576
            """;

    private static final String PASSED_OVER =
            "update session set unchanged = unchanged + ?, junk = junk + ? where id = ?";

    /** Figures that come right behind the end of a run are still taken. */
    private static final String SET_FIGURES =
            """
            update session set figures = ?::json
            where id = ? and (state <> 'COMPLETED' or figures is null)
            """;

    private final Transactions transactions;

    public PostgresSessions(Postgres postgres) {
        transactions = postgres.transactions();
    }

    @Override
    public Session open(Order order) throws Outage {
        String asked = Json.of(order);
        UUID fingerprint = Key.begin().and(asked).end();
        while (true) {
            Optional<Session> opened =
                    transactions.run(
                            connection -> {
                                var resumed = resumed(connection, fingerprint);
                                return resumed.isPresent()
                                        ? resumed
                                        : inserted(connection, fingerprint, asked);
                            });
            // Empty when another process opened the same run in between; then it is resumed.
            if (opened.isPresent()) {
                return opened.get();
            }
        }
    }

    @Override
    public void enter(long session, SessionState state) throws Outage {
        if (state == SessionState.COMPLETED) {
            leaveOutPartsOfDuplicates(session);
        }
        transactions.run(
                connection -> {
                    int entered;
                    try (var update = connection.prepareStatement(ENTER)) {
                        for (int at = 1; at <= 4; at++) {
                            update.setString(at, state.name());
                        }
                        update.setLong(5, session);
                        entered = update.executeUpdate();
                    }
                    Tally.compact(connection);
                    if (entered == 1 && state == SessionState.COMPLETED) {
                        freeze(connection, session);
                    }
                    return entered;
                });
    }

    private void leaveOutPartsOfDuplicates(long session) throws Outage {
        transactions.report(
                connection -> {
                    try (var update = connection.prepareStatement(LEAVE_OUT_PARTS_OF_DUPLICATES)) {
                        update.setLong(1, session);
                        return update.executeUpdate();
                    }
                });
    }

    @Override
    public void passedOver(long session, long unchanged, long junk) throws Outage {
        transactions.run(
                connection -> {
                    try (var update = connection.prepareStatement(PASSED_OVER)) {
                        update.setLong(1, unchanged);
                        update.setLong(2, junk);
                        update.setLong(3, session);
                        return update.executeUpdate();
                    }
                });
    }

    @Override
    public void figures(long session, List<StageFigures> figures) throws Outage {
        String json = Json.of(figures);
        transactions.run(
                connection -> {
                    try (var update = connection.prepareStatement(SET_FIGURES)) {
                        update.setString(1, json);
                        update.setLong(2, session);
                        return update.executeUpdate();
                    }
                });
    }

    @Override
    public List<StageFigures> figures(long session) throws Outage {
        Optional<String> json = oneText("select figures from session where id = ?", session);
        return json.map(text -> Arrays.asList(Json.read(text, StageFigures[].class)))
                .map(List::copyOf)
                .orElse(List.of());
    }

    @Override
    public Ledger ledger(long session) throws Outage {
        compactWhenLong();
        return transactions.run(connection -> ledger(connection, session));
    }

    private void compactWhenLong() throws Outage {
        transactions.run(connection -> Tally.isLong(connection) ? Tally.compact(connection) : 0);
    }

    @Override
    public Ledger total() throws Outage {
        return transactions.run(connection -> Tally.of(connection, 0).ledger());
    }

    @Override
    public long beforeExport(long session) throws Outage {
        return transactions.run(connection -> Tally.of(connection, session).beforeExport());
    }

    @Override
    public Optional<Session> find(long session) throws Outage {
        return select(COLUMNS + " where id = " + session).stream().findFirst();
    }

    @Override
    public List<Session> all() throws Outage {
        return select(COLUMNS + " order by id desc");
    }

    private static Ledger ledger(Connection connection, long session) throws SQLException {
        try (var select = connection.prepareStatement("select ledger from session where id = ?")) {
            select.setLong(1, session);
            try (ResultSet rows = select.executeQuery()) {
                String frozen = rows.next() ? rows.getString(1) : null;
                return frozen == null
                        ? Tally.of(connection, session).ledger()
                        : Json.read(frozen, Ledger.class);
            }
        }
    }

    private static void freeze(Connection connection, long session) throws SQLException {
        Ledger ledger = Tally.of(connection, session).ledger();
        try (var update =
                connection.prepareStatement("update session set ledger = ?::json where id = ?")) {
            update.setString(1, Json.of(ledger));
            update.setLong(2, session);
            update.executeUpdate();
        }
    }

    private static Optional<Session> resumed(Connection connection, UUID fingerprint)
            throws SQLException {
        try (var update = connection.prepareStatement(RESUME)) {
            update.setObject(1, fingerprint);
            try (ResultSet rows = update.executeQuery()) {
                return rows.next() ? Optional.of(session(rows, true)) : Optional.empty();
            }
        }
    }

    private static Optional<Session> inserted(Connection connection, UUID fingerprint, String asked)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, fingerprint);
            insert.setString(2, asked);
            try (ResultSet rows = insert.executeQuery()) {
                return rows.next() ? Optional.of(session(rows, false)) : Optional.empty();
            }
        }
    }

    private List<Session> select(String query) throws Outage {
        return transactions.run(
                connection -> {
                    var sessions = new ArrayList<Session>();
                    try (var select = connection.prepareStatement(query);
                            ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            sessions.add(session(rows, false));
                        }
                    }
                    return sessions;
                });
    }

    private Optional<String> oneText(String query, long session) throws Outage {
        return transactions.run(
                connection -> {
                    try (var select = connection.prepareStatement(query)) {
                        select.setLong(1, session);
                        try (ResultSet rows = select.executeQuery()) {
                            return rows.next()
                                    ? Optional.ofNullable(rows.getString(1))
                                    : Optional.empty();
                        }
                    }
                });
    }

    private static Session session(ResultSet rows, boolean resumed) throws SQLException {
        return new Session(
                rows.getLong(1),
                Json.read(rows.getString(2), Order.class),
                SessionState.valueOf(rows.getString(3)),
                rows.getObject(4, OffsetDateTime.class).toInstant(),
                resumed);
    }
}
