package crateworks.infra.database;

import crateworks.infra.data.Connections;
import crateworks.infra.data.Refusal;
import crateworks.infra.data.Refusal.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Makes an empty cluster with checksums, in which text sorts the same on every machine. */
final class NewCluster {
    private NewCluster() {}

    private static final String UNFINISHED = ".new";

    /**
     * Makes it under another name first, so that an interrupted attempt is never taken for one; a
     * name of its own each time, since initdb outlives the process that is killed beside it.
     */
    static void make(Placement place, Programs programs, Connections connections, Duration limit)
            throws IOException, InterruptedException {
        sweep(place.home());
        String attempt = Long.toHexString(System.nanoTime()) + UNFINISHED;
        Path unfinished = place.home().resolve("cluster." + attempt);
        Path password = place.home().resolve("password." + attempt);
        writePassword(password, place, connections.databasePassword());
        ServerCommand commands = place.commands();
        boolean made =
                commands.succeeds(
                        place.words(
                                programs.path("initdb"),
                                "--pgdata=" + unfinished.getFileName(),
                                "--username=" + connections.databaseUser(),
                                "--pwfile=" + password.getFileName(),
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
        sweep(place.home());
    }

    /** Deletes what earlier attempts left; what one is still writing to, it deletes itself. */
    private static void sweep(Path home) throws IOException {
        List<Path> left;
        try (Stream<Path> children = Files.list(home)) {
            left = children.filter(NewCluster::isUnfinished).toList();
        }
        for (Path each : left) {
            try {
                Programs.delete(each);
            } catch (IOException | UncheckedIOException inUse) {
                // Files came and went meanwhile.
            }
        }
    }

    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(UNFINISHED)
                && (name.startsWith("cluster") || name.startsWith("password"));
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
