package crateworks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document of faults names tests that exist. */
class DocumentTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyTestThatTheDocumentNamesIsThere() throws IOException {
        Path house = Path.of("..");
        List<Path> sources;
        try (Stream<Path> all = Files.walk(house)) {
            sources = all.filter(file -> file.toString().endsWith("Test.java")).toList();
        }
        var named = TEST.matcher(Files.readString(house.resolve("docs/faults.md"))).results();
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(
                        name ->
                                assertThat(sources)
                                        .filteredOn(each -> each.endsWith(name.group(1) + ".java"))
                                        .singleElement()
                                        .satisfies(
                                                each ->
                                                        assertThat(Files.readString(each))
                                                                .contains(
                                                                        "void "
                                                                                + name.group(2)
                                                                                + "(")));
    }
}
