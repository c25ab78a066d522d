package crateworks.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.session.Order;
import crateworks.pipeline.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A rolling update: a service of this release beside tables that a later one brought up to date.
 */
class NewerTablesTest {
    private static final Order ORDER = Samples.order();

    @BeforeEach
    void aLaterReleaseMigrates() {
        TestDatabase.empty();
        TestDatabase.execute(
                """
                insert into flyway_schema_history (installed_rank, version, description, type,
                    script, checksum, installed_by, execution_time, success)
                values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'later', 1, true)
                """);
        TestDatabase.execute("alter table session add column later text not null default ''");
    }

    @AfterEach
    void goBack() {
        TestDatabase.execute("delete from flyway_schema_history where installed_rank = 9999");
        TestDatabase.execute("alter table session drop column later");
    }

    @Test
    void aServiceThatIsStartedAgainBesideThemWorksOn() throws Exception {
        try (Postgres older = Postgres.open(TestDatabase.settings())) {
            var sessions = new PostgresSessions(older);

            Session session = sessions.open(ORDER);

            assertThat(sessions.find(session.id())).map(Session::order).contains(ORDER);
        }
    }
}
