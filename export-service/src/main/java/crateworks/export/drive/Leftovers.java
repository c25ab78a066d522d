package crateworks.export.drive;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The temporary names of one writer, and what writers that were killed left behind. */
final class Leftovers {
    private static final String BEGIN = ".crateworks-";
    private static final String END = ".part";

    private final String own;
    private final AtomicLong last = new AtomicLong();

    /** {@code owner} is a word that no other writer has at the same time. */
    Leftovers(String owner) {
        this.own = BEGIN + owner + "-";
    }

    static boolean isTemporary(String name) {
        return name.startsWith(BEGIN) && name.endsWith(END);
    }

    Path newIn(Path folder) {
        return folder.resolve(own + last.incrementAndGet() + END);
    }

    /** Deletes temporary files of other writers; one that still lives writes its file again. */
    void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, BEGIN + "*" + END)) {
            for (Path file : found) {
                if (!file.getFileName().toString().startsWith(own)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }
}
