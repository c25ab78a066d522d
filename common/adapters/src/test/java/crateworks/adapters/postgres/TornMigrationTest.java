package crateworks.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.port.Outage;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that ends while it brings the tables up to date must not leave half a migration. */
class TornMigrationTest {
    private static final String LATEST =
            "version = (select max(version::int)::text from flyway_schema_history)";

    @BeforeEach
    void goBackToBeforeTheLatest() {
        TestDatabase.empty();
        TestDatabase.execute("drop table pace");
        TestDatabase.execute("delete from flyway_schema_history where " + LATEST);
    }

    private static void refuseItsRow() {
        TestDatabase.execute(
                """
                create function refuse() returns trigger language plpgsql as
                    $$ begin raise exception 'the commit fails'; end $$
                """);
        TestDatabase.execute(
                """
                create constraint trigger refused after insert on flyway_schema_history
                    deferrable initially deferred for each row execute function refuse()
                """);
    }

    @AfterEach
    void letGo() {
        TestDatabase.execute("drop function if exists refuse cascade");
    }

    @Test
    void aMigrationAndItsRowAreCommittedTogetherOrNotAtAll() throws Exception {
        refuseItsRow();

        assertThatThrownBy(() -> Postgres.open(TestDatabase.settings()).close())
                .isInstanceOf(Outage.class)
                .hasMessageContaining("the commit fails");
        assertThat(TestDatabase.count("select count(*) from pg_class where relname = 'pace'"))
                .isZero();

        letGo();
        Postgres.open(TestDatabase.settings()).close();

        assertThat(TestDatabase.count("select count(*) from pace")).isZero();
    }

    @Test
    void manyProcessesMayDoSoAtOnce() throws Exception {
        Callable<Boolean> opening =
                () -> {
                    Postgres.open(TestDatabase.settings()).close();
                    return true;
                };
        try (var threads = Executors.newFixedThreadPool(5)) {
            for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(5, opening))) {
                assertThat(each.get()).isTrue();
            }
        }

        assertThat(TestDatabase.count("select count(*) from pace")).isZero();
    }
}
