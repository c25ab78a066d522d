package crateworks.music.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.mpc.PatternProfile.Generation;
import crateworks.music.mpc.PatternProfile.Preamble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files for devices, byte for byte; {@code -Dgolden=write} writes them anew. */
class GoldenFilesTest {
    private static final Path FOLDER =
            Path.of("src", "test", "resources", "crateworks", "music", "mpc");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flat.mpcpattern",
                "preamble.mpcpattern",
                "nested.mpcpattern",
                "Pop-I V vi IV 01.progression",
                "Expansion.xml"
            })
    void everyKindOfFileIsWrittenAsItWas(String name) throws IOException {
        Path golden = FOLDER.resolve(name);
        byte[] written = written(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.write(golden, written);
        }
        assertThat(written).isEqualTo(Files.readAllBytes(golden));
    }

    private static byte[] written(String name) {
        return switch (name) {
            case "flat.mpcpattern" -> PatternWriter.write(beat(), PatternProfile.STANDARD);
            case "preamble.mpcpattern" ->
                    PatternWriter.write(
                            beat(), new PatternProfile(Generation.FLAT, Preamble.MIDIAN));
            case "nested.mpcpattern" ->
                    PatternWriter.write(
                            beat(), new PatternProfile(Generation.NESTED, Preamble.NONE));
            case "Expansion.xml" ->
                    new Expansion(
                                    "com.crateworks.pack.house.120",
                                    "House & Friends 120-129",
                                    "cover.png",
                                    "Made of your own files")
                            .toBytes();
            default -> ChordListWriter.write(fourChords());
        };
    }

    static Pattern beat() {
        var notes = new Pattern.Builder(4);
        notes.add(0, 240, 36, 120).add(480, 120, 42, 64).add(960, 240, 38, 127);
        return notes.add(123_456, 1, 42, 1).build(33);
    }

    static ChordList fourChords() {
        return ChordLists.of(List.of("G:maj", "D:maj/3", "E:min7", "C:maj"), 7, false)
                .orElseThrow()
                .named("Pop-I V vi IV 01");
    }

    @Test
    void aLongPatternIsWrittenWholeWhateverRoomWasGuessed() {
        var notes = new Pattern.Builder(1);
        IntStream.range(0, 5_000)
                .forEach(row -> notes.add(1_000_000 * (row / 4), 999_999, 50 + row % 4 * 20, 3));

        String text =
                new String(
                        PatternWriter.write(notes.build(9), PatternProfile.STANDARD),
                        StandardCharsets.US_ASCII);

        assertThat(text.lines().filter(line -> line.contains("\"time\"")).count()).isEqualTo(5_000);
        assertThat(text).endsWith("    }\r\n}\r\n").doesNotContain("E-");
    }
}
