package crateworks.export.drive;

import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.run.FileTrouble;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Writes one file whole or not at all, and never over another unless asked to. */
final class FileWriter {
    private final Disk disk;
    private final Leftovers leftovers;
    private final Folders folders;
    private final DriveLayout layout;

    FileWriter(Disk disk, Leftovers leftovers, Folders folders, DriveLayout layout) {
        this.disk = disk;
        this.leftovers = leftovers;
        this.folders = folders;
        this.layout = layout;
    }

    /** How far a file is that shall lie at {@code path}. */
    sealed interface Prepared {
        String path();

        /** It lies there already, with its bytes. */
        record Lies(String path) implements Prepared {}

        /** It is whole under a temporary name beside its place. */
        record Beside(String path, Path temporary, Path target) implements Prepared {}
    }

    /**
     * Writes a file beside the place where it shall lie: the planned one, or another where a file
     * of the user's own has that place.
     *
     * @param safely whether it is on the medium when this returns
     */
    Prepared prepare(DriveRoot root, Delivery file, boolean safely) throws IOException {
        Path folder = folders.ready(root, file.path(), safely);
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        String path = file.path();
        Path target = folder.resolve(name);
        if (isTaken(target) && !file.replaces()) {
            if (holds(target, file.content())) {
                return new Prepared.Lies(path);
            }
            name = layout.besideForeign(name, file.hash().hex());
            path = path.substring(0, path.lastIndexOf('/') + 1) + name;
            target = folder.resolve(name);
            if (isTaken(target)) {
                if (holds(target, file.content())) {
                    return new Prepared.Lies(path);
                }
                throw new FileTrouble(
                        "PLACE_TAKEN", "other files lie at " + file.path() + " and " + name);
            }
        }
        Path temporary = leftovers.newIn(folder);
        write(temporary, file.content(), safely);
        return new Prepared.Beside(path, temporary, target);
    }

    /** Gives a file that is on the medium its name. */
    void land(Prepared.Beside file, boolean replaces) throws IOException {
        if (!replaces && isTaken(file.target())) {
            throw new FileAlreadyExistsException(file.target().toString());
        }
        Files.move(file.temporary(), file.target(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether a file as large as {@code content} can be written beside {@code path}. */
    boolean canWriteBeside(DriveRoot root, String path, Bytes content) {
        try {
            Path probe = leftovers.newIn(folders.ready(root, path, true));
            try {
                disk.save(probe, content);
            } finally {
                Files.deleteIfExists(probe);
            }
            return true;
        } catch (IOException failure) {
            return false;
        }
    }

    private void write(Path temporary, Bytes content, boolean safely) throws IOException {
        boolean written = false;
        try {
            if (safely) {
                disk.save(temporary, content);
            } else {
                disk.write(temporary, content);
            }
            written = true;
        } finally {
            if (!written) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private static boolean isTaken(Path target) {
        return Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean holds(Path file, Bytes content) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == content.length()
                && Arrays.equals(Files.readAllBytes(file), content.array());
    }
}
