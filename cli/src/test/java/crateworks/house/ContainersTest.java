package crateworks.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What docker-compose.yml promises, read as text; that it works is tried with a container engine.
 */
class ContainersTest {
    private static final Path HOME = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_0-9]+)");

    @Test
    void everySettingIsInTheExample() throws IOException {
        var settings = new TreeSet<String>();
        for (Matcher found = VARIABLE.matcher(compose()); found.find(); ) {
            settings.add(found.group(1));
        }
        String example = Files.readString(HOME.resolve(".env.example"));

        assertThat(settings)
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        name ->
                                assertThat(example)
                                        .containsPattern("(?m)^#?" + Pattern.quote(name) + "="));
    }

    @Test
    void everyImageCanBeReplacedAndIsPinned() throws IOException {
        List<String> images = lines("image: ");

        assertThat(images)
                .filteredOn(image -> !image.startsWith("image: crateworks/"))
                .hasSize(6)
                .allMatch(image -> image.matches("image: \\$\\{[A-Z_0-9]+_IMAGE:-[^}]+:[^}]+}"))
                .noneMatch(image -> image.contains("latest"));
    }

    @Test
    void everyPortIsOnLoopback() throws IOException {
        assertThat(compose().lines().map(String::strip))
                .filteredOn(line -> line.matches("- \"?[^:]*:?\\$?\\{?[A-Z_0-9:\\-}]*:\\d+\"?"))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("- \"127.0.0.1:"));
    }

    @Test
    void everyContainerHasALimitOfMemory() throws IOException {
        assertThat(lines("mem_limit: ")).hasSizeGreaterThanOrEqualTo(7);
    }

    private static List<String> lines(String start) throws IOException {
        return compose().lines().map(String::strip).filter(line -> line.startsWith(start)).toList();
    }

    private static String compose() throws IOException {
        return Files.readString(HOME.resolve("docker-compose.yml"));
    }
}
