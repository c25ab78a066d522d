package crateworks.export.drive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folders below a drive's root, each made and swept once. */
final class Folders {
    private static final Set<String> NO_NAMES = Set.of("", ".", "..");

    private final Disk disk;
    private final Leftovers leftovers;
    private final Set<Path> made = ConcurrentHashMap.newKeySet();
    private final Set<Path> settled = ConcurrentHashMap.newKeySet();
    private final Map<Place, Path> ready = new ConcurrentHashMap<>();

    /** A folder below a root, as paths of files name it; whether it has to be on the medium. */
    private record Place(Path root, String folder, boolean safely) {}

    Folders(Disk disk, Leftovers leftovers) {
        this.disk = disk;
        this.leftovers = leftovers;
    }

    /**
     * Returns the folder of {@code path}, which lies below the root and is there.
     *
     * @param safely whether a new folder is on the medium when this returns
     * @throws NotDirectoryException when something else has its name; a link is not followed
     */
    Path ready(DriveRoot root, String path, boolean safely) throws IOException {
        int slash = path.lastIndexOf('/');
        var place = new Place(root.folder(), path.substring(0, Math.max(slash, 0)), safely);
        Path known = ready.get(place);
        if (known != null && !NO_NAMES.contains(path.substring(slash + 1))) {
            return known;
        }
        Path folder = walk(root, path, safely);
        ready.put(place, folder);
        return folder;
    }

    /** The drive may have been away: looks at every folder again. */
    void doubt() {
        ready.clear();
        made.clear();
        settled.clear();
    }

    private Path walk(DriveRoot root, String path, boolean safely) throws IOException {
        Path relative = Path.of(path).normalize();
        if (relative.isAbsolute() || relative.startsWith("..") || !relative.equals(Path.of(path))) {
            throw new IllegalArgumentException("not a path below a drive: " + path);
        }
        Path folder = root.folder();
        for (int depth = 0; depth + 1 < relative.getNameCount(); depth++) {
            Path parent = folder;
            folder = folder.resolve(relative.getName(depth));
            if (!(safely ? settled : made).contains(folder)) {
                make(root, parent, folder, safely);
            }
        }
        return folder;
    }

    private synchronized void make(DriveRoot root, Path parent, Path folder, boolean safely)
            throws IOException {
        if (!made.contains(folder)) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                root.require(); // the empty folder below a drive that was just unmounted gets none
                create(folder);
            }
            leftovers.sweep(folder);
            made.add(folder);
        }
        if (safely && !settled.contains(folder)) {
            disk.settle(parent);
            settled.add(folder);
        }
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException exists) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                NotDirectoryException other = new NotDirectoryException(folder.toString());
                other.initCause(exists);
                throw other;
            }
        }
    }
}
