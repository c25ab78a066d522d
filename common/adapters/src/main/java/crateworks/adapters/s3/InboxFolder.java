package crateworks.adapters.s3;

import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of this computer that stands for the inbox: what is put into it is uploaded once it has
 * settled, and removed from the folder only when the inbox holds the same bytes. Links, hidden
 * files and those whose names say that they are being written stay where they are. Used by one
 * thread.
 */
public final class InboxFolder {
    /** So long nobody may have changed a file, its name or its times before it is uploaded. */
    public static final Duration QUIET = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(InboxFolder.class);
    private static final List<String> UNFINISHED =
            List.of(".part", ".partial", ".filepart", ".crdownload", ".download", ".tmp");

    /** Files of which it was told that they stay; those beyond are told again and again. */
    private static final int TOLD_MAX = 10_000;

    private final Inbox inbox;
    private final Path folder;
    private final InstantSource clock;
    private final Set<Path> told = new HashSet<>();

    public InboxFolder(Inbox inbox, Path folder, InstantSource clock) {
        this.inbox = inbox;
        this.folder = folder;
        this.clock = clock;
    }

    /** What a pass did; the files that stay are looked at again by the next one. */
    public record Pass(long moved, long staying) {}

    /** What a file was like when it was looked at. */
    private record Look(long size, FileTime modified, FileTime changed) {
        static Look at(Path file) throws IOException {
            return new Look(
                    Files.size(file),
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS),
                    changed(file));
        }

        /** When the system last wrote anything about the file, which no copying sets back. */
        private static FileTime changed(Path file) throws IOException {
            try {
                return (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
            } catch (UnsupportedOperationException elsewhere) {
                return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
            }
        }

        boolean isSettled(Instant now) {
            return !changed.toInstant().isAfter(now.minus(QUIET));
        }
    }

    /** Looks through the folder once. */
    public Pass pass() throws Outage, InterruptedException {
        var visitor = new Visitor();
        try {
            Files.walkFileTree(folder, visitor);
        } catch (Outage outage) {
            throw outage;
        } catch (IOException e) {
            throw new Outage("the inbox folder", folder + " cannot be read", e);
        }
        if (visitor.interrupted) {
            throw new InterruptedException("stopped while uploading");
        }
        return new Pass(visitor.moved, visitor.staying);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private long moved;
        private long staying;
        private boolean interrupted;

        @Override
        public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            return isHidden(visited) && !visited.equals(folder)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                interrupted = true;
                return FileVisitResult.TERMINATE;
            }
            if (!attributes.isRegularFile() || isHidden(file) || isUnfinished(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (move(file)) {
                moved++;
            } else {
                staying++;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            stay(file, "cannot be read: " + failure.getMessage());
            staying++;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    private boolean move(Path file) throws Outage {
        try {
            Look before = Look.at(file);
            if (!before.isSettled(clock.instant())) {
                return false;
            }
            Path parent = file.getParent();
            if (parent == null || !Files.isWritable(parent) || !Files.isReadable(file)) {
                stay(file, "may not be read and removed by this account");
                return false;
            }
            String key = folder.relativize(file).toString().replace('\\', '/');
            if (!inbox.bring(file, key) || !Look.at(file).equals(before)) {
                return false;
            }
            Files.delete(file);
            return true;
        } catch (Outage outage) {
            throw outage;
        } catch (IOException e) {
            stay(file, "cannot be moved: " + e.getMessage());
            return false;
        }
    }

    private void stay(Path file, String why) {
        if (told.size() < TOLD_MAX && told.add(file)) {
            LOG.warn("{} stays in the inbox folder: it {}", file, why);
        }
    }

    private static boolean isHidden(Path file) {
        return file.getFileName() != null && file.getFileName().toString().startsWith(".");
    }

    private static boolean isUnfinished(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return UNFINISHED.stream().anyMatch(name::endsWith);
    }
}
