package crateworks.infra.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import crateworks.infra.database.Database;
import crateworks.infra.database.Standing;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Checks of the processor, the operating system and the Java runtime. */
final class Machine {
    private static final int JAVA_MIN = 25;
    private static final long OPEN_FILES_MIN = 8_192;
    private static final long MEMORY_MIB_MIN = 1_024;
    private static final long MEMORY_MIB_AMPLE = 3_072;

    private Machine() {}

    static Check java() {
        String found = "Java " + Runtime.version() + " from " + System.getProperty("java.home");
        return Runtime.version().feature() >= JAVA_MIN
                ? Check.ok("Java", found + ".")
                : Check.fail("Java", found + "; install JDK " + JAVA_MIN + " or newer.");
    }

    static Check processor() {
        String found = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        if (!Database.isSupportedHere() || !System.getProperty("os.name").startsWith("Linux")) {
            return Check.fail(
                    "processor",
                    found + ": there is no embedded database for it; run Crateworks with Docker.");
        }
        try (Stream<Path> libraries = Files.list(Path.of("/lib"))) {
            if (libraries.anyMatch(each -> each.getFileName().toString().startsWith("ld-musl"))) {
                return Check.warn(
                        "processor",
                        found + " with musl: the embedded database needs the GNU C library.");
            }
        } catch (IOException e) {
            return Check.warn("processor", found + "; /lib cannot be read.");
        }
        return Check.ok("processor", found + ".");
    }

    static Check user() throws InterruptedException {
        try {
            return switch (Standing.ofThisProcess()) {
                case ORDINARY_USER -> Check.ok("user", "You are an ordinary user.");
                case USER_NAMESPACE ->
                        Check.ok("user", "You are root; the database runs in a user namespace.");
                case OTHER_USER ->
                        Check.warn(
                                "user",
                                "You are root and unshare is refused; the database runs as nobody, below /var/lib/crateworks unless nobody may enter the data directory.");
                case NONE ->
                        Check.fail(
                                "user",
                                "You are root, and neither unshare nor setpriv works: start as an ordinary user.");
            };
        } catch (IOException e) {
            return Check.fail("user", "Who you are cannot be found out: " + e.getMessage() + ".");
        }
    }

    static Check memory() {
        long heapMiB = Runtime.getRuntime().maxMemory() >> 20;
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            long mib =
                    lines.filter(line -> line.startsWith("MemAvailable:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                            .findFirst()
                            .orElseThrow(() -> new IOException("no MemAvailable"));
            String found =
                    "%d MiB of memory are available, Java may take %d MiB".formatted(mib, heapMiB);
            if (mib < MEMORY_MIB_MIN) {
                return Check.fail(
                        "memory", found + "; at least " + MEMORY_MIB_MIN + " MiB are needed.");
            }
            return mib < MEMORY_MIB_AMPLE
                    ? Check.warn("memory", found + "; close other programs for large imports.")
                    : Check.ok("memory", found + ".");
        } catch (IOException e) {
            return Check.warn("memory", "The available memory cannot be read.");
        }
    }

    static Check openFiles() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean os) {
            long limit = os.getMaxFileDescriptorCount();
            String found = "A process may open " + limit + " files";
            return limit >= OPEN_FILES_MIN
                    ? Check.ok("open files", found + ".")
                    : Check.warn(
                            "open files",
                            found + "; raise it to " + OPEN_FILES_MIN + " (ulimit -n).");
        }
        return Check.warn("open files", "The limit of open files cannot be read.");
    }

    /** Java turns letters that the locale does not know into question marks, and finds no file. */
    static Check fileNames() {
        String name = System.getProperty("sun.jnu.encoding", "unknown");
        boolean isUtf8 =
                Charset.isSupported(name) && Charset.forName(name).equals(StandardCharsets.UTF_8);
        return isUtf8
                ? Check.ok("file names", "File names are read as UTF-8.")
                : Check.warn(
                        "file names",
                        "File names are read as "
                                + name
                                + ", so that some cannot be opened: set LC_ALL=C.UTF-8.");
    }
}
