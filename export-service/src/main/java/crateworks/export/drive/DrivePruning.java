package crateworks.export.drive;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.ContentHash;
import crateworks.pipeline.port.DriveExcess;
import crateworks.pipeline.port.DriveExcess.Lying;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Deletes from a drive what was written there and is not wanted any more. A file that is not as it
 * was written has become the user's: it stays, and is forgotten.
 */
public final class DrivePruning {
    private static final int BATCH = 500;

    private final DriveExcess excess;
    private final Function<Bytes, ContentHash> blake3;

    /** {@code blake3} is such as {@code BlobStore::hash}. */
    public DrivePruning(DriveExcess excess, Function<Bytes, ContentHash> blake3) {
        this.excess = excess;
        this.blake3 = blake3;
    }

    /** How many files of the library and made ones are gone, and how many were changed and stay. */
    public record Pruned(long files, long made, long bytes, long kept) {}

    /**
     * Deletes {@code files} from the drive. May be called again after a crash: what is gone already
     * counts as deleted.
     *
     * @param keeps told of each file that stays
     */
    public Pruned delete(DriveRoot root, List<Lying> files, Consumer<String> keeps) throws Outage {
        var sums = new Sums();
        for (int from = 0; from < files.size(); from += BATCH) {
            List<Lying> some = files.subList(from, Math.min(from + BATCH, files.size()));
            root.require(); // an unmounted drive shows no file, and none must be forgotten then
            deleteSome(root.folder(), some, sums, keeps);
            root.require();
            excess.forget(root.folder().toString(), some.stream().map(Lying::path).toList());
        }
        return new Pruned(sums.files, sums.made, sums.bytes, sums.kept);
    }

    private void deleteSome(Path root, List<Lying> files, Sums sums, Consumer<String> keeps)
            throws Outage {
        var folders = new TreeSet<Path>();
        try {
            for (Lying file : files) {
                Path path = root.resolve(file.path()).normalize();
                if (!path.startsWith(root)) {
                    throw new IllegalStateException("leads off the drive: " + file.path());
                }
                if (!isAsWritten(path, file)) {
                    sums.kept++;
                    keeps.accept(file.path());
                    continue;
                }
                Files.deleteIfExists(path);
                sums.add(file);
                for (Path up = path.getParent();
                        up != null && !up.equals(root);
                        up = up.getParent()) {
                    folders.add(up);
                }
            }
            deleteEmpty(folders);
        } catch (IOException failure) {
            throw DriveTrouble.outage(root, 0, failure);
        }
    }

    /** The deepest first. */
    private static void deleteEmpty(NavigableSet<Path> folders) throws IOException {
        for (Path folder : folders.descendingSet()) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException inUse) {
                // Other files lie there.
            }
        }
    }

    /** A file that is not there is as good as deleted. */
    private boolean isAsWritten(Path path, Lying file) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && Files.size(path) == file.bytes()
                && blake3.apply(Bytes.of(Files.readAllBytes(path))).equals(file.hash());
    }

    private static final class Sums {
        long files;
        long made;
        long bytes;
        long kept;

        void add(Lying file) {
            if (file.made()) {
                made++;
            } else {
                files++;
            }
            bytes += file.bytes();
        }
    }
}
