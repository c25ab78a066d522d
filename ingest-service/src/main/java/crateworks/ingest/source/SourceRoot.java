package crateworks.ingest.source;

import crateworks.ingest.source.WalkEnd.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a folder must be so that it can be walked. */
final class SourceRoot {
    private SourceRoot() {}

    static Optional<Refused> refusal(Path root, FolderKeys keys) {
        if (!Files.exists(root)) {
            return refused("The folder " + root + " does not exist.");
        }
        if (!Files.isDirectory(root)) {
            return refused(root + " is not a folder; name the folder it lies in.");
        }
        if (!Files.isReadable(root) || !Files.isExecutable(root)) {
            return refused("The folder " + root + " may not be read by this user.");
        }
        try {
            for (@Nullable Path at = root.toRealPath(); at != null; at = at.getParent()) {
                if (keys.isExcluded(at, Files.readAttributes(at, BasicFileAttributes.class))) {
                    return refused(
                            "The folder " + root + " lies in " + at + ", which is no source.");
                }
            }
        } catch (IOException e) {
            return refused(Problems.sentence("The folder " + root, e));
        }
        return Optional.empty();
    }

    private static Optional<Refused> refused(String sentence) {
        return Optional.of(new Refused(sentence));
    }
}
