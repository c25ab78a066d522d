package crateworks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.infra.data.Part;
import crateworks.pipeline.session.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many faults in one run, in the short length; docs/faults.md tells of the long length. */
@Tag("short")
class ShortFaultsTest {
    private static final long SEED = Long.getLong("seed", 17);

    @Test
    void throughKillsOutagesAndSpoiledRecordsARunComesToTheSameEnd(@TempDir Path folder)
            throws Exception {
        var random = new Random(SEED);
        var table = new FaultTable(SEED);
        var outages = new Outages(table, random, Duration.ofSeconds(2));
        var records = new Records(table, random);
        try (Scene scene = Scene.open(folder)) {
            Ledger ledger =
                    scene.round(
                            SEED,
                            Scene.oneAfterTheOther(
                                    new Kills(table, random).someSomewhere(2),
                                    records.poison(),
                                    outages.store("answers 503", Weather.UNAVAILABLE),
                                    outages.stopped(Part.STORE),
                                    outages.connectionsEnded(),
                                    outages.stopped(Part.DATABASE),
                                    records.repeated(),
                                    outages.stopped(Part.BROKER)));
            assertThat(ledger.files().done()).isGreaterThan(60);
            table.held();
        } finally {
            table.print(Path.of("target", "faults.txt"));
        }
    }
}
