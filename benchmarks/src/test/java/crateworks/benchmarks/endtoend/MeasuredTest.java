package crateworks.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.benchmarks.endtoend.ProcessTable.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /proc")
class MeasuredTest {
    /** A loop of the shell that takes some hundred milliseconds of any processor. */
    private static final String WORK = "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done";

    /** A tenth of what the work takes on a quick machine. */
    private static final long WORK_MILLIS_LEAST = 50;

    @TempDir private Path folder;

    @Test
    void whatACommandPrintsAndAnswersIsKept() throws Exception {
        Measured measured = run("echo out; echo err >&2; exit 7");

        assertThat(measured.exitCode()).isEqualTo(7);
        assertThat(folder.resolve("log")).content().isEqualTo("out\nerr\n");
    }

    @Test
    void aProcessAndItsMemoryAreMeasured() throws Exception {
        Measured measured = run(WORK);

        assertThat(measured.cpuMillis()).isGreaterThan(WORK_MILLIS_LEAST);
        assertThat(measured.peakRootBytes()).isPositive();
        assertThat(measured.peakBytes()).isPositive();
        assertThat(measured.leftBehind()).isZero();
    }

    @Test
    void aChildThatWasWaitedForCounts() throws Exception {
        Measured measured = run("sh -c '" + WORK + "'; exit 0");

        assertThat(measured.cpuMillis()).isGreaterThan(WORK_MILLIS_LEAST);
    }

    @Test
    void aServerThatLeftItsParentIsKnownByItsFolder() throws Exception {
        String server = "sh -c '" + WORK + "; sleep 1' server " + folder.resolve("data");
        Measured measured = run("(setsid " + server + " &) ; exit 0");

        assertThat(measured.cpuMillis()).isGreaterThan(WORK_MILLIS_LEAST);
        assertThat(measured.leftBehind()).isZero();
    }

    @Test
    void theNameOfAProcessMayHoldBracketsAndSpaces() {
        String line =
                "42 (a) b (c) S 7 42 42 0 -1 4194560 90 0 0 0 100 20 3 4 20 0 1 0 555 1000 200 0";

        assertThat(ProcessTable.parse(line)).isEqualTo(new Entry(42, 7, 555, 1270));
    }

    private Measured run(String script) throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("data"));
        return Measured.run(List.of("sh", "-c", script), data, folder.resolve("log"));
    }
}
