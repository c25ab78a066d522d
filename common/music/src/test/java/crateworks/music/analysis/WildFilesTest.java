package crateworks.music.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import crateworks.music.category.Decision;
import crateworks.music.category.Shelving;
import crateworks.music.clues.Clues;
import crateworks.music.midi.Corpus;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WildFilesTest {
    /** Every so many files: all would take longer than they tell. */
    private static final int STRIDE = 5;

    @Test
    void everyRealFileThatCanBeReadHasAProfileAndAShelf() {
        List<Path> files = Corpus.files();
        int profiles = 0;
        for (int at = 0; at < files.size(); at += STRIDE) {
            Path path = files.get(at);
            if (SmfReader.read(Corpus.bytes(path)) instanceof Reading.Legible(var file, var _)) {
                List<String> segments = List.of(path.getFileName().toString());

                Profile profile = Analyst.profile(file, Clues.of(segments), List.of());
                Decision decision = Shelving.decide(profile, List.of(), segments);

                assertThat(decision.reason()).as(path.toString()).isNotBlank();
                assertThat(profile.tempo().reason()).as(path.toString()).isNotBlank();
                profiles++;
            }
        }
        assertThat(profiles).isGreaterThan(files.size() / STRIDE / 2);
    }
}
