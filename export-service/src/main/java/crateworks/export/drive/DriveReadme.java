package crateworks.export.drive;

import crateworks.music.drive.MadeTree;
import crateworks.music.drive.PartKind;
import crateworks.pipeline.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;

/**
 * {@code README.txt}, for the person at the instrument, with an example from this very drive: the
 * folder of bass patterns with the most of them, or of other patterns where there are none, or of a
 * pack where all lie in packs. Tempo and key are known, as far as there are such.
 */
final class DriveReadme {
    private static final String README = "README.txt";

    /** Where a readme of the user's own lies already. */
    private static final String README_BESIDE = "README Crateworks.txt";

    /** The line of the text that the example takes. */
    private static final String EXAMPLE = "{example}\n";

    private static final String PATTERN = ".mpcpattern";

    /** Begins folders of what has no tempo or no key. */
    private static final String UNKNOWN = "/No_";

    private final Leftovers leftovers;
    private Patterns example = new Patterns("", 0);
    private Patterns latest = new Patterns("", 0);

    private record Patterns(String folder, int files) {
        boolean isBetterThan(Patterns other) {
            return rank() == other.rank() ? files > other.files : rank() > other.rank();
        }

        private int rank() {
            if (files == 0) {
                return -1;
            }
            if (!folder.startsWith(MadeTree.PATTERNS)) {
                return 0;
            }
            boolean isBass = folder.startsWith(MadeTree.patterns(PartKind.BASS));
            boolean isNamed = !folder.contains(UNKNOWN);
            return 1 + (isNamed ? 2 : 0) + (isBass ? 1 : 0);
        }
    }

    DriveReadme(Leftovers leftovers) {
        this.leftovers = leftovers;
    }

    /** Looks at a file of the drive; they come sorted by path. */
    void add(String path) {
        if (!path.endsWith(PATTERN)) {
            return;
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        latest = new Patterns(folder, latest.folder.equals(folder) ? latest.files + 1 : 1);
        if (latest.isBetterThan(example)) {
            example = latest;
        }
    }

    /** Writes it below {@code root}, unless it lies there already. */
    void write(Path root) throws IOException {
        byte[] text = text().getBytes(StandardCharsets.US_ASCII);
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

    private String text() throws IOException {
        String shown = "";
        if (example.files > 0) {
            String way = example.folder.substring(0, example.folder.length() - 1);
            shown =
                    String.format(
                            Locale.ROOT,
                            "For example, %s here:\n  %s\n",
                            example.files == 1 ? "a pattern lies" : example.files + " patterns lie",
                            way.replace("/", " > "));
        }
        return template().replace(EXAMPLE, shown);
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

    private static String template() throws IOException {
        try (InputStream in = DriveReadme.class.getResourceAsStream(README)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + README);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
