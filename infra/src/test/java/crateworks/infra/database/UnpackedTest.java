package crateworks.infra.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {
    private final Unpacked unpacked = new Unpacked("test-" + UUID.randomUUID());

    @TempDir private Path folder;

    private int unpackings;

    @AfterEach
    void leaveNothingInTheCache() throws IOException {
        Programs.delete(unpacked.cached());
    }

    @Test
    void theSecondFolderIsACopyOfTheFirst() throws IOException {
        unpacked.copyTo(folder.resolve("a"), this::unpack);
        unpacked.copyTo(folder.resolve("b"), this::unpack);

        assertThat(unpackings).isEqualTo(1);
        for (String each : new String[] {"a", "b"}) {
            Path program = folder.resolve(each).resolve("bin/program");
            assertThat(program).hasContent("x");
            assertThat(Files.isExecutable(program)).isTrue();
            assertThat(folder.resolve(each).resolve("bin/link")).isSymbolicLink();
        }
    }

    @Test
    void whatWasNotUnpackedToTheEndIsNotKept() {
        Path target = folder.resolve("a");

        assertThatThrownBy(() -> unpacked.copyTo(target, this::fail))
                .isInstanceOf(IOException.class);

        assertThat(unpacked.cached()).doesNotExist();
    }

    private void unpack(Path target) throws IOException {
        unpackings++;
        Path bin = Files.createDirectories(target.resolve("bin"));
        Path program = Files.writeString(bin.resolve("program"), "x");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(bin.resolve("link"), Path.of("program"));
    }

    private void fail(Path target) throws IOException {
        Files.createDirectory(target);
        throw new IOException("the disk is full");
    }
}
