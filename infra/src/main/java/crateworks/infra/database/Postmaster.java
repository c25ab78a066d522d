package crateworks.infra.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The main process of a server, as its pid file tells. */
final class Postmaster {
    private Postmaster() {}

    /**
     * Whether the process named in a pid file lives and works in this cluster. The id alone proves
     * nothing: after a restart of the machine or container it belongs to anybody.
     */
    static boolean isAlive(Path pidFile, Path cluster) throws IOException {
        if (!Files.exists(pidFile)) {
            return false;
        }
        String pid = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        Path folder = Path.of("/proc", pid, "cwd");
        if (!pid.matches("\\d{1,10}") || !Files.exists(Path.of("/proc", pid))) {
            return false;
        }
        try {
            return Files.isSameFile(folder, cluster);
        } catch (IOException e) {
            // The working folder of a process of another user cannot be seen: it is not ours.
            return false;
        }
    }
}
