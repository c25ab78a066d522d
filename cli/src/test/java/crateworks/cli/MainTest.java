package crateworks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import crateworks.music.category.Category;
import crateworks.pipeline.query.Field;
import crateworks.testkit.TestJvm;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final Path FULL = Path.of("/dev/full");

    @ParameterizedTest
    @ValueSource(strings = {"--data x stats", "--dry-run gc", "--source x --dry-run retry --all"})
    void optionsBeforeACommandAreRefusedSinceNobodyWouldHearThem(String line) {
        var err = new StringWriter();

        int exitCode = Main.commandLine().setErr(new PrintWriter(err)).execute(line.split(" ", -1));

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("options go behind the command");
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void outputThatCannotBeWrittenIsNoSuccess() throws Exception {
        assumeThat(FULL).as("a disk that is full").exists();
        List<String> line = TestJvm.line(Main.class, "64m", List.of(), "--help");

        Process process = new ProcessBuilder(line).redirectOutput(FULL.toFile()).start();
        String said = process.errorReader().readAllAsString();

        assertThat(process.waitFor()).isEqualTo(ExitCode.BROKEN);
        assertThat(said).contains("Not all of the output could be written", "make room");
    }

    @Test
    void conditionsKnowAllShelves() {
        assertThat(Field.CATEGORY.words())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Category.values()).map(Category::label).toList());
    }
}
