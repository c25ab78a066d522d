package crateworks.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.benchmarks.corpus.CorpusMaker;
import crateworks.benchmarks.corpus.MadeBases;
import crateworks.benchmarks.corpus.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the whole measurement on a command that does nothing but tell a ledger. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /proc")
class EndToEndTest {
    private static final int FILES = 60;

    @TempDir private Path folder;

    @Test
    void aRunWhoseLedgerIsRightIsWrittenDown() throws IOException {
        Manifest manifest = CorpusMaker.make(new MadeBases(5), folder.resolve("same"), FILES, 5);
        tells(manifest, manifest.distinct());

        assertThat(measure("--second-run")).isZero();

        JsonNode result = result();
        assertThat(result.at("/corpus/distinct").asInt()).isEqualTo(FILES);
        assertThat(result.at("/run/exit_code").asInt()).isZero();
        assertThat(result.at("/files_per_second").asDouble()).isPositive();
        assertThat(result.at("/stages/ingest/files_per_second").asDouble()).isEqualTo(4);
        assertThat(result.at("/drive/bytes").asInt()).isEqualTo("exported\n".length());
        assertThat(result.at("/machine/cores").asInt()).isPositive();
        assertThat(result.at("/second_run/seconds").asDouble()).isPositive();
        assertThat(result.at("/differences").size()).isZero();
        assertThat(left()).isEmpty();
    }

    @Test
    void aRunThatLosesAFileIsWrittenDownAndFails() throws IOException {
        Manifest manifest = CorpusMaker.make(new MadeBases(5), folder.resolve("same"), FILES, 5);
        tells(manifest, manifest.distinct() - 1);

        assertThat(measure()).isOne();

        assertThat(result().at("/differences").toString()).contains("files done: 59, not 60");
    }

    private int measure(String... more) {
        var arguments =
                new ArrayList<>(
                        List.of("--home", folder.toString(), "--files", "" + FILES, "--seed", "5"));
        arguments.addAll(List.of("--work", folder.resolve("work").toString()));
        arguments.addAll(List.of("--results", folder.resolve("results").toString()));
        arguments.addAll(List.of(more));
        return EndToEnd.execute(arguments.toArray(String[]::new));
    }

    private JsonNode result() throws IOException {
        Path file = folder.resolve("results/unknown.json");
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private List<Path> left() throws IOException {
        try (var entries = Files.list(folder.resolve("work"))) {
            return entries.toList();
        }
    }

    private void tells(Manifest manifest, int done) throws IOException {
        String stats =
                """
                {"runs": [{"discovered": %d, "done": %d, "duplicate": %d, "rejected": %d,
                "parked": 0, "in_flight": 0, "unchanged": 0, "junk": %d, "balances": true,
                "state": "COMPLETED", "started_at": "%s",
                "children": {"discovered": %d, "done": %d, "duplicate": 0, "rejected": 0,
                "parked": 0, "in_flight": 0},
                "stages": {"ingest": {"in": 8, "out": 8, "duplicate": 0, "rejected": 0,
                "parked": 0, "seconds": 2.0}}}]}
                """
                        .formatted(
                                manifest.files(),
                                done,
                                manifest.duplicates(),
                                manifest.rejected(),
                                manifest.junk(),
                                Instant.now(),
                                manifest.parts(),
                                manifest.parts());
        Path script = folder.resolve("crateworks");
        Files.writeString(folder.resolve("stats.json"), stats);
        Files.writeString(
                script,
                """
                #!/bin/sh
                case "$1" in
                stats) cat "%s/stats.json" ;;
                *) mkdir -p "$6"; echo exported > "$4/a.mid" ;;
                esac
                """
                        .formatted(folder));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
