package crateworks.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Part;
import crateworks.infra.data.PortUse;
import crateworks.infra.data.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts, restarts and refusals. What outlives a kill: {@link KilledStackTest}. */
class EmbeddedStackTest {
    @TempDir Path folder;

    @Test
    void whatWasWrittenIsThereAfterARestartThoughAllPortsWereTaken() throws Exception {
        var data = DataDirectory.at(folder.resolve("with space ' and #"));
        Connections first;
        try (var stack = EmbeddedStack.start(data, StackSettings.everything())) {
            first = stack.connections();
            new Contents(first).write("one");
            assertThat(data.runningInstance()).contains(first);
        }
        assertThat(data.runningInstance()).isEmpty();
        for (PortUse use : PortUse.values()) {
            assertThat(new ServerSocket(first.ports().of(use)).isBound()).isTrue();
        }
        try (var stack = EmbeddedStack.start(data, StackSettings.everything())) {
            assertThat(stack.connections().ports().numbers().values())
                    .doesNotContainAnyElementsOf(first.ports().numbers().values());
            assertThat(stack.connections().credentials()).isEqualTo(first.credentials());
            var contents = new Contents(stack.connections());
            contents.write("two");
            assertThat(contents.records()).containsExactly("one", "two");
            assertThat(contents.rows()).containsExactly("one", "two");
            assertThat(contents.object("one")).isEqualTo("one");
            assertThat(contents.object("two")).isEqualTo("two");
        }
    }

    @Test
    void aSecondProcessIsRefusedAndCanLook() throws Exception {
        var data = DataDirectory.at(folder.resolve("data"));
        try (var process = StackProcess.start(data.root(), "database", Map.of())) {
            process.awaitLine("ready");
            assertThatThrownBy(() -> EmbeddedStack.start(data, StackSettings.everything()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.BUSY))
                    .hasMessageContaining("process " + process.pid());
            Connections running = data.runningInstance().orElseThrow();
            assertThat(running.pid()).isEqualTo(process.pid());
            assertThat(running.parts()).containsExactly(Part.DATABASE);
            assertThat(new Contents(running).rows()).containsExactly("database");
        }
        EmbeddedStack.start(data, StackSettings.of(Set.of(Part.DATABASE))).close();
    }

    @Test
    void aConfiguredPortInUseIsRefusedByNumber() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            var settings = StackSettings.everything().withPort(PortUse.STORE, port);
            var data = DataDirectory.at(folder.resolve("data"));
            assertThatThrownBy(() -> EmbeddedStack.start(data, settings))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("the object store");
        }
    }

    @Test
    void tooLittleDiskIsRefused() {
        var settings = StackSettings.everything().withFreeDiskBytesMin(Long.MAX_VALUE);
        assertThatThrownBy(
                        () ->
                                EmbeddedStack.start(
                                        DataDirectory.at(folder.resolve("data")), settings))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("MiB are free");
    }

    @Test
    void theDatabaseWantsItsPasswordAndABrokenOneIsToldWithItsLog() throws Exception {
        var data = DataDirectory.at(folder.resolve("data"));
        try (var stack = EmbeddedStack.start(data, StackSettings.of(Set.of(Part.DATABASE)))) {
            assertThatThrownBy(
                            () ->
                                    DriverManager.getConnection(
                                            stack.jdbcUrl(),
                                            stack.connections().databaseUser(),
                                            "another"))
                    .isInstanceOf(SQLException.class);
        }
        breakCluster(data);
        assertThatThrownBy(() -> EmbeddedStack.start(data, StackSettings.of(Set.of(Part.DATABASE))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("pg_control");
        assertThat(data.runningInstance()).isEmpty();
    }

    private static void breakCluster(DataDirectory data) throws IOException {
        Files.delete(data.database().resolve("cluster/global/pg_control"));
    }
}
