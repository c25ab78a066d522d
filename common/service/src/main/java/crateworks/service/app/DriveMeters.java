package crateworks.service.app;

import crateworks.adapters.host.Chore;
import crateworks.adapters.host.StageHost;
import crateworks.pipeline.StageName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Shows whether the drive is there and how much room it has. */
final class DriveMeters implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final String THE_DRIVE = "the drive";

    private final Path drive;
    private volatile double freeBytes = Double.NaN;
    private final Chore looking;

    private DriveMeters(Path drive) {
        this.drive = drive;
        this.looking = Chore.start("drive room", LOOK_EVERY, this::isOver);
    }

    static DriveMeters show(MeterRegistry registry, StageHost host, Path drive) {
        var meters = new DriveMeters(drive);
        Gauge.builder("crateworks.drive.free", meters, each -> each.freeBytes)
                .baseUnit("bytes")
                .strongReference(true)
                .register(registry);
        Gauge.builder("crateworks.drive.waiting", host, DriveMeters::waiting)
                .strongReference(true)
                .register(registry);
        return meters;
    }

    private static double waiting(StageHost host) {
        return host.waiting(StageName.EXPORT).stream().anyMatch(what -> what.startsWith(THE_DRIVE))
                ? 1
                : 0;
    }

    /** Asked in a thread of its own, as a drive that was pulled out may not answer for long. */
    private boolean isOver() {
        try {
            freeBytes = Files.getFileStore(drive).getUsableSpace();
        } catch (IOException absent) {
            freeBytes = Double.NaN;
        }
        return false;
    }

    @Override
    public void close() {
        looking.close();
    }
}
