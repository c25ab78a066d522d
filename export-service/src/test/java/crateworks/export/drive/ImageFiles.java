package crateworks.export.drive;

import crateworks.music.drive.DriveLayout;
import crateworks.pipeline.Bytes;
import crateworks.testkit.TestJvm;
import crateworks.testkit.blob.MemoryBlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Files for a stick, the same for the same numbers, and a process that writes them. */
final class ImageFiles {
    private ImageFiles() {}

    static List<Delivery> some(int from, int to) {
        var hashes = new MemoryBlobStore();
        var files = new ArrayList<Delivery>();
        for (int number = from; number < to; number++) {
            var content = new byte[500 + number * 37 % 9_000];
            new Random(number).nextBytes(content);
            content[content.length - 1] = 1;
            Bytes bytes = Bytes.of(content);
            files.add(
                    new Delivery(
                            "MPC_Documents/SAMPLES/Bass/%03d/file F#m %04d.mid"
                                    .formatted(number / 400, number),
                            bytes,
                            hashes.hash(bytes)));
        }
        return files;
    }

    static Manifest manifest(List<Delivery> files) {
        return sink ->
                files.forEach(
                        file ->
                                sink.accept(
                                        new IndexEntry(
                                                file.path(),
                                                file.hash().hex(),
                                                file.content().length())));
    }

    /** Leaves about so many bytes free. */
    static void fill(Path filler, Path root, long leave) throws IOException {
        long room = Files.getFileStore(root).getUsableSpace() - leave;
        try (var out = Files.newOutputStream(filler)) {
            var block = new byte[1 << 16];
            for (long written = 0; written + block.length < room; written += block.length) {
                out.write(block);
            }
        }
    }

    /** Starts a process that writes files 0 to {@code count} in batches and says when it begins. */
    static Process writeElsewhere(Path root, String mark, int count) throws IOException {
        return new ProcessBuilder(
                        TestJvm.line(ImageFiles.class, "256m", List.of(), root, mark, count))
                .redirectErrorStream(true)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        var root = new DriveRoot(Path.of(arguments[0]), arguments[1]);
        List<Delivery> files = some(0, Integer.parseInt(arguments[2]));
        System.out.println("begun");
        try (var writer = new DriveWriter(DriveLayout.STANDARD, 8, "killed")) {
            for (int from = 0; from < files.size(); from += 250) {
                writer.write(root, files.subList(from, Math.min(from + 250, files.size())));
            }
        }
    }
}
