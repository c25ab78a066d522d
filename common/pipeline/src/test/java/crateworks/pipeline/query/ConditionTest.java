package crateworks.pipeline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.pipeline.query.Condition.And;
import crateworks.pipeline.query.Condition.Between;
import crateworks.pipeline.query.Condition.Compared;
import crateworks.pipeline.query.Condition.Comparison;
import crateworks.pipeline.query.Condition.Known;
import crateworks.pipeline.query.Condition.Like;
import crateworks.pipeline.query.Condition.Not;
import crateworks.pipeline.query.Condition.OneOf;
import crateworks.pipeline.query.Condition.Or;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    @Test
    void theExampleOfTheCommandLineIsRead() {
        assertThat(Condition.parse("bpm between 85 and 95 and key in (Am, C) and category = Bass"))
                .isEqualTo(
                        new And(
                                List.of(
                                        new Between(Field.BPM, 85, 95),
                                        new OneOf(Field.KEY, List.of("Am", "C", "B#")),
                                        new OneOf(Field.CATEGORY, List.of("Bass")))));
    }

    @Test
    void notBindsBeforeAndAndAndBeforeOr() {
        assertThat(Condition.parse("tag=a or not tag=b AND (bars<4 or notes >= 1e3)"))
                .isEqualTo(
                        new Or(
                                List.of(
                                        new OneOf(Field.TAG, List.of("a")),
                                        new And(
                                                List.of(
                                                        new Not(new OneOf(Field.TAG, List.of("b"))),
                                                        new Or(
                                                                List.of(
                                                                        new Compared(
                                                                                Field.BARS,
                                                                                Comparison.LESS,
                                                                                4),
                                                                        new Compared(
                                                                                Field.NOTES,
                                                                                Comparison.AT_LEAST,
                                                                                1_000))))))));
    }

    @Test
    void everyOperatorCanBeNegated() {
        assertThat(Condition.parse("bpm not between 1 and 2"))
                .isEqualTo(new Not(new Between(Field.BPM, 1, 2)));
        assertThat(Condition.parse("genre not in (jazz)"))
                .isEqualTo(new Not(new OneOf(Field.GENRE, List.of("jazz"))));
        assertThat(Condition.parse("name not like 'a*'"))
                .isEqualTo(new Not(new Like(Field.NAME, "a*")));
        assertThat(Condition.parse("name contains \"or and\""))
                .isEqualTo(new Like(Field.NAME, "*or and*"));
        assertThat(Condition.parse("category != FX"))
                .isEqualTo(new Not(new OneOf(Field.CATEGORY, List.of("FX"))));
        assertThat(Condition.parse("key is not known")).isEqualTo(new Not(new Known(Field.KEY)));
        assertThat(Condition.parse("bars in (4, 8)"))
                .isEqualTo(
                        new Or(
                                List.of(
                                        new Compared(Field.BARS, Comparison.EQUAL, 4),
                                        new Compared(Field.BARS, Comparison.EQUAL, 8))));
    }

    @ParameterizedTest
    @CsvSource({
        "F#m, F#m Gbm",
        "'\"f sharp minor\"', F#m Gbm",
        "Bb, A# Bb",
        "Cmaj, C B#",
        "am, Am",
        "'\"E flat\"', D# Eb",
        "Cb, B Cb",
        "Esm, E#m Fm"
    })
    void aKeyIsTheSameHoweverItIsSpelled(String written, String spellings) {
        assertThat(Condition.parse("key = " + written))
                .isInstanceOfSatisfying(
                        OneOf.class,
                        oneOf ->
                                assertThat(oneOf.values())
                                        .containsExactlyInAnyOrder(spellings.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 1 | expected a field",
                "bpm | 4 | expected =, !=",
                "tempo = 3 | 1 | there is no field 'tempo'; there are bpm,",
                "bpm = fast | 7 | expected a number, not 'fast'",
                "bpm = NaN | 7 | expected a number",
                "key = H | 7 | 'H' is no key",
                "category = Bas | 12 | there is no category 'Bas'; there are Bass,",
                "kind in (song, loop) | 16 | there is no kind 'loop'; there are song, part",
                "category < 3 | 10 | '<' is for numbers",
                "bpm like 9* | 5 | 'like' is for texts",
                "bpm between 9 and 8 | 19 | the second number",
                "bpm between 9 or 8 | 15 | expected 'and', not 'or'",
                "(bpm = 9 | 9 | expected ')', not the end",
                "bpm = 9) | 8 | expected 'and', 'or' or the end, not ')'",
                "tag in () | 9 | expected a value, not ')'",
                "tag = 'a | 7 | the quote is never closed",
                "bpm = 9 key = C | 9 | expected 'and', 'or' or the end, not 'key'",
            })
    void aMistakeIsShownWithItsPlace(String written, int place, String sentence) {
        assertThatThrownBy(() -> Condition.parse(written))
                .isInstanceOf(MalformedCondition.class)
                .hasMessageStartingWith("at character " + place + ": ")
                .hasMessageContaining(sentence)
                .hasMessageContaining("^");
    }

    @Test
    void noTextBreaksIt() {
        String[] words = {
            "bpm", "and", "or", "not", "(", ")", "in", "=", "!=", "'", "\"", "9", ",", "key", "is"
        };
        var random = new Random(17);
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int word = random.nextInt(12); word >= 0; word--) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            try {
                Condition.parse(text.toString());
            } catch (MalformedCondition expected) {
                assertThat(expected.offset()).isBetween(0, text.length());
            }
        }
        assertThatThrownBy(() -> Condition.parse("not ".repeat(2_000) + "bpm = 1"))
                .isInstanceOf(MalformedCondition.class);
    }
}
