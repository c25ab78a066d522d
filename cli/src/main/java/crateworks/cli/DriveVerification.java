package crateworks.cli;

import crateworks.adapters.s3.PackStore;
import crateworks.export.drive.DriveVerifier;
import crateworks.export.drive.DriveVerifier.Sums;
import crateworks.pipeline.port.Outage;
import crateworks.web.api.Verifying;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifies drives that are mounted on this computer, one thread for each. */
final class DriveVerification implements Verifying {
    private static final int FINDINGS_MAX = 1_000;

    /** A verification that goes on or has ended. */
    private static final class Task {
        private final Instant startedAt = Instant.now();
        private final List<Finding> findings = new ArrayList<>();
        private String state = "running";
        private Optional<Instant> endedAt = Optional.empty();
        private Optional<String> trouble = Optional.empty();
        private Map<String, Long> sums = Map.of();

        private synchronized void add(DriveVerifier.Finding finding) {
            if (findings.size() < FINDINGS_MAX) {
                findings.add(DriveVerification.finding(finding));
            }
        }

        private synchronized void end(String now, Optional<String> why, Map<String, Long> all) {
            state = now;
            trouble = why;
            sums = all;
            endedAt = Optional.of(Instant.now());
        }

        private synchronized boolean isRunning() {
            return endedAt.isEmpty();
        }

        private synchronized Verification view() {
            return new Verification(
                    state, Optional.of(startedAt), endedAt, trouble, sums, List.copyOf(findings));
        }
    }

    private final Map<Integer, Task> tasks = new HashMap<>();

    @Override
    public synchronized Verification of(int drive) {
        return Optional.ofNullable(tasks.get(drive)).map(Task::view).orElse(Verification.NONE);
    }

    @Override
    public synchronized boolean begin(int drive, Path root) {
        Task before = tasks.get(drive);
        if (before != null && before.isRunning()) {
            return false;
        }
        var task = new Task();
        tasks.put(drive, task);
        Thread.ofPlatform().daemon().name("verify " + drive).start(() -> verify(root, task));
        return true;
    }

    private static void verify(Path root, Task task) {
        try {
            var verifier = new DriveVerifier(content -> content.hash(PackStore::blake3));
            Sums sums = verifier.verify(root, task::add);
            task.end("done", sums.doubt(), sums(sums));
        } catch (Outage outage) {
            task.end("failed", Optional.of(String.valueOf(outage.getMessage())), Map.of());
        } catch (RuntimeException e) {
            task.end("failed", Optional.of(e.toString()), Map.of());
        }
    }

    private static Map<String, Long> sums(Sums sums) {
        var all = new LinkedHashMap<String, Long>();
        all.put("checked", sums.checked());
        all.put("sound", sums.sound());
        all.put("torn", sums.torn());
        all.put("changed", sums.changed());
        all.put("missing", sums.missing());
        all.put("unreadable", sums.unreadable());
        all.put("foreign", sums.foreign());
        all.put("leftovers", sums.leftovers());
        return all;
    }

    private static Finding finding(DriveVerifier.Finding finding) {
        return switch (finding) {
            case DriveVerifier.Finding.Torn(var path) -> found("torn", path);
            case DriveVerifier.Finding.Changed(var path) -> found("changed", path);
            case DriveVerifier.Finding.Missing(var path) -> found("missing", path);
            case DriveVerifier.Finding.Unreadable(var path, var reason) ->
                    new Finding("unreadable", path, Optional.of(reason));
            case DriveVerifier.Finding.Foreign(var path) -> found("foreign", path);
            case DriveVerifier.Finding.Leftover(var path) -> found("leftover", path);
        };
    }

    private static Finding found(String kind, String path) {
        return new Finding(kind, path, Optional.empty());
    }
}
