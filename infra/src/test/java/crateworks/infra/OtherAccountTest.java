package crateworks.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherAccountTest {
    private static final int NOBODY = 65534;

    @TempDir Path folder;

    @Test
    void aRootWithoutUserNamespacesRunsTheDatabaseAsNobodyEverAfter() throws Exception {
        assumeTrue(owner(Path.of("/proc/self")) == 0, "only root gives files to others");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv is not installed");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var data = DataDirectory.at(folder.resolve("data"));
        Map<String, String> environment = Map.of("PATH", programsWithoutUnshare().toString());
        try (var process = StackProcess.start(data.root(), "database", environment)) {
            process.awaitLine("ready");
        }
        assertThat(owner(data.database().resolve("cluster"))).isEqualTo(NOBODY);
        // Here unshare is allowed, but the files belong to nobody now.
        try (var stack = EmbeddedStack.start(data, StackSettings.of(Set.of(Part.DATABASE)))) {
            assertThat(new Contents(stack.connections()).rows()).containsExactly("database");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                .isEqualTo("rwx-----x");
    }

    private Path programsWithoutUnshare() throws IOException {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        for (String name : new String[] {"setpriv", "test", "chown"}) {
            Files.createSymbolicLink(programs.resolve(name), Path.of("/usr/bin", name));
        }
        return programs;
    }

    private static int owner(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }
}
