package crateworks.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was measured on.
 *
 * @param load processes that wanted to run, on average over the minute before: above 0 the machine
 *     was not the product's alone
 */
public record Machine(
        int cores, String processor, long memoryBytes, String jdk, String kernel, String load) {
    public static Machine here() throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                line("/proc/cpuinfo", "model name"),
                Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) * 1024,
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.version"),
                Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    }

    /** What comes behind the colon of the first line that begins like this. */
    private static String line(String file, String start) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(start))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
