package crateworks.export.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.mpc.ChordListRules;
import crateworks.music.mpc.Flaw;
import crateworks.music.mpc.PatternFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Files that devices and pack makers wrote, through every reader. */
class FixturesTest {
    private static byte[] bytes(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllBytes(file);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    @Test
    void everyClipOfADeviceIsRead() throws IOException {
        var notes = new HashMap<String, Integer>();
        var others = new HashMap<String, Integer>();
        for (Path file : Shared.files("fixtures/mpc/events")) {
            String name = file.getFileName().toString();
            if (!name.startsWith("force330-clip")) {
                continue;
            }
            PatternFile clip = PatternReader.read(bytes(file));
            notes.put(name, clip.notes().size());
            others.put(name, clip.events().size() - clip.notes().size());
            assertThat(clip.length()).contains("9223372036854775807");
            assertThat(clip.notes())
                    .allSatisfy(note -> assertThat(note.velocity127()).isBetween(1, 127))
                    .allSatisfy(note -> assertThat(note.pitch()).isBetween(0, 127));
        }
        assertThat(notes)
                .isEqualTo(
                        Map.of(
                                "force330-clip-drums.json", 29,
                                "force330-clip-melodic.json", 54,
                                "force330-clip-with-aftertouch.json", 200));
        assertThat(others).containsEntry("force330-clip-with-aftertouch.json", 132);
    }

    @Test
    void eventsOfTheThirdGenerationAreRead() throws IOException {
        for (Path file : Shared.files("fixtures/mpc/events")) {
            String name = file.getFileName().toString();
            if (name.startsWith("mpc3-event")) {
                String json = Files.readString(file);
                String list = json.startsWith("[") ? json : "[" + json + "]";
                PatternFile read =
                        PatternReader.read(
                                "{\"pattern\":{\"length\":1,\"events\":%s}}"
                                        .formatted(list)
                                        .getBytes(StandardCharsets.UTF_8));
                assertThat(read.events()).isNotEmpty();
                if (name.contains("note")) {
                    assertThat(read.notes().getFirst())
                            .isEqualTo(
                                    new PatternFile.Event.Note(
                                            3, 0, 377, 39, 0.8425197005271912, 0.5));
                    assertThat(read.notes().getFirst().velocity127()).isEqualTo(107);
                }
            }
        }
    }

    @Test
    void everyProgressionIsReadAndItsFlawsAreNamed() throws IOException {
        int read = 0;
        for (Path file : Shared.files("fixtures/mpc/progressions")) {
            String name = file.getFileName().toString();
            ChordListReader.Read progression = ChordListReader.read(bytes(file));
            read++;
            assertThat(progression.list().chords()).as(name).isNotEmpty();
            assertThat(progression.misspelt()).as(name).isEqualTo(name.startsWith("GuitarJazz1"));
            List<Flaw.Rule> rules =
                    ChordListRules.flaws(progression.list(), progression.list().name()).stream()
                            .map(Flaw::rule)
                            .distinct()
                            .toList();
            // factory files of the old firmware have no category in their names
            assertThat(rules).as(name).isSubsetOf(Flaw.Rule.NAME, Flaw.Rule.FLATS, Flaw.Rule.ROLE);
        }
        assertThat(read).isEqualTo(6);
    }

    @Test
    void everyProgramIsRead() throws IOException {
        var types = new HashMap<String, String>();
        for (Path file : Shared.files("fixtures/mpc/programs")) {
            ProgramFile program = ProgramReader.read(bytes(file));
            types.put(file.getFileName().toString().replace(".gz", ""), program.type());
            if (program.type().equals("Drum")) {
                assertThat(program.instruments())
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, 128).boxed().toList());
                assertThat(program.padNotes()).hasSize(128).doesNotHaveDuplicates();
                assertThat(program.samples()).isNotEmpty();
            }
        }
        assertThat(types)
                .containsEntry("Japanese drums.xpm", "Drum")
                .containsEntry("compa_drum_template.xpm", "Drum")
                .containsEntry("EmptyMidiProgram.xpm", "MIDI")
                .containsEntry("Advanced keygroup.xpm", "Keygroup")
                .hasSize(7);
    }

    @Test
    void everyExpansionIsRead() throws IOException {
        for (Path file : Shared.files("fixtures/mpc/expansions")) {
            if (file.toString().endsWith(".xml")) {
                assertThat(ExpansionReader.read(bytes(file)))
                        .as(file.toString())
                        .containsEntry("type", "drum")
                        .containsKeys("identifier", "title", "manufacturer", "version", "img");
            }
        }
    }
}
