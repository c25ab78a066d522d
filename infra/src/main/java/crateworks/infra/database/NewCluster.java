package crateworks.infra.database;

import crateworks.infra.data.Connections;
import crateworks.infra.data.Refusal;
import crateworks.infra.data.Refusal.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** Makes an empty cluster with checksums, in which text sorts the same on every machine. */
final class NewCluster {
    private NewCluster() {}

    /** Makes it under another name first, so that an interrupted attempt is never taken for one. */
    static void make(Placement place, Programs programs, Connections connections, Duration limit)
            throws IOException, InterruptedException {
        Path unfinished = place.home().resolve("cluster.new");
        Path password = place.home().resolve("password.new");
        Programs.delete(unfinished);
        Files.deleteIfExists(password);
        writePassword(password, place, connections.databasePassword());
        ServerCommand commands = place.commands();
        boolean made =
                commands.succeeds(
                        place.words(
                                programs.path("initdb"),
                                "--pgdata=cluster.new",
                                "--username=" + connections.databaseUser(),
                                "--pwfile=password.new",
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8"),
                        limit);
        Files.deleteIfExists(password);
        if (!made) {
            throw new Refusal(
                    Reason.BROKEN,
                    "The database could not be created; initdb said: " + commands.outputTail());
        }
        Files.move(unfinished, place.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void writePassword(Path file, Placement place, String password)
            throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password + "\n");
        if (place.account() instanceof ServerAccount.Other(int uid)) {
            Files.setAttribute(file, "unix:uid", uid);
        }
    }
}
