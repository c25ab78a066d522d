package crateworks.export.drive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** A file that is formatted like a stick and mounted like one, where this machine allows it. */
final class DriveImage implements AutoCloseable {
    /** A file system that sticks have. */
    enum Kind {
        EXFAT("mkfs.exfat", "exfat"),
        FAT32("mkfs.vfat -F 32", "vfat");

        private final String format;
        private final String type;

        Kind(String format, String type) {
            this.format = format;
            this.type = type;
        }
    }

    private static final int WAIT_SECONDS_MAX = 60;

    private final Kind kind;
    private final Path image;
    private final Path root;
    private String device = "";

    private DriveImage(Kind kind, Path image, Path root) {
        this.kind = kind;
        this.image = image;
        this.root = root;
    }

    /** Makes and mounts one at {@code root}; the test is aborted, and says why, where it cannot. */
    static DriveImage make(Kind kind, Path image, Path root, int megabytes) throws Exception {
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(megabytes * 1_000_000L / 4096 * 4096);
        }
        var made = new DriveImage(kind, image, root);
        var format = new ArrayList<>(List.of(kind.format.split(" ")));
        format.add(image.toString());
        String failure = run(format);
        if (!failure.isEmpty()) {
            throw new TestAbortedException("NO " + kind + " IMAGE ON THIS MACHINE: " + failure);
        }
        Files.createDirectories(root);
        made.mount(false);
        return made;
    }

    Path root() {
        return root;
    }

    /** By the kernel, else, for exFAT, by the driver outside of it. */
    void mount(boolean readOnly) throws IOException {
        String mode = readOnly ? "ro" : "rw";
        String kernel =
                run(List.of("mount", "-t", kind.type, "-o", "loop," + mode, at(image), at(root)));
        if (kernel.isEmpty()) {
            return;
        }
        String driver = kind == Kind.EXFAT ? mountExfat(mode) : "no other driver can be trusted";
        if (!driver.isEmpty()) {
            throw new TestAbortedException(
                    "THIS MACHINE MOUNTS NO " + kind + " IMAGE: " + kernel + "; " + driver);
        }
    }

    void unmount() throws Exception {
        for (int attempt = 0; attempt < 50 && isMounted(); attempt++) {
            run(List.of("umount", at(root)));
            if (isMounted()) {
                Thread.sleep(100);
            }
        }
        detach();
    }

    /** As when somebody pulls the stick out: whoever writes to it sees it vanish. */
    void pullOut() throws IOException {
        run(List.of("umount", "-l", at(root)));
        detach();
    }

    @Override
    public void close() throws IOException {
        run(List.of("umount", "-l", at(root)));
        detach();
    }

    private String mountExfat(String mode) throws IOException {
        var found = new StringBuilder();
        String failure = run(List.of("losetup", "-f", "--show", at(image)), found);
        if (!failure.isEmpty()) {
            return failure;
        }
        device = found.toString().strip();
        return run(List.of("mount.exfat-fuse", "-o", mode, device, at(root)));
    }

    private boolean isMounted() throws IOException {
        return Files.readString(Path.of("/proc/mounts")).contains(" " + root + " ");
    }

    private void detach() throws IOException {
        if (!device.isEmpty()) {
            run(List.of("losetup", "-d", device));
            device = "";
        }
    }

    private static String at(Path path) {
        return path.toString();
    }

    private static String run(List<String> command) throws IOException {
        return run(command, new StringBuilder());
    }

    /** Empty when it worked, else what it said. */
    private static String run(List<String> command, StringBuilder said) throws IOException {
        Path output = Files.createTempFile("drive-image", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            boolean ended = process.waitFor(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
            said.append(Files.readString(output, StandardCharsets.ISO_8859_1));
            return ended && process.exitValue() == 0 ? "" : command.getFirst() + ": " + said;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (IOException absent) {
            return String.valueOf(absent.getMessage());
        } finally {
            Files.delete(output);
        }
    }
}
