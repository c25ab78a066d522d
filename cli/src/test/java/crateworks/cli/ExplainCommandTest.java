package crateworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.midi.SmfWriter;
import crateworks.music.time.Division;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ExplainCommandTest {
    @TempDir Path room;

    private record Said(int exitCode, String out, String err) {}

    @Test
    void aFileOnDiskIsExplainedWithoutALibrary() throws Exception {
        Path file = bass("Deep Bass Am 93bpm.mid");

        Said said = run("explain", file);

        assertThat(said.exitCode()).isEqualTo(ExitCode.FINE);
        assertThat(said.out())
                .contains("Category        Bass, 80 %")
                .contains("  > tags        Bass               80 %   tagged bass by its file name")
                .containsPattern("drums +- +no channel plays like drums")
                .containsPattern("name +Bass +85 % +its name says bass")
                .containsPattern("notes +Bass +\\d+ % +by its notes: a low line")
                .containsPattern("name +93 bpm, \"93bpm\" in the name, 95 %")
                .containsPattern("name +\"Am\" in the name, \\d+ %");
        assertThat(Files.exists(room.resolve("data"))).isFalse();
    }

    @Test
    void claimsThatContradictEachOtherAreNamed() throws Exception {
        Said said = run("explain", bass("90bpm or 180bpm.mid"));

        assertThat(said.out())
                .contains("\"90bpm\" in the name, 48 %; but \"180bpm\" says otherwise");
    }

    @Test
    void rulesOfTheUserCount() throws Exception {
        Path rules = room.resolve("data/tag-rules.txt");
        Files.createDirectories(rules.getParent());
        Files.writeString(rules, "[genre]\nwonky house = wnky < house\n");

        Said said = run("explain", bass("wnky.mid"));

        assertThat(said.out()).containsPattern("file +wonky house +80 % +genre");
    }

    @Test
    void aMistakeInRulesIsNamedByItsLine() throws Exception {
        Path rules = room.resolve("rules.txt");
        Files.writeString(rules, "[genre]\nx < hosue\n");

        Said said = run("--source", room, "--tag-rules", rules);

        assertThat(said.exitCode()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(said.err()).contains("line 2: no term 'hosue' to be a parent");
    }

    @Test
    void whatIsNoMidiFileIsRefusedInOneSentence() throws Exception {
        Path file = room.resolve("x.mid");
        Files.writeString(file, "<html>");

        Said said = run("explain", file);

        assertThat(said.exitCode()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(said.err().strip().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "--key,      Xq,    a key such as Am",
        "--bpm,      4,     a tempo from 10 to 999",
        "--meter,    4/5,   a time signature such as",
        "--category, Bas,   DrumKicks",
        "--clear,    tempo, 'bpm, key, meter'",
    })
    void whatCannotBeSetIsRefusedInOneSentence(String option, String value, String sentence) {
        Said said = run("set", 1, option, value);

        assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains(sentence);
    }

    @Test
    void nothingIsSetWithoutALibrary() {
        assertThat(run("set", 1, "--key", "Am").err()).contains("There is no library");
        assertThat(run("set", 1).err()).contains("Nothing to set");
        assertThat(run("explain", 1).err()).contains("There is no library");
    }

    private Path bass(String name) throws IOException {
        var writer = new SmfWriter(0, new Division.TicksPerQuarter(480), 1_000);
        writer.beginTrack();
        for (int beat = 0; beat < 32; beat++) {
            int pitch = List.of(33, 33, 40, 36).get(beat % 4);
            writer.channelMessage(beat * 480, 0x90, pitch, 90);
            writer.channelMessage(beat * 480 + 400, 0x80, pitch, 0);
        }
        writer.endTrack(32 * 480);
        Path file = room.resolve("Packs").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, writer.toBytes().toArray());
        return file;
    }

    private Said run(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine line =
                Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        var all = new ArrayList<String>();
        for (Object word : words) {
            all.add(word.toString());
        }
        all.add("--data");
        all.add(room.resolve("data").toString());
        int exitCode = line.execute(all.toArray(String[]::new));
        return new Said(exitCode, out.toString(), err.toString());
    }
}
