package crateworks.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What stayed in the library is counted when the database knows nothing yet of what was written.
 */
class LeftBehindTest {
    private static final int FILES = 3000;

    @Test
    void filesAreNotComparedWithEveryPlace() throws Exception {
        TestDatabase.empty();
        TestDatabase.execute("alter table outcome set (autovacuum_enabled = false)");
        TestDatabase.execute("alter table export set (autovacuum_enabled = false)");
        try {
            TestDatabase.execute(
                    """
                    insert into file (first_item, session, pack_offset, duration_micros, size,
                        tracks, division, notes, format, blake3, kind, pack, repairs,
                        original_name, tags, tag_confidences)
                    select n, 7, 0, 0, 1, 1, 480, n %% 2, 0, sha256(n::text::bytea), '', '', '',
                        '', '{}', '{}'
                    from generate_series(1, %1$d) n;
                    insert into outcome (item, session, file, attempts, state, stage, code, detail)
                    select first_item, 7, id, 1, 'ready', 'analyze', '', '' from file;
                    insert into export (drive, file, path, folder_folded, name_folded)
                    select 1, n, '', '', n::text from generate_series(1, %1$d) n;
                    """
                            .formatted(FILES));
            TestDatabase.execute("analyze outcome, export, file");
            TestDatabase.execute(
                    """
                    update outcome set state = 'done', stage = 'export';
                    insert into export (drive, file, path, folder_folded, name_folded, written_at)
                    select 2, id, '', '', id::text, now() from file where first_item > 1000;
                    """);

            assertThat(TestDatabase.plan(asked()))
                    .contains("rows=1000")
                    .doesNotContain("Rows Removed by Join Filter");
        } finally {
            TestDatabase.execute("alter table outcome reset (autovacuum_enabled)");
            TestDatabase.execute("alter table export reset (autovacuum_enabled)");
        }
    }

    private static String asked() {
        return PostgresDrivePlans.LEFT_BEHIND.replaceFirst("\\?", "7").replaceFirst("\\?", "2");
    }
}
