package crateworks.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What no other tool checks: lengths, names of packages, and links in documents. */
class TidyTest {
    private static final int FILE_LINES_MAX = 400;
    private static final int METHOD_LINES_MAX = 60;
    private static final Set<String> DRAWERS =
            Set.of("util", "utils", "helper", "helpers", "model", "dto", "impl", "misc");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Path HOUSE = house();

    /** What would make markup or code of texts, such as the names of files. */
    private static final Pattern MARKUP =
            Pattern.compile(
                    "(inner|outer)HTML|insertAdjacentHTML|document\\.write|DOMParser|createContextualFragment"
                            + "|\\beval\\(|new Function");

    @Test
    void noSourceFileIsLongerThanItsLimit() throws IOException {
        assertThat(sources())
                .allSatisfy(
                        source ->
                                assertThat(Files.readAllLines(source))
                                        .as(shown(source))
                                        .hasSizeLessThanOrEqualTo(FILE_LINES_MAX));
    }

    @Test
    void everyMethodFitsAScreen() throws IOException {
        assertThat(methodsLongerThan(METHOD_LINES_MAX)).isEmpty();
    }

    @Test
    void packagesAreNamedBySubject() throws IOException {
        assertThat(sources())
                .allSatisfy(
                        source -> {
                            var names = new ArrayList<String>();
                            HOUSE.relativize(source).forEach(name -> names.add(name.toString()));
                            assertThat(names)
                                    .as(shown(source))
                                    .doesNotContainAnyElementsOf(DRAWERS);
                        });
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
        assertThat(sources().stream().filter(TidyTest::isProduct).map(Path::getParent).distinct())
                .allSatisfy(
                        folder ->
                                assertThat(folder.resolve("package-info.java"))
                                        .content()
                                        .contains("/**")
                                        .contains("@NullMarked"));
    }

    @Test
    void thePageShowsTextsAsTextAndItsFilesAreShortToo() throws IOException {
        List<Path> scripts = ofPage(".js");
        assertThat(scripts)
                .isNotEmpty()
                .allSatisfy(
                        script ->
                                assertThat(Files.readString(script))
                                        .as(shown(script))
                                        .doesNotContainPattern(MARKUP));
        assertThat(Stream.concat(scripts.stream(), ofPage(".css").stream()))
                .allSatisfy(
                        file ->
                                assertThat(Files.readAllLines(file))
                                        .as(shown(file))
                                        .hasSizeLessThanOrEqualTo(FILE_LINES_MAX));
    }

    @Test
    void linksInDocumentsLeadSomewhere() throws IOException {
        var dead = new ArrayList<String>();
        for (Path document : files(".md")) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                if (!Files.exists(document.resolveSibling(link.group(1)))) {
                    dead.add(shown(document) + " -> " + link.group(1));
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    private static List<String> methodsLongerThan(int linesMax) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var tooLong = new ArrayList<String>();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(sources());
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of(), null, units);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                LineMap lines = unit.getLineMap();
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        // Without what is annotated to it, which for tests may be a table of cases.
                        Tree first = method.getBody() == null ? method : method.getBody();
                        long from = lines.getLineNumber(positions.getStartPosition(unit, first));
                        long to = lines.getLineNumber(positions.getEndPosition(unit, method));
                        if (to - from + 1 > linesMax) {
                            tooLong.add(
                                    unit.getSourceFile().getName()
                                            + ":"
                                            + from
                                            + " "
                                            + method.getName());
                        }
                        return super.visitMethod(method, null);
                    }
                }.scan(unit, null);
            }
        }
        return tooLong;
    }

    private static boolean isProduct(Path source) {
        return source.toString().contains("/src/main/");
    }

    private static List<Path> ofPage(String ending) throws IOException {
        return files(ending).stream().filter(TidyTest::isProduct).toList();
    }

    private static List<Path> sources() throws IOException {
        return files(".java");
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(HOUSE)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(
                            file ->
                                    !HOUSE.relativize(file)
                                            .toString()
                                            .matches("(.*/)?(target|\\.git)/.*"))
                    .sorted()
                    .toList();
        }
    }

    private static String shown(Path file) {
        return HOUSE.relativize(file).toString();
    }

    private static Path house() {
        Path here = Path.of("").toAbsolutePath();
        Path parent = Objects.requireNonNull(here.getParent());
        return Files.exists(here.resolve("crateworks")) ? here : parent;
    }
}
