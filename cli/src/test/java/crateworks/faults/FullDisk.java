package crateworks.faults;

import crateworks.infra.data.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/** A small file system for the data of one server, which can be filled to its last byte. */
final class FullDisk implements AutoCloseable {
    private static final int FILLING_BYTES = 1 << 20;

    private final Part part;
    private final Path folder;

    private FullDisk(Part part, Path folder) {
        this.part = part;
        this.folder = folder;
    }

    /**
     * Mounts one where the scene in {@code scene} will have the data of {@code part}; only root
     * may.
     */
    static FullDisk mount(Part part, Path scene, int megabytes)
            throws IOException, InterruptedException {
        Path folder = scene.resolve("data-" + part.name().toLowerCase(Locale.ROOT));
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        return new FullDisk(part, folder);
    }

    private static void run(String... words) throws IOException, InterruptedException {
        int status = new ProcessBuilder(words).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + status);
        }
    }

    /** Fills it, and after a while makes room again; the server may have ended of it. */
    Scene.Harm full(FaultTable table, Random random, Duration lasting) {
        return scene -> {
            scene.whileWorking(random);
            Path filling = folder.resolve("filling");
            fill(filling);
            Thread.sleep(lasting);
            Files.delete(filling);
            Server server = scene.servers().of(part);
            server.kill();
            server.startAgain();
            table.inject(
                    "F13 the disk of the " + part.name().toLowerCase(Locale.ROOT) + " is full", 1);
        };
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            byte[] some = new byte[FILLING_BYTES];
            while (file.toFile().getUsableSpace() > 0) {
                out.write(some, 0, (int) Math.min(some.length, file.toFile().getUsableSpace()));
            }
        } catch (IOException e) {
            // somebody else wrote the last bytes, and the disk is full
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "-l", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
