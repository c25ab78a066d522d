package crateworks.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.benchmarks.corpus.Manifest;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class LedgerCheckTest {
    /** 100 distinct files, 10 duplicates, 3 rejected, 250 parts, 4 pieces of junk. */
    static final Manifest MANIFEST =
            new Manifest("made", 1, 50, 100, 10, 5, 60, 70, 250, 2, 1, 4, 2, 12, 1_000_000);

    static final String STATS =
            """
            {"total": {"files": 100}, "runs": [{
              "discovered": 113, "done": 100, "duplicate": 10, "rejected": 3, "parked": 0,
              "in_flight": 0, "unchanged": 0, "junk": 4, "balances": true, "id": 1,
              "state": "COMPLETED", "started_at": "2026-05-04T12:00:01.5Z",
              "children": {"discovered": 250, "done": 250, "duplicate": 0, "rejected": 0,
                "parked": 0, "in_flight": 0},
              "sources": ["a"], "drive": "b",
              "stages": {"ingest": {"in": 110, "out": 100, "duplicate": 10, "rejected": 0,
                "parked": 0, "seconds": 2.5}}}]}
            """;

    @Test
    void aLedgerThatIsRightHasNoDifferences() {
        assertThat(LedgerCheck.differences(MANIFEST, run(STATS))).isEmpty();
    }

    @Test
    void aFileThatIsMissingIsTold() {
        String stats =
                STATS.replace(
                        "\"discovered\": 113, \"done\": 100", "\"discovered\": 112, \"done\": 99");

        assertThat(LedgerCheck.differences(MANIFEST, run(stats)))
                .containsExactly("files discovered: 112, not 113", "files done: 99, not 100");
    }

    @Test
    void aLedgerThatDoesNotAddUpIsTold() {
        String stats = STATS.replace("\"done\": 250", "\"done\": 249");

        assertThat(LedgerCheck.differences(MANIFEST, run(stats)))
                .containsExactly(
                        "children accounted for: 249, not 250", "children done: 249, not 250");
    }

    @Test
    void partsOfADuplicateThatCameFirstAreNoDifference() {
        String stats =
                STATS.replace(
                        "\"discovered\": 250, \"done\": 250, \"duplicate\": 0",
                        "\"discovered\": 254, \"done\": 250, \"duplicate\": 4");

        assertThat(run(stats).children().duplicate()).isEqualTo(4);
        assertThat(LedgerCheck.differences(MANIFEST, run(stats))).isEmpty();
    }

    @Test
    void aNumberThatIsMissingIsAnErrorAndNotZero() {
        String stats =
                STATS.replace("\"parked\": 0,\n  \"in_flight\": 0, \"unchanged\"", "\"unchanged\"");

        assertThat(stats).isNotEqualTo(STATS);
        assertThatThrownBy(() -> run(stats)).isInstanceOf(JacksonException.class);
    }

    private static RunReport run(String stats) {
        return RunReport.parse(stats).getFirst();
    }
}
