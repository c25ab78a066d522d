package crateworks.export.made;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.pipeline.port.Renditions;
import crateworks.pipeline.session.DriveShape;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Progressions on a drive, and the same as music. */
class ProgressionFilesTest extends DeviceFilesScene {
    @Test
    void theMusicOfAProgressionStaysWhenItsListIsMadeAgain() throws Exception {
        fill(3);
        make(DriveShape.STANDARD);
        String list = "Progressions/House-i VI III VII 01.progression";
        Map<String, String> whole = tree();
        for (String path : whole.keySet()) {
            Files.setLastModifiedTime(drive.resolve(path), FileTime.fromMillis(1_000_000));
        }
        Files.delete(drive.resolve(list));

        new DeviceFiles(renditions, blobs, writer)
                .again(root(), drive.toString(), order(DriveShape.STANDARD, "both"), List.of(list));

        assertThat(tree()).isEqualTo(whole);
        for (String path : whole.keySet()) {
            if (!path.equals(list)) {
                assertThat(Files.getLastModifiedTime(drive.resolve(path)).toMillis())
                        .as(path)
                        .isEqualTo(1_000_000);
            }
        }
    }

    @Test
    void theNameOfAProgressionAsMusicSaysBarsTempoAndKey() throws Exception {
        fill(3);

        make(DriveShape.STANDARD);

        String edm = "MPC_Documents/Progressions/EDM/House-i VI III VII 01 8b 124bpm Cm";
        String major = "MPC_Documents/Progressions/Major/Major-I vi ii V 01 8b C";
        assertThat(tree().keySet())
                .filteredOn(path -> path.contains("Progressions/"))
                .contains(edm + ".mid", edm + ".mpcpattern", major + ".mid", major + ".mpcpattern");
    }

    @Test
    void progressionsThatDifferInTheNameOfAChordAreOne() throws Exception {
        String sixth = "[[0,1,\"F:maj6\"],[1,2,\"C:maj\"],[2,3,\"A:min\"],[3,4,\"G:maj\"]]";
        for (String chords : List.of(sixth, sixth.replace("F:maj6", "D:min7/b3"))) {
            renditions.chords.add(
                    new Renditions.Chords(
                            renditions.chords.size() + 1L,
                            chords,
                            0,
                            false,
                            OptionalDouble.empty(),
                            List.of()));
        }

        make(DriveShape.STANDARD);

        assertThat(tree().keySet().stream().filter(path -> path.startsWith("Progressions/")))
                .hasSize(1);
    }
}
