package crateworks.benchmarks.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The processes of the machine at one moment, as Linux shows them in {@code /proc}. */
final class ProcessTable {
    /** What Linux shows times in to programs, whatever its own clock does (proc_pid_stat(5)). */
    private static final int MILLIS_PER_TICK = 10;

    private static final Path PROC = Path.of("/proc");

    private ProcessTable() {}

    /**
     * One process.
     *
     * @param startTick when it began, which tells it from another one with the same id
     * @param cpuMillis time on the processor, its own and that of children it has waited for
     */
    record Entry(long id, long parent, long startTick, long cpuMillis) {}

    /** All processes by their ids. */
    static Map<Long, Entry> read() throws IOException {
        var entries = new HashMap<Long, Entry>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path folder : folders) {
                text(folder.resolve("stat"))
                        .map(ProcessTable::parse)
                        .ifPresent(entry -> entries.put(entry.id(), entry));
            }
        }
        return entries;
    }

    /** A line of {@code stat}; the name in brackets may hold spaces and brackets itself. */
    static Entry parse(String line) {
        long id = Long.parseLong(line.substring(0, line.indexOf(' ')));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int field = 11; field <= 14; field++) { // utime, stime, cutime, cstime
            ticks += Long.parseLong(fields[field]);
        }
        return new Entry(
                id, Long.parseLong(fields[1]), Long.parseLong(fields[19]), ticks * MILLIS_PER_TICK);
    }

    /** The words of a process's command, with spaces between; empty when it is gone. */
    static String command(long id) {
        return text(folder(id).resolve("cmdline")).orElse("").replace('\0', ' ');
    }

    /** Memory that a process holds now, in bytes; pages it shares with others count. */
    static long residentBytes(long id) {
        return statusBytes(id, "VmRSS:");
    }

    /** The most memory that a process has held so far, in bytes. */
    static long peakBytes(long id) {
        return statusBytes(id, "VmHWM:");
    }

    /** Time on the processor of this process's children that have ended and been waited for. */
    static long endedChildrenMillis() throws IOException {
        String line = Files.readString(PROC.resolve("self/stat"), StandardCharsets.ISO_8859_1);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MILLIS_PER_TICK;
    }

    private static long statusBytes(long id, String key) {
        return text(folder(id).resolve("status")).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }

    private static Path folder(long id) {
        return PROC.resolve(Long.toString(id));
    }

    /** Processes end while they are looked at. */
    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
