package crateworks.export.drive;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads every byte that was written to a drive from its medium, and compares it with its BLAKE3.
 */
public final class DriveVerifier {
    /** Something that is not as it was written; {@code path} is below the drive's root. */
    public sealed interface Finding {
        String path();

        /** Only a beginning of the file is there. */
        record Torn(String path) implements Finding {}

        /** The file has other bytes than were written. */
        record Changed(String path) implements Finding {}

        record Missing(String path) implements Finding {}

        /** The drive fails where the file lies. */
        record Unreadable(String path, String reason) implements Finding {}

        /** A file among those of the library that the index does not name; not a fault. */
        record Foreign(String path) implements Finding {}

        /** What a writer that was killed left under a temporary name; not a fault. */
        record Leftover(String path) implements Finding {}
    }

    /**
     * How many files were looked at, and what came of it.
     *
     * @param doubt why what was read may come from memory, empty when it came from the medium
     */
    public record Sums(
            long checked,
            long sound,
            long torn,
            long changed,
            long missing,
            long unreadable,
            long foreign,
            long leftovers,
            Optional<String> doubt) {
        /** Whether every file that the index names is there with its bytes. */
        public boolean allSound() {
            return checked == sound;
        }
    }

    private static final int ZEROS_TORN = 16;

    private final Function<Bytes, ContentHash> blake3;

    /** {@code blake3} is such as {@code BlobStore::hash}. */
    public DriveVerifier(Function<Bytes, ContentHash> blake3) {
        this.blake3 = blake3;
    }

    /**
     * Checks the drive at {@code root} against its own index and tells {@code sink} of each finding
     * when it is made.
     *
     * @throws Outage when there is no index that can be read
     */
    public Sums verify(Path root, Consumer<Finding> sink) throws Outage {
        return verify(root, Manifest.ofIndex(root), sink);
    }

    /** The same against another list of what was written. */
    Sums verify(Path root, Manifest manifest, Consumer<Finding> sink) throws Outage {
        try {
            PastCache reader = PastCache.of(root);
            var counting = new FindingCounts(sink);
            var named = new PathSet();
            Set<String> tops = new TreeSet<>();
            manifest.each(
                    entry -> {
                        named.add(entry.path());
                        tops.add(entry.path().split("/", 2)[0]);
                        counting.checked(check(root, entry, reader));
                    });
            named.seal();
            for (String top : tops) {
                tellOthers(root, root.resolve(top), named, counting);
            }
            return counting.sums(reader.doubt());
        } catch (Outage outage) {
            throw outage;
        } catch (IOException failure) {
            throw new Outage(DriveTrouble.DRIVE, root + " cannot be verified: " + failure, failure);
        }
    }

    private Optional<Finding> check(Path root, IndexEntry entry, PastCache reader) {
        try {
            Path file = root.resolve(entry.path()).normalize();
            if (!file.startsWith(root.normalize())) {
                return Optional.of(
                        new Finding.Unreadable(entry.path(), "the path leads off the drive"));
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(new Finding.Missing(entry.path()));
            }
            long bytes = Files.size(file);
            if (bytes < entry.bytes()) {
                return Optional.of(new Finding.Torn(entry.path()));
            }
            if (bytes > entry.bytes()) {
                return Optional.of(new Finding.Changed(entry.path()));
            }
            byte[] content = reader.read(file, (int) bytes);
            if (blake3.apply(Bytes.of(content)).hex().equals(entry.blake3())) {
                return Optional.empty();
            }
            return Optional.of(
                    endsInZeros(content)
                            ? new Finding.Torn(entry.path())
                            : new Finding.Changed(entry.path()));
        } catch (IOException | InvalidPathException failure) {
            return Optional.of(new Finding.Unreadable(entry.path(), failure.toString()));
        }
    }

    /** What file systems show of a file whose end never came to the medium. */
    private static boolean endsInZeros(byte[] content) {
        int zeros = 0;
        while (zeros < content.length && content[content.length - 1 - zeros] == 0) {
            zeros++;
        }
        return zeros >= Math.min(ZEROS_TORN, content.length);
    }

    private static void tellOthers(Path root, Path top, PathSet named, FindingCounts counting)
            throws IOException {
        if (!Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(top)) {
            files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !named.contains(path))
                    .forEach(counting::other);
        }
    }
}
