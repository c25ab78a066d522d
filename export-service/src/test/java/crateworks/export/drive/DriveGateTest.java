package crateworks.export.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.port.Outage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriveGateTest {
    @TempDir Path here;

    @Test
    void oneMissingFolderIsMadeAndTwoAreADriveThatIsAway() throws Outage {
        Path drive = here.resolve("drive");
        assertThat(DriveGate.refusal(drive, List.of(), data())).isEmpty();
        assertThat(DriveGate.refusal(here.resolve("usb/drive"), List.of(), data()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("mounted"));

        DriveGate.open(drive);

        assertThat(drive).isDirectory();
        assertThatThrownBy(() -> DriveGate.open(here.resolve("usb/drive")))
                .isInstanceOf(Outage.class);
    }

    @Test
    void aFileIsNoDrive() throws Exception {
        Path file = Files.createFile(here.resolve("drive"));

        assertThat(DriveGate.refusal(file, List.of(), data())).isPresent();
    }

    @Test
    void driveAndSourcesAndDataNeverLieInEachOther() throws Exception {
        Path source = Files.createDirectory(here.resolve("source"));
        Path link = Files.createSymbolicLink(here.resolve("link"), source);

        for (Path drive : List.of(source, source.resolve("out"), link.resolve("out"), here)) {
            assertThat(DriveGate.refusal(drive, List.of(source), data()))
                    .as("" + drive)
                    .isPresent();
        }
        assertThat(
                        DriveGate.refusal(
                                data().resolve("out"), List.of(), Files.createDirectory(data())))
                .isPresent();
        assertThat(DriveGate.refusal(here.resolve("source2"), List.of(source), data())).isEmpty();
    }

    @Test
    void moreFilesThanADriveHasBlocksForAreRefused() throws Outage {
        assertThat(DriveGate.shortage(here, 1, 4096)).isEmpty();
        assertThat(DriveGate.shortage(here, 7, 1L << 60))
                .hasValueSatisfying(
                        sentence ->
                                assertThat(sentence)
                                        .contains("MB for 7 files are needed", "MB are free"));
    }

    @Test
    void oneRunAtATimeHasTheLease() throws Outage {
        var one = new DriveLeases();
        one.take(here);
        one.take(here);
        try (var other = new DriveLeases()) {
            assertThatThrownBy(() -> other.take(here))
                    .isInstanceOf(Outage.class)
                    .hasMessageContaining("another run");

            one.release(here);
            assertThat(here.resolve(DriveLease.FILE)).doesNotExist();
            other.take(here);
        }
        assertThat(here.resolve(DriveLease.FILE)).doesNotExist();
    }

    private Path data() {
        return here.resolve("data");
    }
}
