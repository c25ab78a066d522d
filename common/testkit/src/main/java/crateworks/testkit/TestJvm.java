package crateworks.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * How tests start a class in a JVM of its own. The first that ends by itself leaves an archive of
 * the classes that it loaded, from which the next ones of the same class start in half the time.
 */
public final class TestJvm {
    private final Path folder;
    private final String classPath;

    private TestJvm() throws IOException {
        this.folder = Files.createTempDirectory("crateworks-test-jvm");
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
        this.classPath = inJars();
    }

    /**
     * The line that starts {@code main} with {@code words} and a heap of at most {@code heapMax},
     * such as {@code 640m}; {@code options} are further ones of the JVM.
     */
    public static List<String> line(
            Class<?> main, String heapMax, List<String> options, Object... words) {
        TestJvm jvm = Shared.ONLY;
        var line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + heapMax,
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Xlog:disable",
                                "-XX:+AutoCreateSharedArchive",
                                "-XX:SharedArchiveFile="
                                        + jvm.folder.resolve(main.getSimpleName() + ".jsa")));
        line.addAll(options);
        line.addAll(List.of("-cp", jvm.classPath, main.getName()));
        Arrays.stream(words).map(String::valueOf).forEach(line::add);
        return line;
    }

    /** Made for the first line; all tests of a module have one. */
    private static final class Shared {
        static final TestJvm ONLY = made();

        private static TestJvm made() {
            try {
                return new TestJvm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Only classes in jars can be archived. */
    private String inJars() throws IOException {
        var entries = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.isEmpty()) {
                continue; // means the working directory
            }
            Path path = Path.of(entry);
            entries.add(Files.isDirectory(path) ? jar(path, entries.size()).toString() : entry);
        }
        return String.join(File.pathSeparator, entries);
    }

    private Path jar(Path classes, int number) throws IOException {
        Path jar = folder.resolve(number + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(each -> !each.equals(classes)).sorted().toList()) {
                boolean folder = Files.isDirectory(file); // who lists a folder looks for these
                out.putNextEntry(new JarEntry(classes.relativize(file) + (folder ? "/" : "")));
                if (!folder) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }

    private void remove() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
