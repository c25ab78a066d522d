package crateworks.export.drive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folders below a drive's root, each made, settled and swept once. */
final class Folders {
    private final Disk disk;
    private final Leftovers leftovers;
    private final Set<Path> ready = ConcurrentHashMap.newKeySet();

    Folders(Disk disk, Leftovers leftovers) {
        this.disk = disk;
        this.leftovers = leftovers;
    }

    /**
     * Returns the folder of {@code path}, which lies below the root and is there.
     *
     * @throws NotDirectoryException when something else has its name; a link is not followed
     */
    Path ready(DriveRoot root, String path) throws IOException {
        Path relative = Path.of(path).normalize();
        if (relative.isAbsolute() || relative.startsWith("..") || !relative.equals(Path.of(path))) {
            throw new IllegalArgumentException("not a path below a drive: " + path);
        }
        Path folder = root.folder();
        for (int depth = 0; depth + 1 < relative.getNameCount(); depth++) {
            Path parent = folder;
            folder = folder.resolve(relative.getName(depth));
            if (!ready.contains(folder)) {
                make(root, parent, folder);
            }
        }
        return folder;
    }

    /** The drive may have been away: looks at every folder again. */
    void doubt() {
        ready.clear();
    }

    private synchronized void make(DriveRoot root, Path parent, Path folder) throws IOException {
        if (ready.contains(folder)) {
            return;
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            root.require(); // the empty folder below a drive that was unmounted just now gets none
            create(parent, folder);
        }
        leftovers.sweep(folder);
        ready.add(folder);
    }

    private void create(Path parent, Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            disk.settle(parent);
        } catch (FileAlreadyExistsException exists) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                NotDirectoryException other = new NotDirectoryException(folder.toString());
                other.initCause(exists);
                throw other;
            }
        }
    }
}
