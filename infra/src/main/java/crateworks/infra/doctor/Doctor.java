package crateworks.infra.doctor;

import crateworks.infra.StackSettings;
import crateworks.infra.data.Connections;
import crateworks.infra.data.DataDirectory;
import crateworks.infra.data.PortUse;
import crateworks.infra.data.Ports;
import crateworks.infra.data.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether the stack can run here, changing nothing in the data directory. */
public final class Doctor {
    private static final int AMPLE = 5;

    private Doctor() {}

    /** All checks, those of the machine first; safe while the stack runs. */
    public static List<Check> checks(DataDirectory data, StackSettings settings)
            throws InterruptedException {
        var checks = new ArrayList<Check>();
        checks.add(Machine.java());
        checks.add(Machine.processor());
        checks.add(Machine.user());
        checks.add(Machine.memory());
        checks.add(Machine.openFiles());
        checks.add(Machine.fileNames());
        checks.add(Folders.temporary());
        checks.add(disk(data, settings));
        checks.add(Folders.attributes(data));
        Optional<Connections> running = Optional.empty();
        try {
            running = data.runningInstance();
            checks.add(dataDirectory(data, running));
        } catch (Refusal refusal) {
            checks.add(Check.fail("data directory", refusal.sentence()));
        }
        checks.add(ports(settings, running.isPresent()));
        return List.copyOf(checks);
    }

    private static Check dataDirectory(DataDirectory data, Optional<Connections> running) {
        if (running.isPresent()) {
            return Check.ok(
                    "data directory",
                    "%s is in use by process %d.".formatted(data.root(), running.get().pid()));
        }
        data.check();
        return Check.ok(
                "data directory",
                data.exists()
                        ? data.root() + " can be used."
                        : data.root() + " will be made at the first start.");
    }

    private static Check disk(DataDirectory data, StackSettings settings) {
        long bytes = data.freeBytes();
        String found =
                "%.1f GiB are free for %s".formatted(bytes / (double) (1L << 30), data.root());
        if (bytes < settings.freeDiskBytesMin()) {
            return Check.fail(
                    "free disk",
                    "%s, and at least %.1f GiB are needed."
                            .formatted(found, settings.freeDiskBytesMin() / (double) (1L << 30)));
        }
        return bytes < AMPLE * settings.freeDiskBytesMin()
                ? Check.warn("free disk", found + ", which a large library fills.")
                : Check.ok("free disk", found + ".");
    }

    private static Check ports(StackSettings settings, boolean isRunning) {
        if (isRunning) {
            return Check.ok("ports", "The stack is running on its ports.");
        }
        for (Map.Entry<PortUse, Integer> each : settings.ports().entrySet()) {
            if (!Ports.isFree(each.getValue())) {
                return Check.fail(
                        "ports",
                        "Port %d, configured for %s, is in use."
                                .formatted(each.getValue(), each.getKey().description()));
            }
        }
        return Check.ok(
                "ports",
                settings.ports().isEmpty()
                        ? "Free ports are chosen at the start."
                        : "The configured ports are free.");
    }
}
