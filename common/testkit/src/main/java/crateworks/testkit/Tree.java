package crateworks.testkit;

import crateworks.pipeline.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.Blake3;

/** Everything below a folder at one moment: for each path what it is, and its content's BLAKE3. */
final class Tree {
    private static final int TOLD_MAX = 10;

    /** Microseconds since 1970 of the last change are 0 where nobody asked for them. */
    record Entry(String kind, long bytes, String blake3, long changedMicros) {}

    private final Map<String, Entry> entries = new TreeMap<>();

    private Tree() {}

    /** With times, or without where only contents count. */
    static Tree of(Path root, boolean withTimes) throws IOException {
        var tree = new Tree();
        try (var paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String below = root.relativize(path).toString();
                tree.entries.put(below, entry(path, withTimes));
            }
        }
        return tree;
    }

    Tree without(String path) {
        entries.remove(path);
        return this;
    }

    Map<String, Entry> entries() {
        return entries;
    }

    static String blake3(Path file) throws IOException {
        return ContentHash.of(Blake3.hash(Files.readAllBytes(file))).hex();
    }

    /** What differs in {@code other}, a line each, at most ten. */
    List<String> differencesFrom(Tree other) {
        var paths = new TreeSet<>(entries.keySet());
        paths.addAll(other.entries.keySet());
        var differences = new ArrayList<String>();
        for (String path : paths) {
            Entry here = entries.get(path);
            Entry there = other.entries.get(path);
            if (here == null || !here.equals(there)) {
                differences.add(path + ": " + here + " is not " + there);
            }
            if (differences.size() == TOLD_MAX) {
                return differences;
            }
        }
        return differences;
    }

    private static Entry entry(Path path, boolean withTimes) throws IOException {
        var attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        long micros = withTimes ? attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS) : 0;
        if (attributes.isSymbolicLink()) {
            return new Entry("link to " + Files.readSymbolicLink(path), 0, "", micros);
        }
        return attributes.isRegularFile()
                ? new Entry("file", attributes.size(), blake3(path), micros)
                : new Entry("folder", 0, "", micros);
    }
}
