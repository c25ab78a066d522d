package crateworks.ingest.source;

import crateworks.ingest.source.Finding.Code;
import crateworks.ingest.source.Finding.FoundFile;
import crateworks.ingest.source.Finding.Junk;
import crateworks.ingest.source.Finding.NotSettled;
import crateworks.ingest.source.Finding.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One pass over everything below a folder, always in the same order: depth first, and in each
 * folder by the bytes of the names.
 *
 * <p>Nothing is opened but folders. Links are followed; a folder is walked once, however many ways
 * lead into it. Memory: the names of the folders from the root to the current one, and one key for
 * each folder. A walk is used once and by one thread.
 */
public final class FolderWalk {
    /** Folders inside each other, of which each holds its list of names in memory. */
    public static final int DEPTH_MAX = 128;

    /** Entries of one folder, about 100 bytes each while the folder is being walked. */
    public static final int FOLDER_ENTRIES_MAX = 4_000_000;

    /** Files kept for a second look at the end; more than these wait for the next walk. */
    static final int SECOND_LOOKS_MAX = 100_000;

    private final Path root;
    private final Settling settling;
    private final FolderKeys keys;
    private final WalkCounts out;
    private final List<Unsettled> unsettled = new ArrayList<>();

    private record Unsettled(String path, long size, long modifiedMicros) {}

    /** A folder that is being walked, and the names in it that are still to come. */
    private record Level(Path folder, String path, Object key, Iterator<String> names) {}

    /**
     * @param exclusions folders and files that are not part of the source even where they lie in
     *     it: the drive that is exported to, the data directory; those that do not exist are
     *     ignored
     */
    public FolderWalk(Path root, List<Path> exclusions, Settling settling, Findings findings) {
        this.root = root.toAbsolutePath().normalize();
        this.settling = settling;
        this.keys = new FolderKeys(exclusions);
        this.out = new WalkCounts(findings);
    }

    /** Walks, and hands out everything on the way. */
    public WalkEnd walk() throws InterruptedException {
        var refusal = SourceRoot.refusal(root, keys);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Deque<Level> levels = new ArrayDeque<>();
        try {
            enter(levels, root, "", Files.readAttributes(root, BasicFileAttributes.class));
        } catch (IOException e) {
            return new WalkEnd.Refused(Problems.sentence("The folder " + root, e));
        }
        while (!levels.isEmpty()) {
            Level level = levels.getLast();
            if (level.names().hasNext()) {
                look(levels, level, level.names().next());
                continue;
            }
            levels.removeLast();
        }
        lookAgain();
        return out.end();
    }

    private void look(Deque<Level> levels, Level level, String name) throws InterruptedException {
        String path = level.path().isEmpty() ? name : level.path() + '/' + name;
        if (LeftoverNames.isJunk(name)) {
            out.put(new Junk(path));
            return;
        }
        Path file = FileNames.locate(level.folder(), name);
        try {
            var itself = attributes(file, LinkOption.NOFOLLOW_LINKS);
            if (itself.isSymbolicLink() && !Files.exists(file)) {
                out.put(new Problem(path, Code.BROKEN_LINK, "The link leads to nothing."));
                return;
            }
            var target = itself.isSymbolicLink() ? attributes(file) : itself;
            if (keys.isExcluded(file, target)) {
                out.put(new Problem(path, Code.EXCLUDED, "It is not taken for a source."));
            } else if (target.isDirectory()) {
                enter(levels, file, path, target);
            } else if (target.isRegularFile()) {
                meet(path, name, target);
            } else {
                String what = "It is a device, a socket or a pipe, which is never opened.";
                out.put(new Problem(path, Code.NOT_A_FILE, what));
            }
        } catch (IOException e) {
            out.put(Problems.of(path, e));
        }
    }

    private void enter(
            Deque<Level> levels, Path folder, String path, BasicFileAttributes attributes)
            throws IOException, InterruptedException {
        if (levels.size() >= DEPTH_MAX) {
            String sentence = "It lies more than " + DEPTH_MAX + " folders deep.";
            out.put(new Problem(path, Code.TOO_DEEP, sentence));
            return;
        }
        Object key = FolderKeys.of(folder, attributes);
        if (levels.stream().anyMatch(level -> level.key().equals(key))) {
            out.put(new Problem(path, Code.LINK_LOOP, "The link leads back to a folder it is in."));
            return;
        }
        if (!keys.enter(key)) {
            String sentence = "Its files were found by another way into the same folder.";
            out.put(new Problem(path, Code.ALREADY_WALKED, sentence));
            return;
        }
        Listing listing = Listing.of(folder, FOLDER_ENTRIES_MAX);
        if (listing.cut()) {
            String sentence = "Only " + FOLDER_ENTRIES_MAX + " of its entries were looked at.";
            out.put(new Problem(path, Code.TOO_MANY_ENTRIES, sentence));
        }
        if (listing.broken().isPresent()) {
            out.put(Problems.of(path, listing.broken().get()));
        }
        levels.addLast(new Level(folder, path, key, listing.names().iterator()));
    }

    private void meet(String path, String name, BasicFileAttributes attributes)
            throws InterruptedException {
        if (LeftoverNames.isPartial(name)) {
            out.put(
                    new NotSettled(
                            path,
                            "Its name is one for files that are not complete yet: run again when it is."));
            return;
        }
        long micros = attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS);
        if (settling.settled(attributes.lastModifiedTime().toInstant())) {
            out.put(new FoundFile(path, attributes.size(), micros));
            return;
        }
        if (unsettled.size() < SECOND_LOOKS_MAX) {
            unsettled.add(new Unsettled(path, attributes.size(), micros));
            return;
        }
        out.put(changing(path));
    }

    private void lookAgain() throws InterruptedException {
        boolean again = !unsettled.isEmpty() && settling.again().await(settling.quiet());
        for (Unsettled first : unsettled) {
            if (!again) {
                out.put(changing(first.path()));
                continue;
            }
            try {
                var now = attributes(FileNames.locate(root, first.path()));
                long micros = now.lastModifiedTime().to(TimeUnit.MICROSECONDS);
                boolean same = now.size() == first.size() && micros == first.modifiedMicros();
                out.put(
                        same
                                ? new FoundFile(first.path(), now.size(), micros)
                                : changing(first.path()));
            } catch (IOException e) {
                out.put(Problems.of(first.path(), e));
            }
        }
    }

    private static NotSettled changing(String path) {
        return new NotSettled(path, "It was changed a moment ago: run again when it is complete.");
    }

    private static BasicFileAttributes attributes(Path file, LinkOption... options)
            throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, options);
    }
}
