package crateworks.music.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the tables of {@code docs/formats/names.md} against the code. */
class DocumentedNamesTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})|\\\\([\\\\\"])");

    @Test
    void everyDocumentedNameIsWhatTheCodeMakes() throws IOException {
        List<List<String>> rows = rowsBehind("## Examples");
        assertThat(rows).hasSizeGreaterThan(30);
        for (List<String> row : rows) {
            String original = unescaped(row.get(0));
            assertThat(SafeName.of(original, TargetProfile.KEEP_SHARPS))
                    .as(row.get(0))
                    .isEqualTo(row.get(1));
            assertThat(SafeName.of(original, TargetProfile.LETTERS_ONLY))
                    .as(row.get(0))
                    .isEqualTo(row.get(2));
        }
    }

    @Test
    void everyDocumentedSuffixIsWhatTheCodeMakes() throws IOException {
        List<List<String>> rows = rowsBehind("## Names that collide");
        assertThat(rows).hasSizeGreaterThan(2);
        for (List<String> row : rows) {
            assertThat(SafeName.withSuffix(row.get(0), row.get(1))).isEqualTo(row.get(2));
        }
    }

    @Test
    void everyPlaceholderIsDocumented() throws IOException {
        assertThat(Files.readString(document())).contains(Placeholder.all());
    }

    private static List<List<String>> rowsBehind(String heading) throws IOException {
        var rows = new ArrayList<List<String>>();
        boolean within = false;
        for (String line : Files.readAllLines(document())) {
            if (line.startsWith("## ")) {
                within = line.equals(heading);
            }
            if (within && line.startsWith("| `")) {
                String cells = line.substring("| `".length(), line.length() - "` |".length());
                rows.add(List.of(cells.split("` \\| `", -1)));
            }
        }
        return rows;
    }

    private static Path document() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/formats/names.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "docs/formats/names.md");
        }
        return folder.resolve("docs/formats/names.md");
    }

    private static String unescaped(String cell) {
        Matcher escape = ESCAPE.matcher(cell);
        return escape.replaceAll(
                found ->
                        Matcher.quoteReplacement(
                                found.group(1) == null
                                        ? found.group(2)
                                        : Character.toString(
                                                Integer.parseInt(found.group(1), 16))));
    }
}
