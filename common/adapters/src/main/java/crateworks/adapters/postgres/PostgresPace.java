package crateworks.adapters.postgres;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.port.Pace;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The table {@code pace}. */
public final class PostgresPace implements Pace {
    private static final String INSERT =
            "insert into pace (session, at, passed) values (?, ?, ?) on conflict do nothing";
    private static final String SELECT =
            "select at, passed from pace where session = ? order by at";

    private final Transactions transactions;

    public PostgresPace(Postgres postgres) {
        transactions = postgres.transactions();
    }

    @Override
    public void mark(long session, Mark mark) throws Outage {
        transactions.run(
                connection -> {
                    try (var insert = connection.prepareStatement(INSERT)) {
                        insert.setLong(1, session);
                        insert.setObject(
                                2,
                                mark.at().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
                        insert.setLong(3, mark.passed());
                        return insert.executeUpdate();
                    }
                });
    }

    @Override
    public List<Mark> of(long session) throws Outage {
        return transactions.run(
                connection -> {
                    var marks = new ArrayList<Mark>();
                    try (var select = connection.prepareStatement(SELECT)) {
                        select.setLong(1, session);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                marks.add(
                                        new Mark(
                                                rows.getObject(1, OffsetDateTime.class).toInstant(),
                                                rows.getLong(2)));
                            }
                        }
                    }
                    return marks;
                });
    }
}
