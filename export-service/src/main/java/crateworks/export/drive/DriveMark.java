package crateworks.export.drive;

import crateworks.pipeline.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that says which drive this is, by a random id; see {@code docs/formats/drive.md}. */
public final class DriveMark {
    /** Its path below the drive's root. */
    public static final String FILE = "METADATA/drive.json";

    private static final int BYTES_MAX = 4096;
    private static final Pattern MARK =
            Pattern.compile("\"drive\"\\s*:\\s*\"([0-9A-Za-z-]{1,64})\"");

    private DriveMark() {}

    /**
     * The mark of the drive at {@code root}; empty where there is no drive or none with a mark.
     *
     * @throws IOException when it is there and cannot be read
     */
    public static Optional<String> read(Path root) throws IOException {
        Path file = root.resolve(FILE);
        byte[] text;
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            try (var in = Files.newInputStream(file)) {
                text = in.readNBytes(BYTES_MAX);
            }
        } catch (NoSuchFileException | NotDirectoryException away) {
            return Optional.empty();
        }
        Matcher mark = MARK.matcher(new String(text, StandardCharsets.UTF_8));
        if (!mark.find()) {
            throw new IOException(FILE + " is damaged: it names no drive");
        }
        return Optional.of(mark.group(1));
    }

    /** Marks the drive at {@code root}, instead of the mark that it had. */
    static void write(Path root, String mark, Leftovers leftovers) throws IOException {
        Path file = root.resolve(FILE);
        Path folder = root.resolve("METADATA");
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder);
            Disk.REAL.settle(root);
        }
        Path temporary = leftovers.newIn(folder);
        byte[] text =
                "{\"schema\":1,\"drive\":\"%s\"}%n"
                        .formatted(mark)
                        .getBytes(StandardCharsets.UTF_8);
        try {
            Disk.REAL.save(temporary, Bytes.of(text));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            Disk.REAL.settle(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
