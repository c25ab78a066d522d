package crateworks.export.drive;

import crateworks.pipeline.Bytes;
import crateworks.pipeline.port.Catalog;
import crateworks.pipeline.port.DrivePlans;
import crateworks.pipeline.port.Outage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * What a drive tells of itself: {@code README.txt} and the files in {@code METADATA}, see {@code
 * docs/formats/drive.md}. The same library makes the same bytes, and what would not change is not
 * written.
 */
public final class DriveMetadata {
    /** The path of the index. */
    public static final String INDEX = "METADATA/file_index.json";

    private static final String README = "README.txt";

    /** Where a readme of the user's own lies already. */
    private static final String README_BESIDE = "README Crateworks.txt";

    private final DrivePlans plans;
    private final Leftovers leftovers;

    /** {@code owner} is a word that no other writer to the drive has at the same time. */
    public DriveMetadata(DrivePlans plans, String owner) {
        this.plans = plans;
        this.leftovers = new Leftovers(owner);
    }

    /** Writes all of it, each file replaced as a whole. */
    public void write(DriveRoot marked, String drive, List<Catalog.Failure> failures)
            throws Outage {
        Path root = marked.folder();
        try {
            marked.require();
            Path folder = new Folders(Disk.REAL, leftovers).ready(marked, INDEX, true);
            leftovers.sweep(root);
            try (var lists = new MetadataLists(folder, leftovers)) {
                plans.eachEntry(drive, lists::add);
                lists.finish(failures);
            }
            Disk.REAL.settle(folder);
            writeReadme(root);
        } catch (JacksonException failure) {
            throw DriveTrouble.outage(root, 0, new IOException(failure));
        } catch (Outage outage) {
            throw outage;
        } catch (IOException failure) {
            throw DriveTrouble.outage(root, 0, failure);
        }
    }

    /** Marks the drive at {@code root}. */
    public void mark(Path root, String mark) throws Outage {
        try {
            DriveMark.write(root, mark, leftovers);
        } catch (IOException failure) {
            throw DriveTrouble.outage(root, 0, failure);
        }
    }

    private void writeReadme(Path root) throws IOException {
        byte[] text = readme();
        Path file = root.resolve(isFree(root.resolve(README), text) ? README : README_BESIDE);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), text)) {
            return;
        }
        Path temporary = leftovers.newIn(root);
        try {
            Disk.REAL.save(temporary, Bytes.of(text));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            Disk.REAL.settle(root);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Whether nothing lies there or what an earlier build wrote, whose first line was the same. */
    private static boolean isFree(Path file, byte[] text) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        int line = 0;
        while (text[line] != '\n') {
            line++;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(line), Arrays.copyOf(text, line));
        }
    }

    private static byte[] readme() throws IOException {
        try (InputStream in = DriveMetadata.class.getResourceAsStream(README)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + README);
            }
            return in.readAllBytes();
        }
    }
}
