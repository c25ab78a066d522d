package crateworks.export.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriveReadmeTest {
    private static final String PATTERNS = "MPC_Documents/Patterns/";

    @TempDir Path drive;

    @Test
    void theExampleIsTheFullestFolderOfBassPatterns() throws Exception {
        assertThat(
                        written(
                                PATTERNS + "Bass/080-089bpm/Am/a.mpcpattern",
                                PATTERNS + "Bass/120-129bpm/F#m/b.mpcpattern",
                                PATTERNS + "Bass/120-129bpm/F#m/c.mpcpattern",
                                PATTERNS + "Bass/130-139bpm/C/d.mpcpattern",
                                PATTERNS + "Bass/130-139bpm/No_Key/1.mpcpattern",
                                PATTERNS + "Bass/130-139bpm/No_Key/2.mpcpattern",
                                PATTERNS + "Bass/130-139bpm/No_Key/3.mpcpattern",
                                PATTERNS + "Chords/120-129bpm/C/e.mpcpattern",
                                PATTERNS + "Chords/120-129bpm/C/f.mpcpattern",
                                PATTERNS + "Chords/120-129bpm/C/g.mpcpattern",
                                "MPC_Documents/SAMPLES/Bass/120-129bpm/h.mid"))
                .contains(
                        "For example, 2 patterns lie here:\n"
                                + "  MPC_Documents > Patterns > Bass > 120-129bpm > F#m\nLoad ");
    }

    @Test
    void withoutBassItIsOneOfOtherPatternsAndWithoutAnyThereIsNone() throws Exception {
        assertThat(written(PATTERNS + "Drums/090-099bpm/a.mpcpattern"))
                .contains(
                        "For example, a pattern lies here:\n"
                                + "  MPC_Documents > Patterns > Drums > 090-099bpm\n");
        assertThat(written(PATTERNS + "Bass/No_Tempo/No_Key/a.mpcpattern"))
                .contains("  MPC_Documents > Patterns > Bass > No_Tempo > No_Key\n");
        assertThat(
                        written(
                                "Expansions/CW House 120-129/Bass/a.mpcpattern",
                                "Expansions/CW House 120-129/Samples/a.WAV",
                                "Expansions/CW House 120-129/Samples/b.WAV"))
                .contains("a pattern lies here:\n  Expansions > CW House 120-129 > Bass\n");
        assertThat(written("MPC_Documents/SAMPLES/Bass/120-129bpm/h.mid"))
                .doesNotContain("example")
                .contains("tempo and kind.\nLoad a pattern");
    }

    private String written(String... paths) throws Exception {
        var readme = new DriveReadme(new Leftovers("test"));
        List.of(paths).forEach(readme::add);
        readme.write(drive);
        return Files.readString(drive.resolve("README.txt"));
    }
}
