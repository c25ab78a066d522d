package crateworks.faults;

import crateworks.infra.data.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers whose disk is full for a while; small disks can be mounted by root only. */
@Tag("nightly")
class FullDiskFaultsTest {
    private static final long SEED = Long.getLong("seed", 17);
    private static final Duration FULL =
            Duration.ofSeconds(Long.getLong("seconds", 60)).dividedBy(4);

    private final FaultTable table = new FaultTable(SEED);

    @ParameterizedTest
    @CsvSource({"STORE, 64", "DATABASE, 700"})
    void aServerGoesOnWhenThereIsRoomAgain(Part part, int megabytes, @TempDir Path folder)
            throws Exception {
        try (FullDisk disk = mount(part, megabytes, folder);
                Scene scene = Scene.open(folder)) {
            scene.round(SEED, disk.full(table, new Random(SEED), FULL));
            table.held();
        } finally {
            table.print(Path.of("target", "faults-full-disk-" + part + ".txt"));
        }
    }

    private FullDisk mount(Part part, int megabytes, Path folder) throws InterruptedException {
        try {
            return FullDisk.mount(part, folder, megabytes);
        } catch (IOException e) {
            table.skip("F13 the disk of the " + part + " is full", String.valueOf(e.getMessage()));
            return Assumptions.abort("a small disk cannot be mounted: " + e.getMessage());
        }
    }
}
