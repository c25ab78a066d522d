package crateworks.infra.database;

import crateworks.infra.data.Refusal;
import crateworks.infra.data.Refusal.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the class path for this processor. */
final class Programs {
    private final Path folder;

    private Programs(Path folder) {
        this.folder = folder;
    }

    String path(String program) {
        return folder.resolve("bin").resolve(program).toString();
    }

    /** The packed programs for this machine, if there are any. */
    static Optional<URL> archive() {
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String suffix =
                switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> processor;
                };
        return Optional.ofNullable(
                Programs.class.getResource("/postgres-linux-" + suffix + ".txz"));
    }

    /** Puts the programs below a folder, unless these very ones are there already. */
    static Programs in(Path home) throws IOException {
        URL archive =
                archive()
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                Reason.CONFIGURATION,
                                                "There is no embedded database for this machine ("
                                                        + System.getProperty("os.arch")
                                                        + "): run Crateworks with Docker, or on Linux x86-64 or arm64."));
        // Another release of the programs has another size, near enough for a name.
        String release = "programs-" + archive.openConnection().getContentLengthLong();
        Path folder = home.resolve(release);
        if (!Files.exists(folder)) {
            Path unfinished = home.resolve("programs.new");
            delete(unfinished);
            new Unpacked(release).copyTo(unfinished, target -> unpack(archive, target));
            removeOthers(home);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Programs(folder);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void removeOthers(Path home) throws IOException {
        try (Stream<Path> children = Files.list(home)) {
            for (Path child : children.toList()) {
                if (child.getFileName().toString().startsWith("programs-")) {
                    delete(child);
                }
            }
        }
    }

    private static void unpack(URL archive, Path target) throws IOException {
        Files.createDirectory(target);
        allowAll(target);
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            allowAll(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-r--r--");
        if ((entry.getMode() & 0100) != 0) {
            permissions = EnumSet.copyOf(PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setPosixFilePermissions(file, permissions);
    }

    /** The account that runs the programs may be another one than the one that unpacks them. */
    private static void allowAll(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
