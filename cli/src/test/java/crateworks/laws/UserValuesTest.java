package crateworks.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserValuesTest {
    @TempDir Path room;

    @Test
    void whatAUserSetOutlivesEveryAnalysisAndReachesTheDrive() throws Exception {
        Path source = room.resolve("source");
        Path data = room.resolve("data");
        Path drive = room.resolve("drive");
        MessyFolder.put(source.resolve("tune.mid"), MessyFolder.song(3));
        Path rules = Files.writeString(room.resolve("rules.txt"), "[genre]\nditty = tune\n");
        succeed("--source", source, "--data", data, "--tag-rules", rules);

        succeed(
                "set",
                "tune.mid",
                "--key",
                "F#m",
                "--bpm",
                "77",
                "--category",
                "FX",
                "--data",
                data);
        Files.writeString(rules, "[genre]\nair = tune\n");
        succeed("--source", source, "--data", data, "--tag-rules", rules, "--force");
        succeed("--source", source, "--data", data, "--export-to", drive);

        assertThat(succeed("catalog", "--format", "jsonl", "--data", data).lines().findFirst())
                .get()
                .asString()
                .contains("\"bpm\":77.0")
                .contains("\"bpm_source\":\"user\"")
                .contains("\"key\":\"F#m\"")
                .contains("\"mode\":\"minor\"")
                .contains("\"camelot\":\"11A\"")
                .contains("\"category\":\"FX\"")
                .contains("\"category_reason\":\"set by hand\"")
                .contains("\"air\"")
                .doesNotContain("ditty");
        assertThat(Files.readString(drive.resolve("METADATA/file_index.json")))
                .contains("SAMPLES/FX/070-079bpm/");
        assertThat(succeed("explain", "tune.mid", "--data", data))
                .contains("Set by hand     bpm 77.0, key F#m, category FX")
                .contains("notes");
    }

    private static String succeed(Object... words) throws Exception {
        Command.End end = Command.run(words);
        assertThat(end.exitCode()).as(end.said()).isZero();
        return end.said();
    }
}
