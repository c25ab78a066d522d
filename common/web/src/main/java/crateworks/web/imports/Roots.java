package crateworks.web.imports;

import crateworks.web.http.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folders that a run may start from. What lies outside of them is neither named nor read. */
public final class Roots {
    static final int FOLDERS_MAX = 1_000;
    static final int FILES_MAX = 100_000;

    /** What is in a folder: names of folders in order, and how many files. */
    public record Listing(List<String> folders, long files, boolean truncated) {}

    private final Map<String, Path> roots = new LinkedHashMap<>();

    public Roots(List<Path> folders) {
        for (Path folder : folders) {
            Path name = folder.getFileName();
            String wanted = name == null ? "files" : name.toString();
            String free = wanted;
            for (int number = 2; roots.containsKey(free); number++) {
                free = wanted + "-" + number;
            }
            roots.put(free, folder);
        }
    }

    /** The folders by what the API calls them. */
    public Map<String, Path> all() {
        return Map.copyOf(roots);
    }

    /** The folder at {@code path} below a root, without links, which must not lead out of it. */
    public Path folder(String root, String path) {
        Path base = roots.get(root);
        if (base == null) {
            throw Problem.unknown("ROOT", "There is no root of that name.");
        }
        try {
            Path real = base.toRealPath();
            Path asked = real.resolve(path).normalize();
            if (!asked.startsWith(real)) {
                throw outside();
            }
            if (!Files.isDirectory(asked)) {
                throw noFolder();
            }
            Path found = asked.toRealPath();
            if (!found.startsWith(real)) {
                throw outside();
            }
            return found;
        } catch (InvalidPathException e) {
            throw noFolder();
        } catch (IOException e) {
            throw new Problem(404, "NO_FOLDER", "The folder cannot be read.");
        }
    }

    /** What a folder of a root holds; links and hidden folders are left out. */
    public Listing list(Path folder) {
        var folders = new ArrayList<String>();
        long files = 0;
        long seen = 0;
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (++seen > FILES_MAX) {
                    break;
                }
                String name = String.valueOf(entry.getFileName());
                if (Files.isRegularFile(entry)) {
                    files++;
                } else if (!name.startsWith(".")
                        && Files.isDirectory(entry)
                        && !Files.isSymbolicLink(entry)) {
                    folders.add(name);
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Problem(404, "NO_FOLDER", "The folder cannot be read.");
        }
        folders.sort(String.CASE_INSENSITIVE_ORDER);
        boolean truncated = folders.size() > FOLDERS_MAX || seen > FILES_MAX;
        return new Listing(
                List.copyOf(folders.subList(0, Math.min(FOLDERS_MAX, folders.size()))),
                files,
                truncated);
    }

    private static Problem outside() {
        return new Problem(403, "OUTSIDE_ROOTS", "That lies outside of the folders to start from.");
    }

    private static Problem noFolder() {
        return new Problem(404, "NO_FOLDER", "There is no such folder.");
    }
}
