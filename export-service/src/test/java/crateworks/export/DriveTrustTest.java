package crateworks.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.export.drive.DriveMark;
import crateworks.export.drive.DriveMetadata;
import crateworks.export.drive.DriveRepair;
import crateworks.export.drive.DriveRoot;
import crateworks.export.drive.DriveVerifier;
import crateworks.export.drive.DriveVerifier.Finding;
import crateworks.pipeline.message.Analyzed;
import crateworks.pipeline.port.Exporting.Turn;
import crateworks.pipeline.port.Outage;
import crateworks.pipeline.session.DriveShape;
import crateworks.pipeline.session.DriveWishes;
import crateworks.pipeline.session.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whether the right drive holds the right bytes, and what happens where it does not. */
class DriveTrustTest extends ExportScene {
    @Test
    void anEmptyFolderInThePlaceOfTheDriveIsRefusedUnlessItIsANewDrive() throws Exception {
        export(batch(20));
        Map<String, String> before = tree(drive);
        Path away = Files.move(drive, here.resolve("away"));
        Files.createDirectory(drive);

        assertThatThrownBy(() -> drive().plan(session()))
                .isInstanceOf(Outage.class)
                .hasMessageContaining("is empty")
                .hasMessageContaining("11111111");
        assertThatThrownBy(() -> drive().finish(session())).isInstanceOf(Outage.class);
        assertThat(drive).isEmptyDirectory();

        Files.delete(drive);
        Files.move(away, drive);
        try (ExportDrive led = drive()) {
            led.plan(session());
        }
        assertThat(tree(drive)).isEqualTo(before);
    }

    @Test
    void aDriveWithoutItsMarkIsWrittenAnewOnlyWhenTheUserSaysSo() throws Exception {
        export(batch(20));
        Files.delete(drive.resolve(DriveMark.FILE));
        assertThatThrownBy(() -> drive().plan(session()))
                .isInstanceOf(Outage.class)
                .hasMessageContaining("it has no METADATA/drive.json");

        drive().plan(session(new DriveWishes(true, Selection.EVERYTHING, DriveShape.STANDARD)));

        assertThat(DriveMark.read(drive)).contains(MARK);
        assertThat(library.reopened).contains(drive.toString());
    }

    @Test
    void anotherDriveInItsPlaceIsRefusedBeforeAndWhileItIsWritten() throws Exception {
        List<Analyzed> batch = batch(20);
        drive().plan(session());
        plans.turn(new Turn.Go(drive.toString(), MARK));
        job.perform(batch.subList(0, 10));
        Files.writeString(
                drive.resolve(DriveMark.FILE),
                "{\"schema\":1,\"drive\":\"99999999-2222-3333-4444-555555555555\"}");

        assertThatThrownBy(() -> job.perform(batch.subList(10, 20)))
                .isInstanceOf(Outage.class)
                .hasMessageContaining("another drive is mounted")
                .hasMessageContaining("99999999");
        assertThatThrownBy(() -> drive().plan(session()))
                .isInstanceOf(Outage.class)
                .hasMessageContaining("another drive is mounted");
    }

    @Test
    void aDriveIsKnownAgainWhereverItIsMounted() throws Exception {
        export(batch(20));
        drive = Files.move(drive, here.resolve("elsewhere"));

        drive().plan(session());

        assertThat(drives.at(drive.toString()).orElseThrow().mark()).contains(MARK);
        assertThat(drives.at(here.resolve("drive").toString())).isEmpty();
    }

    @Test
    void theDriveOfAnotherLibraryIsRefused() throws Exception {
        export(batch(20));
        var other = new DriveTrustTest();
        other.here = here;
        other.drive = drive;
        other.batch(1);

        assertThatThrownBy(() -> other.drive().plan(other.session()))
                .isInstanceOf(Outage.class)
                .hasMessageContaining("another library");
        other.stop();
    }

    @Test
    void aDriveThatIsTooSmallIsRefusedBeforeAnythingIsWritten() throws Exception {
        batch(3);
        plans.needBytes(1L << 60);

        assertThatThrownBy(() -> drive().plan(session()))
                .isInstanceOf(Outage.class)
                .hasMessageContaining("is too small")
                .hasMessageContaining("are free");

        assertThat(drive.resolve("METADATA")).doesNotExist();
        assertThat(plans.hashByPath()).isEmpty();
    }

    @Test
    void verifyFindsWhatIsChangedTornMissingAndForeignAndRepairRewritesOnlyThat() throws Exception {
        export(batch(20));
        List<String> paths = List.copyOf(plans.hashByPath().keySet());
        Map<String, String> before = tree(drive);
        damage(paths);
        var findings = new ArrayList<Finding>();

        var sums = new DriveVerifier(blobs::hash).verify(drive, findings::add);

        assertThat(sums).isEqualTo(sums(20, 16, 2, 1, 1, 1));
        assertThat(sums.allSound()).isFalse();
        assertThat(findings)
                .containsExactlyInAnyOrder(
                        new Finding.Changed(paths.get(0)),
                        new Finding.Torn(paths.get(1)),
                        new Finding.Missing(paths.get(2)),
                        new Finding.Torn(paths.get(3)),
                        new Finding.Leftover("MPC_Documents/.crateworks-old-1.part"),
                        new Finding.Foreign("MPC_Documents/mine.mid"));

        makeOld();
        var repair =
                new DriveRepair(
                        plans,
                        drives,
                        blobs,
                        writer,
                        new DriveMetadata(plans, "test"),
                        (_, _) -> 0);
        assertThat(repair.repair(new DriveRoot(drive, MARK), List.of(), _ -> {}).rewritten())
                .isEqualTo(4);

        assertThat(new DriveVerifier(blobs::hash).verify(drive, _ -> {}).allSound()).isTrue();
        var after = new TreeMap<>(tree(drive));
        assertThat(after.remove("MPC_Documents/mine.mid")).isEqualTo("mine");
        assertThat(after).isEqualTo(before);
        for (String path : paths.subList(4, 20)) {
            assertThat(Files.getLastModifiedTime(drive.resolve(path))).isEqualTo(LONG_AGO);
        }
    }

    private void damage(List<String> paths) throws IOException {
        byte[] flipped = Files.readAllBytes(drive.resolve(paths.get(0)));
        flipped[3] ^= 1;
        Files.write(drive.resolve(paths.get(0)), flipped);
        Files.write(drive.resolve(paths.get(1)), new byte[2]);
        Files.delete(drive.resolve(paths.get(2)));
        Files.write(drive.resolve(paths.get(3)), new byte[9]);
        Files.writeString(drive.resolve("MPC_Documents/mine.mid"), "mine");
        Files.writeString(drive.resolve("MPC_Documents/.crateworks-old-1.part"), "half");
    }

    @Test
    void anIndexThatLeadsOffTheDriveIsNotFollowed() throws Exception {
        export(batch(1));
        Files.writeString(
                drive.resolve(DriveMetadata.INDEX),
                "{\"files\":[{\"path\":\"../../x.mid\",\"blake3\":\"00\",\"bytes\":1}]}");
        var sums = new DriveVerifier(blobs::hash).verify(drive, _ -> {});

        assertThat(sums.unreadable()).isEqualTo(1);
        Files.writeString(drive.resolve(DriveMetadata.INDEX), "{\"files\":[{\"path\":");
        assertThatThrownBy(() -> new DriveVerifier(blobs::hash).verify(drive, _ -> {}))
                .isInstanceOf(Outage.class);
    }
}
