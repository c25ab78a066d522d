package crateworks.infra.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Programs that were unpacked before, in the user's cache: unpacking takes seconds, and every data
 * directory has its own copy, which belongs to the account that runs it.
 *
 * @param release the name of these very programs
 */
record Unpacked(String release) {
    /** Fills a folder that does not exist yet. */
    interface Unpacking {
        void into(Path target) throws IOException;
    }

    /** Makes {@code target} from the cache; unpacks them first where they are not in it. */
    void copyTo(Path target, Unpacking unpacking) throws IOException {
        Path cached = cached();
        boolean isThere = Files.isDirectory(cached) || fill(cached, unpacking);
        if (!isThere || !isOwn(cached)) {
            unpacking.into(target);
            return;
        }
        Files.walkFileTree(cached, new Copying(cached, target));
    }

    /** Whether that worked: there may be no home, or one that cannot be written to. */
    private boolean fill(Path cached, Unpacking unpacking) {
        try {
            Path cache = Files.createDirectories(cached.getParent());
            Path room = Files.createTempDirectory(cache, "unpacking-");
            try {
                unpacking.into(room.resolve(release));
                Files.move(room.resolve(release), cached, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Programs.delete(room);
            }
            return true;
        } catch (IOException e) {
            return Files.isDirectory(cached); // another process was faster
        }
    }

    /** Programs of somebody else are not run. */
    private static boolean isOwn(Path cached) throws IOException {
        return Files.getOwner(cached).equals(Files.getOwner(Path.of("/proc/self")));
    }

    /** Where these programs are in the cache, by the XDG base directory specification. */
    Path cached() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base =
                xdg == null || !xdg.startsWith("/")
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(xdg);
        return base.toAbsolutePath().resolve("crateworks").resolve(release);
    }

    /** Copies a tree with the permissions that its files have. */
    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            copy(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            copy(file);
            return FileVisitResult.CONTINUE;
        }

        private void copy(Path entry) throws IOException {
            Files.copy(
                    entry,
                    to.resolve(from.relativize(entry).toString()),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    LinkOption.NOFOLLOW_LINKS);
        }
    }
}
