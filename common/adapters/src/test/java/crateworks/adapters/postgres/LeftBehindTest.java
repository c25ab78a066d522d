package crateworks.adapters.postgres;

import static crateworks.adapters.postgres.Samples.DRIVE;
import static crateworks.adapters.postgres.Samples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.port.DrivePlans.LeftBehind;
import crateworks.pipeline.port.DrivePlans.Placement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stayed in the library is counted soon after the places of a new drive were given. */
class LeftBehindTest {
    private final Ports ports = new Ports(TestDatabase.empty());

    @BeforeEach
    void theDatabaseLooksAtItsTablesOnlyWhenItIsTold() {
        TestDatabase.execute(
                """
                alter table outcome set (autovacuum_enabled = false);
                alter table export set (autovacuum_enabled = false)
                """);
    }

    @AfterEach
    void theDatabaseLooksAtItsTables() {
        TestDatabase.execute(
                """
                alter table outcome reset (autovacuum_enabled);
                alter table export reset (autovacuum_enabled)
                """);
    }

    @Test
    void filesAreNotComparedWithEveryPlace() throws Exception {
        long session = ports.open(Samples.order(List.of(SOURCE), Optional.of(DRIVE)));
        fillLibrary(session);
        long last = TestDatabase.count("select id from file where first_item = 3000");
        ports.plans.place(DRIVE, List.of(new Placement(last, "last.mid")));
        long drive = TestDatabase.count("select id from drive");
        TestDatabase.execute(
                """
                insert into export (drive, file, path, folder_folded, name_folded)
                select %d, id, '', '', id::text from file where first_item between 1001 and 2999
                """
                        .formatted(drive));
        ports.plans.waive(session, DRIVE);
        TestDatabase.execute(
                """
                update export set written_at = now() where drive = %d;
                update outcome set state = 'done', stage = 'export'
                """
                        .formatted(drive));

        assertThat(ports.plans.leftBehind(session, DRIVE)).isEqualTo(new LeftBehind(1000, 500));
        String asked =
                PostgresDrivePlans.LEFT_BEHIND
                        .replaceFirst("\\?", Long.toString(session))
                        .replaceFirst("\\?", Long.toString(drive));
        assertThat(TestDatabase.plan(asked))
                .doesNotContain("Rows Removed by")
                .containsPattern("drive = \\d+\\) AND \\(file|Hash");
    }

    /** Three thousand files that are ready, and another drive that the database knows of. */
    private static void fillLibrary(long session) {
        TestDatabase.execute(
                """
            insert into file (first_item, session, pack_offset, duration_micros, size, tracks,
                division, notes, format, blake3, kind, pack, repairs, original_name, tags,
                tag_confidences)
            select n, %1$d, 0, 0, 1, 1, 480, n %% 2, 0, sha256(n::text::bytea), '', '', '', '',
                '{}', '{}'
            from generate_series(1, 3000) n;
            insert into outcome (item, session, file, attempts, state, stage, code, detail)
            select first_item, %1$d, id, 1, 'ready', 'analyze', '', '' from file;
            insert into export (drive, file, path, folder_folded, name_folded)
            select -1, n, '', '', n::text from generate_series(1, 9000) n;
            analyze outcome, export;
            """
                        .formatted(session));
    }
}
