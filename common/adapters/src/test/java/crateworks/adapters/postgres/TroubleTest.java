package crateworks.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.port.Outage;
import crateworks.pipeline.run.FileTrouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TroubleTest {
    private final Transactions transactions = TestDatabase.empty().transactions();

    @Test
    void onlyTheDataIsHeldAgainstAFile() {
        for (String statement :
                new String[] {
                    "select 1 / 0",
                    "select 'x'::int",
                    "select '{'::json",
                    "insert into tag (tag_key, term, category, source) values (null, '', '', '')",
                    "insert into user_value select 1, string_agg(md5(random()::text), ''), ''"
                            + " from generate_series(1, 400)"
                }) {
            assertThatThrownBy(() -> execute(statement))
                    .as(statement)
                    .isInstanceOf(FileTrouble.class)
                    .extracting(trouble -> ((FileTrouble) trouble).code())
                    .isEqualTo(Trouble.REFUSED_BY_DATABASE);
        }
    }

    @Test
    void everythingElseIsAnOutage() throws Exception {
        for (String statement :
                new String[] {
                    "select pg_terminate_backend(pg_backend_pid())",
                    "set transaction read only; delete from drive",
                    "set local statement_timeout = 10; select pg_sleep(1)",
                    "select * from no_such_table"
                }) {
            assertThatThrownBy(() -> execute(statement))
                    .as(statement)
                    .isInstanceOf(Outage.class)
                    .extracting(outage -> ((Outage) outage).of())
                    .isEqualTo("the database");
        }
        execute("select 1");
    }

    @Test
    void aLostRaceIsRunAgain() throws Exception {
        var attempts = new AtomicInteger();
        int made =
                transactions.run(
                        connection -> {
                            if (attempts.incrementAndGet() < 3) {
                                throw new SQLException("deadlock", "40P01");
                            }
                            return attempts.get();
                        });
        assertThat(made).isEqualTo(3);
    }

    @Test
    void nothingStaysOfWorkThatFails() throws Exception {
        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        connection -> {
                                            run(connection, "insert into drive (path) values ('')");
                                            throw new IllegalStateException("a mistake");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(TestDatabase.count("select count(*) from drive")).isZero();
    }

    @Test
    void aDatabaseThatIsNotThereIsAnOutage() {
        var nobody = new PostgresSettings("jdbc:postgresql://127.0.0.1:1/x", "u", "secret", 1);
        assertThat(nobody.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> Postgres.open(nobody, java.time.Duration.ofSeconds(1)))
                .isInstanceOf(Outage.class);
    }

    private void execute(String sql) throws Outage {
        transactions.run(connection -> run(connection, sql));
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
