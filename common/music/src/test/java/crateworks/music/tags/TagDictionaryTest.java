package crateworks.music.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TagDictionaryTest {
    private static List<String> found(TagDictionary dictionary, String name) {
        return new Tagger(dictionary)
                .tags(List.of(), name, List.of(), List.of()).stream().map(Tag::term).toList();
    }

    @Test
    void theStandardDictionaryIsLarge() {
        assertThat(TagDictionary.standard().termCount()).isGreaterThan(500);
    }

    @ParameterizedTest
    @EnumSource(TagCategory.class)
    void everyCategoryHasTerms(TagCategory category) {
        String term =
                switch (category) {
                    case INSTRUMENT -> "rhodes";
                    case DRUM -> "snare";
                    case ROLE -> "melody";
                    case GENRE -> "techno";
                    case MOOD -> "dark";
                    case TECHNIQUE -> "staccato";
                    case STRUCTURE -> "loop";
                    case ERA -> "80s";
                    case TEMPO -> "allegro";
                    case COMPLEXITY -> "rich harmony";
                    case VENDOR -> "toontrack";
                };
        assertThat(TagDictionary.standard().category(term)).contains(category);
    }

    @ParameterizedTest
    @CsvSource({
        "0, acoustic piano",
        "19, church organ",
        "24, nylon guitar",
        "33, fingered bass",
        "40, violin",
        "48, strings",
        "56, trumpet",
        "65, alto sax",
        "73, flute",
        "81, saw lead",
        "95, sweep pad",
        "104, sitar",
        "118, synth drum",
        "127, gunshot"
    })
    void programsHaveTheTermsOfGeneralMidi(int program, String term) {
        assertThat(ProgramTerms.of(program)).contains(term);
    }

    @Test
    void everyProgramHasATermOfTheDictionary() {
        assertThat(IntStream.range(0, 128).boxed())
                .allMatch(
                        program ->
                                ProgramTerms.of(program)
                                        .flatMap(TagDictionary.standard()::term)
                                        .isPresent());
        assertThat(ProgramTerms.of(128)).isEmpty();
    }

    @Test
    void usersAddTermsAliasesAndParents() {
        TagDictionary mine =
                TagDictionary.standard()
                        .plus(
                                """
                                # my library
                                [genre]
                                wonky house = wnky < house
                                [vendor]
                                Jane's Crate = jcr8
                                """);
        assertThat(found(mine, "WNKY_01.mid"))
                .containsExactly("wonky house", "house", "electronic");
        assertThat(found(mine, "Janes Crate.mid")).containsExactly("janes crate");
        assertThat(found(TagDictionary.standard(), "WNKY_01.mid")).isEmpty();
    }

    @Test
    void usersMoveTermsAndTakePhrasesAway() {
        TagDictionary mine =
                TagDictionary.standard().plus("!house music\n!house\n[mood]\nindustrial = steel");
        assertThat(found(mine, "House.mid")).isEmpty();
        assertThat(mine.category("industrial")).contains(TagCategory.MOOD);
        assertThat(found(mine, "ebm.mid")).contains("industrial");
        assertThat(found(mine, "steel.mid")).contains("industrial", "electronic");
    }

    @Test
    void theExampleOfTheDocumentIsRight() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/formats/tags.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "docs/formats/tags.md");
        }
        String document = Files.readString(folder.resolve("docs/formats/tags.md"));
        int begin = document.indexOf("```\n") + 4;
        String example = document.substring(begin, document.indexOf("```", begin));

        TagDictionary mine = TagDictionary.standard().plus(example);
        assertThat(found(mine, "wnky night.mid"))
                .containsExactly("wonky house", "house", "electronic");
        assertThat(mine.category("janes crate")).contains(TagCategory.VENDOR);
        assertThat(document).contains(TagCategory.INSTRUMENT.word(), "`vendor`");
    }

    @Test
    void charactersOfPatternsMeanNothingInRules() {
        TagDictionary mine = TagDictionary.parse("[mood]\n(a+)+$ = b.*c, %_'; drop table\n");
        assertThat(found(mine, "a.mid")).containsExactly("a");
        assertThat(found(mine, "zzz.mid")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "techno                    | line 1: a term before the first [category]",
                "[genres]                  | line 1: no category [genres]; there are instrument",
                "[genre                    | line 1: no category [genre; there are",
                "[genre]\\nx < nothing     | line 2: no term 'nothing' to be a parent",
                "[genre]\\nx < x           | line 2: 'x' is its own parent",
                "[genre]\\nx < y\\ny < x   | is its own parent",
                "[genre]\\n\\nx = a = b    | line 3: more than one '=' or '<'",
                "[genre]\\nx = a,, b       | line 2: a phrase without a letter or digit: ''",
                "[genre]\\nx = a\\ny = a   | line 3: 'a' stands in line 2 already",
                "[genre]\\nx\\nx           | line 3: 'x' has a rule in line 2 already",
                "!techno                   | line 1: 'techno' stands for nothing",
                "[genre]\\na b c d e f g   | line 2: a phrase of more than 6 words",
            })
    void aWrongLineIsNamed(String rules, String message) {
        assertThatThrownBy(() -> TagDictionary.parse(rules.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void rulesAreBounded() {
        assertThatThrownBy(() -> TagDictionary.parse("\n".repeat(50_002)))
                .hasMessageContaining("more than 50000 lines");
        assertThatThrownBy(() -> TagDictionary.parse("[genre]\n" + "x".repeat(61)))
                .hasMessageContaining("more than 60 characters");
        var chain = new StringBuilder("[genre]\n");
        for (int level = 0; level < 20; level++) {
            chain.append("t").append(level).append(" < t").append(level + 1).append('\n');
        }
        assertThatThrownBy(() -> TagDictionary.parse(chain.append("t20").toString()))
                .hasMessageContaining("more than 8 parents above each other");
    }
}
