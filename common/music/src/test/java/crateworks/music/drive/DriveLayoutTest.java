package crateworks.music.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.music.category.Category;
import crateworks.music.naming.SafeName;
import crateworks.music.naming.TargetProfile;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriveLayoutTest {
    private static final DriveLayout LAYOUT = DriveLayout.STANDARD;

    @Test
    void everyCategoryHasAFolderOfItsOwn() {
        var folders = new HashSet<String>();
        for (Category category : Category.values()) {
            folders.add(LAYOUT.rangeFolder(category.label(), 120, "Am"));
        }

        assertThat(folders)
                .hasSameSizeAs(Category.values())
                .noneMatch(folder -> folder.contains("Other"))
                .contains(
                        "MPC_Documents/SAMPLES/Drums/Kicks/120-129bpm",
                        "MPC_Documents/SAMPLES/Drums/Grooves/120-129bpm",
                        "MPC_Documents/SAMPLES/Bass/120-129bpm",
                        "MPC_Documents/Progressions/Minor/120-129bpm");
    }

    @Test
    void progressionsLieByTheModeOfTheirKey() {
        assertThat(LAYOUT.rangeFolder("Progressions", 0, "Eb"))
                .isEqualTo("MPC_Documents/Progressions/Major/No_Tempo");
        assertThat(LAYOUT.rangeFolder("Progressions", 0, ""))
                .isEqualTo("MPC_Documents/Progressions/No_Key/No_Tempo");
    }

    @Test
    void aCategoryOfTomorrowHasAFolderToo() {
        assertThat(LAYOUT.rangeFolder("../Vocals", 90, ""))
                .isEqualTo("MPC_Documents/SAMPLES/Other/090-099bpm");
    }

    @Test
    void rangesOfTempiAreFewAndSortAsTheyAre() {
        assertThat(DriveLayout.tempoFolder(0)).isEqualTo("No_Tempo");
        assertThat(DriveLayout.tempoFolder(60)).isEqualTo("060-069bpm");
        assertThat(DriveLayout.tempoFolder(128)).isEqualTo("120-129bpm");
        var names = new HashSet<String>();
        for (int tempoFrom = -10; tempoFrom < 100_000; tempoFrom += 10) {
            names.add(DriveLayout.tempoFolder(tempoFrom));
        }
        assertThat(names).contains("400bpm_and_up").hasSize(41);
    }

    @Test
    void keysThatAreNoneShareAFolder() {
        assertThat(LAYOUT.keyFolder("F#m")).isEqualTo("F#m");
        assertThat(LAYOUT.keyFolder("H")).isEqualTo("No_Key");
        assertThat(LAYOUT.keyFolder("../Am")).isEqualTo("No_Key");
        assertThat(new DriveLayout(TargetProfile.LETTERS_ONLY, 500, true).keyFolder("F#m"))
                .isEqualTo("Fsm");
    }

    @Test
    void aNameThatIsTakenGetsTheNextNumber() {
        FolderNames names = LAYOUT.namesIn(Set.of("kick.mid", "kick_3.mid"));

        assertThat(names.take("Kick.MID")).isEqualTo("Kick_2.mid");
        assertThat(names.take("KICK.mid")).isEqualTo("KICK_4.mid");
        assertThat(names.take("kick_2.mid")).isEqualTo("kick_2_2.mid");
        assertThat(names.count()).isEqualTo(5);
    }

    @Test
    void namesOfAFolderDifferWithoutRegardToCase() {
        FolderNames names = LAYOUT.namesIn(Set.of());
        var folded = new HashSet<String>();
        for (int number = 0; number < 2_000; number++) {
            String wanted = number % 2 == 0 ? "x".repeat(300) : "X".repeat(300);
            String name = names.take(wanted);
            assertThat(folded.add(SafeName.foldKey(name))).as(name).isTrue();
            assertThat(name.length()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void theLongestPathStaysWithinTheLimit() {
        var layout = new DriveLayout(TargetProfile.KEEP_SHARPS.withNameBytesMax(255), 500, true);
        String folder =
                layout.rangeFolder("DrumPerc", 100_000, "")
                        + "/"
                        + DriveLayout.keySeries(layout.keyFolder(""), 18)
                        + "/"
                        + DriveLayout.numbered(500);
        String name = layout.namesIn(Set.of()).take("n".repeat(400));

        assertThat(folder + "/" + name).hasSizeLessThanOrEqualTo(DriveLayout.PATH_CHARS_MAX);
        assertThatThrownBy(() -> DriveLayout.keySeries("Am", 19))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void formatsAreKnownByTheirWordsOnly() {
        assertThat(DriveFormat.of("mpc-one")).isEqualTo(DriveFormat.MPC_ONE);
        assertThatThrownBy(() -> DriveFormat.of("mpc"))
                .hasMessageContaining("mpc-one, akai-force, both");
    }
}
