package crateworks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogColumnsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=HYPERLINK(1).mid, '=HYPERLINK(1).mid",
                "+1.mid, '+1.mid",
                "-rf.mid, '-rf.mid",
                "@SUM(A1).mid, '@SUM(A1).mid",
                "a=b.mid, a=b.mid",
                "'quoted.mid, 'quoted.mid"
            })
    void noNameIsAFormula(String name, String cell) {
        assertThat(CatalogColumns.harmless(name)).isEqualTo(cell);
        assertThat(CatalogColumns.harmless("\t=1")).isEqualTo("'\t=1");
        assertThat(CatalogColumns.harmless("")).isEmpty();
    }
}
