package crateworks.cli;

import crateworks.pipeline.message.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folders that a command names, checked before anything starts. */
final class Folders {
    private Folders() {}

    /** A source as an absolute path without links; refused in one sentence when it is none. */
    static Path source(Path named) {
        if (named.toString().isEmpty()) {
            throw refused("--source has no value: name a folder.");
        }
        if (!Files.exists(named)) {
            throw refused("The source " + named + " does not exist: check the path.");
        }
        if (!Files.isDirectory(named)) {
            throw refused(
                    "The source " + named + " is a file, not a folder: name the folder it is in.");
        }
        if (!Files.isReadable(named) || !Files.isExecutable(named)) {
            throw refused("The source " + named + " cannot be read: change its permissions.");
        }
        try {
            return named.toRealPath();
        } catch (IOException e) {
            throw refused("The source " + named + " cannot be read (" + e.getMessage() + ").");
        }
    }

    /** A drive as an absolute path; it may be missing, the folder it is in may not. */
    static Path drive(Path named) {
        if (named.toString().isEmpty()) {
            throw refused("--export-to has no value: name the drive, or a folder.");
        }
        Path absolute = named.toAbsolutePath().normalize();
        try {
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
            Path parent = absolute.getParent();
            Path name = absolute.getFileName();
            return parent == null || name == null || !Files.isDirectory(parent)
                    ? absolute
                    : parent.toRealPath().resolve(name);
        } catch (IOException e) {
            return absolute;
        }
    }

    /** Refuses sources that lie in the data directory, where nothing of the user's is. */
    static void refuseInside(Path data, List<String> sources) {
        Path folder;
        try {
            folder = data.toRealPath();
        } catch (IOException e) {
            return; // it does not exist yet, so nothing lies in it
        }
        for (String source : sources) {
            if (Origin.isFolder(source) && Path.of(source).startsWith(folder)) {
                throw refused(
                        "The source "
                                + source
                                + " lies in the data directory "
                                + folder
                                + ": name a folder with music.");
            }
        }
    }

    private static Usage refused(String sentence) {
        return new Usage(ExitCode.NO_INPUT, sentence);
    }
}
