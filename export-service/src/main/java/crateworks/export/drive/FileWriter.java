package crateworks.export.drive;

import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.Bytes;
import crateworks.pipeline.run.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Writes one file whole or not at all, and never over another. */
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

    /**
     * Returns the path where the content lies when this returns: the planned one, or one beside it
     * where a file of the user's own has that place.
     */
    String write(Path root, Delivery file) throws IOException {
        Path folder = folders.ready(root, file.path());
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        if (lands(folder, name, file.content())) {
            return file.path();
        }
        String other = layout.besideForeign(name, file.hash().hex());
        if (lands(folder, other, file.content())) {
            return file.path().substring(0, file.path().length() - name.length()) + other;
        }
        throw new FileTrouble("PLACE_TAKEN", "other files lie at " + file.path() + " and " + other);
    }

    /** Whether a file as large as {@code content} can be written beside {@code path}. */
    boolean canWriteBeside(Path root, String path, Bytes content) {
        try {
            Path probe = leftovers.newIn(folders.ready(root, path));
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

    private boolean lands(Path folder, String name, Bytes content) throws IOException {
        Path target = folder.resolve(name);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return holds(target, content);
        }
        Path temporary = leftovers.newIn(folder);
        try {
            disk.save(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return true;
    }

    private static boolean holds(Path file, Bytes content) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == content.length()
                && Arrays.equals(Files.readAllBytes(file), content.array());
    }
}
