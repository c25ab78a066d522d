package crateworks.infra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private static final Set<Part> ALL = EnumSet.allOf(Part.class);

    @TempDir Path folder;

    @Test
    void theStandardPlaceFollowsTheDataHome() {
        Path home = Path.of("/home/me");
        assertThat(DataDirectory.standard(Map.of("XDG_DATA_HOME", "/d"), home).root())
                .isEqualTo(Path.of("/d/crateworks"));
        assertThat(DataDirectory.standard(Map.of("XDG_DATA_HOME", "relative"), home).root())
                .isEqualTo(Path.of("/home/me/.local/share/crateworks"));
        assertThat(DataDirectory.standard(Map.of(), home).root())
                .isEqualTo(Path.of("/home/me/.local/share/crateworks"));
    }

    @Test
    void theDirectoryAndItsSecretsAreForItsOwnerOnly() throws Exception {
        var data = DataDirectory.at(folder.resolve("a/b/data"));
        try (Lease lease = data.take()) {
            Connections settled = lease.settle(ALL, Map.of());
            assertThat(permissions(data.root())).isEqualTo("rwx------");
            assertThat(permissions(data.store())).isEqualTo("rwx------");
            assertThat(permissions(data.broker())).isEqualTo("rwx------");
            assertThat(permissions(data.secretsFile())).isEqualTo("rw-------");
            assertThat(settled.s3SecretKey()).hasSize(32);
            assertThat(settled.toString())
                    .doesNotContain(settled.s3SecretKey(), settled.databasePassword());
        }
    }

    @Test
    void portsAndSecretsStayTheSame() throws Exception {
        var data = DataDirectory.at(folder.resolve("data"));
        Connections first;
        try (Lease lease = data.take()) {
            first = lease.settle(ALL, Map.of());
        }
        try (Lease lease = data.take()) {
            assertThat(lease.settle(ALL, Map.of())).isEqualTo(first);
        }
    }

    @Test
    void aStoredPortThatIsTakenIsReplacedAlone() throws Exception {
        var data = DataDirectory.at(folder.resolve("data"));
        try (Lease lease = data.take()) {
            Ports first = lease.settle(ALL, Map.of()).ports();
            int controller = first.of(PortUse.CONTROLLER);
            try (var taken = new ServerSocket(controller, 1, InetAddress.getLoopbackAddress())) {
                assertThat(taken.isBound()).isTrue();
                Ports second = lease.settle(ALL, Map.of()).ports();
                assertThat(second.of(PortUse.CONTROLLER)).isNotEqualTo(controller);
                assertThat(second.of(PortUse.BROKER)).isEqualTo(first.of(PortUse.BROKER));
                assertThat(second.of(PortUse.STORE)).isEqualTo(first.of(PortUse.STORE));
            }
        }
    }

    @Test
    void aPortConfiguredTwiceIsRefused() throws Exception {
        try (Lease lease = DataDirectory.at(folder.resolve("data")).take()) {
            assertThatThrownBy(
                            () ->
                                    lease.settle(
                                            ALL,
                                            Map.of(PortUse.BROKER, 20001, PortUse.STORE, 20001)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("20001");
        }
    }

    @Test
    void anotherVersionIsRefused() throws Exception {
        var data = DataDirectory.at(folder.resolve("data"));
        data.prepare();
        Files.writeString(data.root().resolve("format-version"), "7\n");
        assertThatThrownBy(data::take)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(78))
                .hasMessageContaining("format version 7");
    }

    @Test
    void aFolderOfSomethingElseIsRefusedAndLeftAlone() throws Exception {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Files.writeString(photos.resolve("one.jpg"), "");
        assertThatThrownBy(() -> DataDirectory.at(photos).prepare())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("neither empty nor a data directory");
        assertThat(photos).isDirectoryNotContaining("glob:**format-version");
    }

    @Test
    void aPathThatTheServersCannotTakeIsRefused() {
        assertThatThrownBy(() -> DataDirectory.at(folder.resolve("a,b")).prepare())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("comma");
    }

    @Test
    void aHeldDirectoryIsRefusedWithTheProcessThatHoldsIt() throws Exception {
        var data = DataDirectory.at(folder.resolve("data"));
        try (Lease lease = data.take()) {
            assertThat(lease.directory()).isSameAs(data);
            assertThatThrownBy(data::take)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        data.take().close();
    }

    @Test
    void whatACrashedProcessAnnouncedIsNotBelieved() throws Exception {
        var data = DataDirectory.at(folder.resolve("data"));
        byte[] announced;
        try (Lease lease = data.take()) {
            lease.announce(lease.settle(ALL, Map.of()));
            assertThat(data.runningInstance()).isPresent();
            announced = Files.readAllBytes(data.runtimeFile());
        }
        Files.write(data.runtimeFile(), announced);
        assertThat(data.runningInstance()).isEmpty();
        data.take().close();
        assertThat(data.runtimeFile()).doesNotExist();
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
