package crateworks.adapters.postgres;

import crateworks.pipeline.session.Ledger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * How many items there are in each state, summed up in one statement and so of one moment. The
 * summands are written by triggers with the rows that they count.
 */
final class Tally {
    private static final String SUM =
            """
            with passed as (
                select sum(unchanged) as unchanged, sum(junk) as junk
                from session where ? in (0, id))
            select t.part, t.state, sum(t.items), min(p.unchanged), min(p.junk)
            from passed p left join tally t on ? in (0, t.session)
            group by t.part, t.state
            """;

    private static final String IS_LONG = "select from tally offset 5000 limit 1";

    /** Many summands become one; a reader sees either these or that. */
    private static final String COMPACT =
            """
            with taken as (delete from tally returning session, items, part, state)
            insert into tally (session, items, part, state)
            select session, sum(items), part, state
            from taken group by session, part, state having sum(items) <> 0
            """;

    private final Map<String, Long> files = new HashMap<>();
    private final Map<String, Long> parts = new HashMap<>();
    private long unchanged;
    private long junk;

    private Tally() {}

    /** The tally of {@code session}, or of all when that is 0. */
    static Tally of(Connection connection, long session) throws SQLException {
        var tally = new Tally();
        try (var select = connection.prepareStatement(SUM)) {
            select.setLong(1, session);
            select.setLong(2, session);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tally.unchanged = rows.getLong(4);
                    tally.junk = rows.getLong(5);
                    String state = rows.getString(2);
                    if (state != null) {
                        (rows.getBoolean(1) ? tally.parts : tally.files)
                                .put(state, rows.getLong(3));
                    }
                }
            }
        }
        return tally;
    }

    /** Whether there are so many summands that adding them up takes a while. */
    static boolean isLong(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(IS_LONG);
                ResultSet rows = select.executeQuery()) {
            return rows.next();
        }
    }

    /** Replaces all summands by their sums; returns how many there are now. */
    static int compact(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(COMPACT)) {
            return statement.executeUpdate();
        }
    }

    Ledger ledger() {
        return new Ledger(line(files), line(parts), unchanged, junk);
    }

    long beforeExport() {
        return line(files).inFlight()
                + line(parts).inFlight()
                - count(files, Ending.State.READY)
                - count(parts, Ending.State.READY);
    }

    private static Ledger.Line line(Map<String, Long> counts) {
        long found = counts.getOrDefault("found", 0L) - count(counts, Ending.State.OPENED);
        long done = count(counts, Ending.State.DONE);
        long duplicate = count(counts, Ending.State.DUPLICATE);
        long rejected = count(counts, Ending.State.REJECTED);
        long parked = count(counts, Ending.State.PARKED);
        long inFlight = found - done - duplicate - rejected - parked;
        return new Ledger.Line(found, done, duplicate, rejected, parked, inFlight);
    }

    private static long count(Map<String, Long> counts, Ending.State state) {
        return counts.getOrDefault(state.word(), 0L);
    }
}
