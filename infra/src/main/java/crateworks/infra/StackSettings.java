package crateworks.infra;

import crateworks.infra.data.Part;
import crateworks.infra.data.PortUse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What to start, and within which limits.
 *
 * @param parts the servers to start, at least one
 * @param ports configured ports; the others are chosen once and kept in the data directory
 * @param freeDiskBytesMin the least free disk space to start with
 * @param startLimit how long any part may take to start, recovery after a crash included
 * @param closeLimit how long any part may take to stop before it is cut off
 * @param sharedBuffersMiB page cache of the database
 */
public record StackSettings(
        Set<Part> parts,
        Map<PortUse, Integer> ports,
        long freeDiskBytesMin,
        Duration startLimit,
        Duration closeLimit,
        int sharedBuffersMiB) {
    /** Room for the write-ahead log, the broker's segments and a few packs. */
    public static final long FREE_DISK_BYTES_MIN = 2L << 30;

    public StackSettings {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no part to start");
        }
        if (freeDiskBytesMin < 0 || sharedBuffersMiB < 1) {
            throw new IllegalArgumentException("sizes must be positive");
        }
        parts = Set.copyOf(parts);
        ports = Map.copyOf(ports);
    }

    /** Everything a run needs, on ports of the stack's own choice. */
    public static StackSettings everything() {
        return of(EnumSet.allOf(Part.class));
    }

    /** Only some parts: the database for a report, database and store for cleaning up. */
    public static StackSettings of(Set<Part> parts) {
        return new StackSettings(
                parts,
                Map.of(),
                FREE_DISK_BYTES_MIN,
                Duration.ofMinutes(3),
                Duration.ofSeconds(30),
                256);
    }

    public StackSettings withPort(PortUse use, int number) {
        var wider = new EnumMap<PortUse, Integer>(PortUse.class);
        wider.putAll(ports);
        wider.put(use, number);
        return new StackSettings(
                parts, wider, freeDiskBytesMin, startLimit, closeLimit, sharedBuffersMiB);
    }

    public StackSettings withFreeDiskBytesMin(long bytes) {
        return new StackSettings(parts, ports, bytes, startLimit, closeLimit, sharedBuffersMiB);
    }
}
