package crateworks.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one run of a command took.
 *
 * @param cpuMillis time on the processor of all its processes
 * @param peakBytes the most memory seen in all processes together; pages that they share, as the
 *     database's do, count in each of them
 * @param peakRootBytes the most memory of the command's own process
 * @param processesMost processes that were seen at once
 * @param leftBehind processes that were still there 20 seconds after the end
 */
record Measured(
        int exitCode,
        Instant startedAt,
        double seconds,
        long cpuMillis,
        long peakBytes,
        long peakRootBytes,
        int processesMost,
        int leftBehind) {
    private static final int LOOK_MILLIS = 250;
    private static final int LOOKS_AFTER_END_MAX = 80;

    /**
     * Runs a command to its end, with all that it prints in a log.
     *
     * @param folder whose name in a command shows that a process belongs to the run
     */
    static Measured run(List<String> command, Path folder, Path log)
            throws IOException, InterruptedException {
        long childrenBefore = ProcessTable.endedChildrenMillis();
        var startedAt = Instant.now();
        long started = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        process.getOutputStream().close();
        var watch = new ProcessWatch(process.pid(), folder);
        try {
            do {
                watch.look();
            } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } finally {
            process.destroy();
        }
        double seconds = Math.round((System.nanoTime() - started) / 1e6) / 1e3;
        int left = watch.look();
        for (int look = 0; left > 0 && look < LOOKS_AFTER_END_MAX; look++) {
            Thread.sleep(LOOK_MILLIS);
            left = watch.look();
        }
        long rootMillis = ProcessTable.endedChildrenMillis() - childrenBefore;
        return new Measured(
                process.exitValue(),
                startedAt,
                seconds,
                rootMillis + watch.cpuMillisBesidesRoot(),
                watch.peakBytes(),
                watch.peakRootBytes(),
                watch.processesMost(),
                left);
    }
}
