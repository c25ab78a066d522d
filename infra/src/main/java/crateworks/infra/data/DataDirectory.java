package crateworks.infra.data;

import crateworks.infra.data.Refusal.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds everything the embedded stack keeps: records, rows, objects, secrets and
 * logs. Readable only by its owner; used by one process at a time; of one format version.
 */
public final class DataDirectory {
    /** Raised when a release can no longer read what an earlier one wrote. */
    public static final int FORMAT_VERSION = 1;

    private static final String FORBIDDEN = ",\"$`\\\n\r";

    private final Path root;

    private DataDirectory(Path root) {
        this.root = root;
    }

    /** Names a data directory, existing or not; touches nothing. */
    public static DataDirectory at(Path root) {
        return new DataDirectory(root.toAbsolutePath().normalize());
    }

    /** The directory used when none is given: {@code crateworks} in the user's data home (XDG). */
    public static DataDirectory standard(Map<String, String> environment, Path userHome) {
        String dataHome = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG specification says that a relative path is to be ignored.
        return dataHome.startsWith("/")
                ? at(Path.of(dataHome, "crateworks"))
                : at(userHome.resolve(".local/share/crateworks"));
    }

    public Path root() {
        return root;
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path broker() {
        return root.resolve("broker");
    }

    public Path database() {
        return root.resolve("database");
    }

    public Path store() {
        return root.resolve("store");
    }

    /** Whether a stack has been started here before. */
    public boolean exists() {
        return Files.exists(versionFile());
    }

    /**
     * Makes the directory where it is missing, and checks that this release can read it.
     *
     * @throws Refusal if it belongs to something else or to another version, or cannot be made
     */
    public void prepare() {
        check();
        try {
            createPrivate(root);
            if (!exists()) {
                Files.writeString(versionFile(), FORMAT_VERSION + "\n");
            }
            createPrivate(logs());
            createPrivate(broker());
            createPrivate(store());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** As {@link #prepare}, though it makes nothing. */
    public void check() {
        checkPath();
        try {
            if (exists()) {
                checkVersion();
            } else if (Files.exists(root)) {
                checkEmpty();
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Refusal unusable(IOException e) {
        String why =
                switch (e) {
                    case NotDirectoryException _ -> "it is a file";
                    case AccessDeniedException _ -> "this account may not write there";
                    case NoSuchFileException _ -> "it cannot be made there";
                    default -> String.valueOf(e.getMessage());
                };
        return new Refusal(
                Reason.STORAGE,
                "The data directory %s cannot be used (%s): give another --data."
                        .formatted(root, why),
                e);
    }

    /**
     * Refuses a disk with less room than is needed to start.
     *
     * @param bytesMin the least number of usable bytes
     */
    public void checkFreeBytes(long bytesMin) {
        long bytes = freeBytes();
        if (bytes < bytesMin) {
            throw new Refusal(
                    Reason.STORAGE,
                    "Only %d MiB are free for %s, and at least %d MiB are needed: make room or give another --data."
                            .formatted(bytes >> 20, root, bytesMin >> 20));
        }
    }

    /** Usable bytes of the disk that holds, or would hold, the directory. */
    public long freeBytes() {
        try {
            Path existing = root;
            while (!Files.exists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the directory for this process, waiting a moment for a command that only looks.
     *
     * @throws Refusal if another process runs on it
     */
    public Lease take() throws InterruptedException {
        prepare();
        try {
            for (int attempt = 0; attempt < 10; attempt++) {
                Optional<DirectoryLock> lock = DirectoryLock.tryTake(lockFile());
                if (lock.isPresent()) {
                    Files.deleteIfExists(runtimeFile());
                    return new Lease(this, lock.get());
                }
                Thread.sleep(50);
            }
            String holder = Files.readString(lockFile()).strip();
            throw new Refusal(
                    Reason.BUSY,
                    "The data directory %s is in use by process %s: stop it, or give another --data."
                            .formatted(root, holder.isEmpty() ? "(unknown)" : holder));
        } catch (IOException e) {
            throw new Refusal(
                    Reason.STORAGE, "The data directory " + root + " cannot be locked.", e);
        }
    }

    /**
     * How to reach the stack that another process (or another part of this one) runs here now, if
     * one does and has finished starting.
     */
    public Optional<Connections> runningInstance() {
        try {
            if (!DirectoryLock.isHeld(lockFile()) || !Files.exists(runtimeFile())) {
                return Optional.empty();
            }
            return Optional.of(
                    RuntimeInfo.read(
                            runtimeFile(),
                            Ports.read(portsFile()),
                            Credentials.read(secretsFile())));
        } catch (IOException e) {
            throw new Refusal(Reason.STORAGE, "The data directory " + root + " cannot be read.", e);
        }
    }

    Path lockFile() {
        return root.resolve("lock");
    }

    Path runtimeFile() {
        return root.resolve("runtime.properties");
    }

    Path portsFile() {
        return root.resolve("ports.properties");
    }

    Path secretsFile() {
        return root.resolve("secrets.properties");
    }

    private Path versionFile() {
        return root.resolve("format-version");
    }

    /** Some characters have a meaning in the broker's settings or in the shell of pg_ctl. */
    private void checkPath() {
        boolean unusable =
                root.toString().chars().anyMatch(letter -> FORBIDDEN.indexOf(letter) >= 0);
        if (unusable) {
            throw new Refusal(
                    Reason.CONFIGURATION,
                    "The path of the data directory must not contain a comma, quotation mark, dollar sign, backquote, backslash or line break: "
                            + root);
        }
    }

    private void checkVersion() throws IOException {
        String version = Files.readString(versionFile()).strip();
        if (!version.equals(Integer.toString(FORMAT_VERSION))) {
            throw new Refusal(
                    Reason.CONFIGURATION,
                    "The data directory %s has format version %s, and this release needs version %d: use the release that made it, or give another --data."
                            .formatted(root, version, FORMAT_VERSION));
        }
    }

    private void checkEmpty() throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            if (children.findAny().isPresent()) {
                throw new Refusal(
                        Reason.CONFIGURATION,
                        "The folder %s is neither empty nor a data directory: give another --data."
                                .formatted(root));
            }
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            Files.createDirectories(folder.getParent());
        }
        Files.createDirectory(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
