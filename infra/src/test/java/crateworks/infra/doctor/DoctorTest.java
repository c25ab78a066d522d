package crateworks.infra.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.infra.StackSettings;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.PortUse;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir Path folder;

    @Test
    void aMachineThatRunsTheseTestsHasTheRightJavaAndProcessor() throws Exception {
        var data = DataDirectory.at(folder.resolve("data"));
        List<Check> checks = Doctor.checks(data, StackSettings.everything());
        assertThat(checks)
                .filteredOn(
                        check -> List.of("Java", "temporary files", "ports").contains(check.name()))
                .extracting(Check::verdict)
                .containsExactly(Check.Verdict.OK, Check.Verdict.OK, Check.Verdict.OK);
        assertThat(checks).extracting(Check::name).doesNotHaveDuplicates();
        assertThat(checks)
                .allSatisfy(
                        check -> assertThat(check.sentence()).endsWith(".").doesNotContain("\n"));
        assertThat(data.root()).doesNotExist();
    }

    @Test
    void aPortInUseAndAFullDiskAreFound() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings =
                    StackSettings.everything()
                            .withPort(PortUse.BROKER, taken.getLocalPort())
                            .withFreeDiskBytesMin(Long.MAX_VALUE / 8);
            List<Check> checks = Doctor.checks(DataDirectory.at(folder.resolve("data")), settings);
            assertThat(checks)
                    .filteredOn(check -> check.verdict() == Check.Verdict.FAIL)
                    .extracting(Check::name)
                    .contains("ports", "free disk");
        }
    }
}
