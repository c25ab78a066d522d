package crateworks.export.drive;

import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads every file that a drive's index names, and compares it with its BLAKE3. */
public final class DriveVerifier {
    /** Something that is not as the index says; {@code path} is below the drive's root. */
    public sealed interface Finding {
        String path();

        /** The file has other bytes than were written. */
        record Changed(String path) implements Finding {}

        record Missing(String path) implements Finding {}

        /** The drive fails where the file lies. */
        record Unreadable(String path, String reason) implements Finding {}

        /** A file among those of the library that the index does not name; not a fault. */
        record Foreign(String path) implements Finding {}
    }

    /** How many files were looked at, and what came of it. */
    public record Sums(
            long checked, long sound, long changed, long missing, long unreadable, long foreign) {
        /** Whether every file that the index names is there with its bytes. */
        public boolean allSound() {
            return checked == sound;
        }
    }

    private final Function<Bytes, ContentHash> blake3;

    /** {@code blake3} is such as {@code BlobStore::hash}. */
    public DriveVerifier(Function<Bytes, ContentHash> blake3) {
        this.blake3 = blake3;
    }

    /**
     * Checks the drive at {@code root} and tells {@code sink} of each finding when it is made.
     *
     * @throws Outage when there is no index that can be read
     */
    public Sums verify(Path root, Consumer<Finding> sink) throws Outage {
        var counting = new Counting(sink);
        try {
            var named = new PathSet();
            try (IndexReader index = IndexReader.open(root)) {
                for (Optional<IndexEntry> next = index.next();
                        next.isPresent();
                        next = index.next()) {
                    named.add(next.get().path());
                    counting.checked(check(root, next.get()));
                }
            }
            named.seal();
            Path top = root.resolve(DriveLayout.top());
            if (Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
                tellForeign(root, top, named, counting);
            }
        } catch (IOException failure) {
            throw new Outage(DriveTrouble.DRIVE, root + " cannot be verified: " + failure, failure);
        }
        return counting.sums();
    }

    private Optional<Finding> check(Path root, IndexEntry entry) {
        try {
            Path file = root.resolve(entry.path()).normalize();
            if (!file.startsWith(root.normalize())) {
                return Optional.of(
                        new Finding.Unreadable(entry.path(), "the path leads off the drive"));
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(new Finding.Missing(entry.path()));
            }
            if (Files.size(file) != entry.bytes() || !hasHash(file, entry.blake3())) {
                return Optional.of(new Finding.Changed(entry.path()));
            }
            return Optional.empty();
        } catch (IOException | InvalidPathException failure) {
            return Optional.of(new Finding.Unreadable(entry.path(), failure.toString()));
        }
    }

    private boolean hasHash(Path file, String hex) throws IOException {
        return blake3.apply(Bytes.of(Files.readAllBytes(file))).hex().equals(hex);
    }

    private static void tellForeign(Path root, Path top, PathSet named, Counting counting)
            throws IOException {
        try (var files = Files.walk(top)) {
            files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !named.contains(path))
                    .forEach(counting::foreign);
        }
    }

    private static final class Counting {
        private final Consumer<Finding> sink;
        private long checked;
        private long changed;
        private long missing;
        private long unreadable;
        private long foreign;

        Counting(Consumer<Finding> sink) {
            this.sink = sink;
        }

        void checked(Optional<Finding> finding) {
            checked++;
            finding.ifPresent(this::tell);
        }

        void foreign(String path) {
            tell(new Finding.Foreign(path));
        }

        Sums sums() {
            long sound = checked - changed - missing - unreadable;
            return new Sums(checked, sound, changed, missing, unreadable, foreign);
        }

        private void tell(Finding finding) {
            switch (finding) {
                case Finding.Changed _ -> changed++;
                case Finding.Missing _ -> missing++;
                case Finding.Unreadable _ -> unreadable++;
                case Finding.Foreign _ -> foreign++;
            }
            sink.accept(finding);
        }
    }
}
