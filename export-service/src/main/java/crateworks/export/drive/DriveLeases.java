package crateworks.export.drive;

import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The leases that this process has, one a drive. */
public final class DriveLeases implements AutoCloseable {
    private final Map<Path, DriveLease> taken = new HashMap<>();

    /** Takes the lease of a drive, or keeps the one that this process has. */
    public synchronized void take(Path root) throws Outage {
        if (taken.containsKey(root)) {
            return;
        }
        try {
            DriveLease lease =
                    DriveLease.tryTake(root)
                            .orElseThrow(
                                    () ->
                                            new Outage(
                                                    DriveTrouble.DRIVE,
                                                    "another run is writing to " + root));
            taken.put(root, lease);
        } catch (Outage outage) {
            throw outage;
        } catch (IOException failure) {
            throw DriveTrouble.outage(root, 0, failure);
        }
    }

    /** Gives the lease of a drive back, if this process has it. */
    public synchronized void release(Path root) throws Outage {
        DriveLease lease = taken.remove(root);
        try {
            if (lease != null) {
                lease.close();
            }
        } catch (IOException failure) {
            throw DriveTrouble.outage(root, 0, failure);
        }
    }

    /** Gives all leases back; what a drive that is gone makes of it does not matter any more. */
    @Override
    public synchronized void close() {
        for (Path root : Map.copyOf(taken).keySet()) {
            try {
                release(root);
            } catch (Outage gone) {
                taken.remove(root);
            }
        }
    }
}
