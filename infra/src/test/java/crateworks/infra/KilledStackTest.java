package crateworks.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written before a kill, of the process, of the database too, and of a first start. */
class KilledStackTest {
    @TempDir Path folder;

    @Test
    void whatWasWrittenIsThereAfterTheProcessWasKilled() throws Exception {
        var data = DataDirectory.at(folder.resolve("data"));
        try (var process = StackProcess.start(data.root(), "one", Map.of())) {
            process.awaitLine("ready");
        }
        ProcessHandle survivor = postmaster(data);
        assertThat(survivor.isAlive()).isTrue();
        assertThat(data.runningInstance()).isEmpty();
        try (var stack = EmbeddedStack.start(data, StackSettings.everything())) {
            assertThat(survivor.isAlive()).isFalse();
            var contents = new Contents(stack.connections());
            assertThat(contents.records()).containsExactly("one");
            assertThat(contents.rows()).containsExactly("one");
            assertThat(contents.object("one")).isEqualTo("one");
        }
    }

    @Test
    void aRowIsThereAfterTheDatabaseWasKilledToo() throws Exception {
        var data = DataDirectory.at(folder.resolve("data"));
        try (var process = StackProcess.start(data.root(), "database", Map.of())) {
            process.awaitLine("ready");
            process.kill();
            ProcessHandle postmaster = postmaster(data);
            var all = postmaster.descendants().toList();
            all.forEach(ProcessHandle::destroyForcibly);
            postmaster.destroyForcibly();
            postmaster.onExit().get();
        }
        try (var stack = EmbeddedStack.start(data, StackSettings.of(Set.of(Part.DATABASE)))) {
            var contents = new Contents(stack.connections());
            assertThat(contents.rows()).containsExactly("database");
            assertThat(contents.setting("fsync")).isEqualTo("on");
            assertThat(contents.setting("synchronous_commit")).isEqualTo("on");
            assertThatThrownBy(stack::s3Endpoint).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void initdbThatOutlivesAKilledStartDoesNotDisturbTheNext() throws Exception {
        var data = DataDirectory.at(folder.resolve("data"));
        Path database = data.root().resolve("database");
        try (var process = StackProcess.start(data.root(), "database", Map.of())) {
            while (!isBeingCreated(database)) {
                Thread.sleep(5);
            }
            process.kill();
        }
        assertThat(database.resolve("cluster")).doesNotExist();
        try (var stack = EmbeddedStack.start(data, StackSettings.of(Set.of(Part.DATABASE)))) {
            var contents = new Contents(stack.connections());
            contents.writeRow("one");
            assertThat(contents.rows()).containsExactly("one");
        }
    }

    /** Whether initdb has begun to fill a cluster. */
    private static boolean isBeingCreated(Path database) throws IOException {
        if (!Files.isDirectory(database)) {
            return false;
        }
        try (var files = Files.newDirectoryStream(database, "cluster*.new")) {
            for (Path each : files) {
                if (Files.exists(each.resolve("base/1"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static ProcessHandle postmaster(DataDirectory data) throws IOException {
        String pid =
                Files.readAllLines(data.database().resolve("cluster/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
