package crateworks.infra.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;

/** A data directory taken by this process, until closed. */
public final class Lease implements AutoCloseable {
    private final DataDirectory directory;
    private final DirectoryLock lock;

    Lease(DataDirectory directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    public DataDirectory directory() {
        return directory;
    }

    /** Settles the addresses and secrets of the parts about to be started. */
    public Connections settle(Set<Part> parts, Map<PortUse, Integer> configured)
            throws IOException {
        return new Connections(
                ProcessHandle.current().pid(),
                parts,
                Ports.choose(directory.portsFile(), configured, parts),
                Credentials.readOrMake(directory.secretsFile()));
    }

    /** Tells other processes what runs here. */
    public void announce(Connections running) throws IOException {
        RuntimeInfo.write(directory.runtimeFile(), running);
    }

    @Override
    public void close() {
        try (lock) {
            Files.deleteIfExists(directory.runtimeFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
