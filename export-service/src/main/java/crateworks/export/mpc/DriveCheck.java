package crateworks.export.mpc;

import crateworks.music.drive.DriveLayout;
import crateworks.music.mpc.Flaw;
import crateworks.music.naming.SafeName;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Holds everything that was written for devices against the rules of {@code docs/formats/mpc.md},
 * file by file and folder by folder.
 */
public final class DriveCheck {
    /** {@code MPC_Documents/Patterns/Bass/090-099bpm/Am} has five. */
    private static final int FOLDERS_DEEP_MAX = 7;

    private static final Pattern ILLEGAL =
            Pattern.compile("[\"*/:<>?\\\\|\\x00-\\x1F\\x7F]|^[. ]|[. ]$");

    private final Path root;
    private final BiConsumer<String, Flaw> sink;
    private final FileCheck files;
    private final Map<Path, Set<String>> entries = new HashMap<>();
    private long checked;
    private long flawed;

    private DriveCheck(Path root, BiConsumer<String, Flaw> sink) {
        this.root = root;
        this.sink = sink;
        this.files = new FileCheck(this::tell);
    }

    /** How many files were looked at, and how many flaws were told of. */
    public record Sums(long checked, long flaws) {}

    /** Checks what lies below the folders of layouts; tells {@code sink} of path and flaw. */
    public static Sums check(Path root, BiConsumer<String, Flaw> sink) throws IOException {
        var check = new DriveCheck(root, sink);
        for (String top : DriveLayout.tops()) {
            Path folder = root.resolve(top);
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                check.walk(folder);
            }
        }
        return new Sums(check.checked, check.flawed);
    }

    private void walk(Path top) throws IOException {
        Files.walkFileTree(
                top,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        entry(folder);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        entry(file);
                        checked++;
                        files.check(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
                        full(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private void entry(Path path) {
        String name = String.valueOf(path.getFileName());
        if (root.relativize(path).getNameCount() > FOLDERS_DEEP_MAX) {
            tell(path, new Flaw(Flaw.Rule.TOO_DEEP, "deeper than " + FOLDERS_DEEP_MAX));
        }
        if (ILLEGAL.matcher(name).find()) {
            tell(path, new Flaw(Flaw.Rule.NAME_ILLEGAL, "not for FAT32: " + name));
        }
        Set<String> names = entries.computeIfAbsent(path.resolveSibling("."), _ -> new HashSet<>());
        if (!names.add(SafeName.foldKey(name))) {
            tell(path, new Flaw(Flaw.Rule.NAME_REPEATED, "differs only in case"));
        }
    }

    private void full(Path folder) {
        Set<String> names = entries.remove(folder.resolve("."));
        int max = DriveLayout.FOLDER_ENTRIES_DEFAULT;
        if (names != null && names.size() > max) {
            tell(folder, new Flaw(Flaw.Rule.FOLDER_TOO_FULL, names.size() + " entries"));
        }
    }

    private void tell(Path path, Flaw flaw) {
        flawed++;
        sink.accept(root.relativize(path).toString().replace('\\', '/'), flaw);
    }
}
