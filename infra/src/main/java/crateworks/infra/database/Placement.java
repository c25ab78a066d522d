package crateworks.infra.database;

import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.Refusal;
import crateworks.infra.data.Refusal.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/**
 * Where the database's files are and who its processes run as. The owner of existing files decides;
 * a new database belongs to this JVM's user, unless that is a root who may not make user
 * namespaces.
 *
 * @param home the folder with the programs, the cluster and the log
 */
record Placement(Path home, ServerAccount account) {
    private static final Path ELSEWHERE = Path.of("/var/lib/crateworks");

    Path cluster() {
        return home.resolve("cluster");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    /** A command as the account, its output in {@code control.log}. */
    ServerCommand commands() {
        return new ServerCommand(home, home.resolve("control.log"));
    }

    List<String> words(String... words) {
        var all = new ArrayList<>(account.prefix());
        all.addAll(List.of(words));
        return all;
    }

    static boolean isRoot() throws IOException {
        return ownUid() == 0;
    }

    /** The effective user of this JVM, the second number of the line (proc_pid_status(5)). */
    private static int ownUid() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("Uid:")) {
                return Integer.parseInt(line.split("\\s+", -1)[2]);
            }
        }
        throw new IOException("/proc/self/status names no user");
    }

    /** Finds the place, and makes the folder where it is missing. */
    static Placement of(DataDirectory data) throws IOException, InterruptedException {
        Path home = recordedHome(data);
        createPrivate(home);
        int self = ownUid();
        int owner = uid(home);
        if (self != 0) {
            checkOwner(home, owner, self);
            return new Placement(home, new ServerAccount.Own());
        }
        if (owner != 0) {
            letPass(data);
            return new Placement(home, new ServerAccount.Other(owner));
        }
        var unmapped = new ServerAccount.Unmapped();
        if (unmapped.canEnter(home.toString())) {
            return new Placement(home, unmapped);
        }
        return asOther(data, home);
    }

    /** Gives the database to an account without rights, elsewhere if that cannot come here. */
    private static Placement asOther(DataDirectory data, Path home)
            throws IOException, InterruptedException {
        var other = new ServerAccount.Other(ServerAccount.Other.NOBODY);
        letPass(data);
        give(home, other);
        if (other.canEnter(home.toString())) {
            return new Placement(home, other);
        }
        if (Files.exists(home.resolve("cluster"))) {
            throw new Refusal(
                    Reason.CONFIGURATION,
                    "The database in %s must run as user %d, who may not enter that folder: let others pass through the folders above it, or allow user namespaces."
                            .formatted(home, other.uid()));
        }
        Path elsewhere = elsewhere(data);
        Files.createDirectories(elsewhere.getParent());
        createPrivate(elsewhere);
        give(elsewhere, other);
        if (!other.canEnter(elsewhere.toString())) {
            throw new Refusal(
                    Reason.CONFIGURATION,
                    "PostgreSQL does not run as root, and neither unshare nor setpriv works here: start Crateworks as an ordinary user.");
        }
        Files.writeString(location(data), elsewhere + "\n");
        Files.delete(home);
        return new Placement(elsewhere, other);
    }

    private static void createPrivate(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static void checkOwner(Path home, int owner, int self) {
        if (owner != self) {
            throw new Refusal(
                    Reason.CONFIGURATION,
                    "The database in %s belongs to user %d, not to you (%d): start as that user or give another --data."
                            .formatted(home, owner, self));
        }
    }

    private static Path recordedHome(DataDirectory data) throws IOException {
        return Files.exists(location(data))
                ? Path.of(Files.readString(location(data)).strip())
                : data.database();
    }

    private static Path location(DataDirectory data) {
        return data.root().resolve("database.location");
    }

    private static Path elsewhere(DataDirectory data) {
        byte[] path = data.root().toString().getBytes(StandardCharsets.UTF_8);
        return ELSEWHERE.resolve(UUID.nameUUIDFromBytes(path).toString());
    }

    /** Lets others pass through the data directory, though not read it. */
    private static void letPass(DataDirectory data) throws IOException {
        var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(data.root()));
        if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(data.root(), permissions);
        }
    }

    private static void give(Path folder, ServerAccount.Other other) throws InterruptedException {
        var owner = other.uid() + ":" + other.uid();
        if (!ServerCommand.probe(List.of("chown", "-R", owner, folder.toString()))) {
            throw new Refusal(
                    Reason.STORAGE, "The folder " + folder + " cannot be given to " + owner + ".");
        }
    }

    private static int uid(Path file) throws IOException {
        Object uid = Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        return uid instanceof Integer number ? number : 0;
    }
}
