package crateworks.benchmarks.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Folders in folders that are filled one after the other, most with a few files and some with
 * hundreds. Everything is dated, by the seed, between 2001 and 2023.
 */
final class FolderTree {
    private static final int FILES_MAX = 500;
    private static final int DEPTH_MAX = 8;
    private static final long DATED_FROM = Instant.parse("2001-01-01T00:00:00Z").getEpochSecond();
    private static final long DATED_TO = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();

    private final Path root;
    private final MessyNames names;
    private final SplittableRandom random;
    private final List<Path> folders = new ArrayList<>();
    private final Set<Path> taken = new HashSet<>();
    private final Set<String> namesHere = new HashSet<>();
    private Path here;
    private int left;
    private long bytes;

    FolderTree(Path root, MessyNames names, SplittableRandom random) {
        this.root = root;
        this.names = names;
        this.random = random;
        here = root;
    }

    /** Writes a file where the tree is being filled, under this name or one that is free. */
    void put(String name, byte[] content) throws IOException {
        bytes += content.length;
        dated(Files.write(free(name), content));
    }

    /** A place for a file that the caller writes and then hands to {@link #dated}. */
    Path free(String name) throws IOException {
        if (left == 0) {
            enterNew();
        }
        left--;
        return here.resolve(unlike(name, namesHere));
    }

    void dated(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(date(random)));
    }

    static Instant date(SplittableRandom random) {
        return Instant.ofEpochSecond(random.nextLong(DATED_FROM, DATED_TO));
    }

    /** The name, or one with a number, so that none differs from another by case alone. */
    static String unlike(String name, Set<String> taken) {
        int dot = Math.max(0, name.lastIndexOf('.'));
        String free = name;
        for (int copy = 2; !taken.add(free.toLowerCase(Locale.ROOT)); copy++) {
            free = name.substring(0, dot) + " (" + copy + ")" + name.substring(dot);
        }
        return free;
    }

    int folderCount() {
        return folders.size();
    }

    /** Bytes that were put; files that callers wrote are not among them. */
    long bytes() {
        return bytes;
    }

    private void enterNew() throws IOException {
        Path parent = folders.isEmpty() ? root : folders.get(random.nextInt(folders.size()));
        boolean isDeep = parent.getNameCount() - root.getNameCount() >= DEPTH_MAX;
        if (isDeep || random.nextInt(8) == 0) {
            parent = root;
        }
        String name = names.folder();
        Path folder = parent.resolve(name);
        for (int copy = 2; !taken.add(lowered(folder)); copy++) {
            folder = parent.resolve(name + " " + copy);
        }
        here = Files.createDirectories(folder);
        folders.add(here);
        namesHere.clear();
        // One in k folders takes k files or more: seven on average.
        left = (int) Math.min(FILES_MAX, 1 / (1 - random.nextDouble()));
    }

    private static Path lowered(Path folder) {
        return Path.of(folder.toString().toLowerCase(Locale.ROOT));
    }
}
