package crateworks.music.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameTagsTest {
    private static List<String> telling(String category, String... tags) {
        return NameTags.telling(List.of(tags), Optional.of(category));
    }

    @Test
    void tempoAndHarmonyAreForSearching() {
        assertThat(telling("Melody", "medium tempo", "rich harmony")).containsExactly("melody");
        assertThat(telling("Loops", "slow", "my own word")).containsExactly("my own word");
    }

    @Test
    void theCloserOfTwoWordsCounts() {
        assertThat(telling("Chords", "acoustic piano", "piano", "keys", "fast", "jazz"))
                .containsExactly("chords", "acoustic piano", "jazz");
        assertThat(telling("Bass", "house", "deep house", "fretless bass", "bass"))
                .containsExactly("fretless bass", "deep house");
        assertThat(telling("DrumKicks", "drums", "kick", "trap")).startsWith("kick", "trap");
    }

    @Test
    void whatANameSaysElsewhereIsNoTag() {
        assertThat(NameTags.telling(List.of("funk"), Optional.empty())).containsExactly("funk");
        assertThat(telling("Loops")).isEmpty();
    }
}
