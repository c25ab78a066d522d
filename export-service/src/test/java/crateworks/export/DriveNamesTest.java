package crateworks.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.export.drive.DriveMover;
import crateworks.export.drive.DriveRoot;
import crateworks.export.drive.DriveVerifier;
import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.port.DriveMoves.Move;
import crateworks.pipeline.port.Outage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriveNamesTest extends ExportScene {
    @Test
    void filesGetTheirNewNamesWhichDifferAndASecondTimeNothingMoves() throws Exception {
        export(batch(4));
        for (long file = 1; file <= 3; file++) {
            moves.names.put(file, file == 2 ? "90BPM_F#min_bass.mid" : "90bpm_F#min_bass.mid");
        }

        assertThat(names().preview(drive.toString())).hasSize(3);
        assertThat(names().rename(root(), drive.toString())).isEqualTo(3);

        Path folder = drive.resolve("MPC_Documents/SAMPLES/Bass/120-129bpm");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT)))
                    .containsExactlyInAnyOrder(
                            "90bpm_f#min_bass.mid",
                            "90bpm_f#min_bass_2.mid",
                            "90bpm_f#min_bass_3.mid",
                            "loop_4.mid");
        }
        assertThat(names().rename(root(), drive.toString())).isZero();
        drive().finish(session());
        assertThat(new DriveVerifier(blobs::hash).verify(drive, _ -> {}).allSound()).isTrue();
    }

    @Test
    void aCrashInBetweenIsMadeGoodByTheNextPlan() throws Exception {
        export(batch(4));
        moves.names.put(1L, "new.mid");
        moves.failsWhenDone = true;
        assertThatThrownBy(() -> names().rename(root(), drive.toString()))
                .isInstanceOf(Outage.class);
        Move move = moves.underWay(drive.toString()).getFirst();
        Files.move(drive.resolve(move.to()), drive.resolve(move.from()));

        moves.failsWhenDone = false;
        drive().plan(session());

        assertThat(drive.resolve(move.to())).exists();
        assertThat(drive.resolve(move.from())).doesNotExist();
        assertThat(moves.underWay(drive.toString())).isEmpty();
    }

    @Test
    void aFileOfTheUsersIsNeverOverwritten() throws Exception {
        export(batch(4));
        moves.names.put(1L, "mine.mid");
        Path mine = drive.resolve("MPC_Documents/SAMPLES/Bass/120-129bpm/mine.mid");
        Files.writeString(mine, "mine");
        Map<String, String> before = tree(drive);

        assertThat(names().rename(root(), drive.toString())).isZero();

        assertThat(tree(drive)).isEqualTo(before);
        Move move = new Move(1, List.copyOf(plans.hashByPath().keySet()).getFirst(), "mine.mid");
        Files.writeString(drive.resolve("mine.mid"), "mine");
        assertThatThrownBy(() -> new DriveMover().move(root(), List.of(move)))
                .isInstanceOf(Outage.class);
        assertThat(drive.resolve("mine.mid")).hasContent("mine");
    }

    private DriveNames names() {
        return new DriveNames(moves, new DriveMover(), DriveLayout.STANDARD);
    }

    private DriveRoot root() {
        return new DriveRoot(drive, MARK);
    }
}
