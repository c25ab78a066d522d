package crateworks.benchmarks.corpus;

import crateworks.benchmarks.corpus.Variants.Variant;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Makes a large and messy collection of MIDI files: {@code CorpusMaker SRC OUT COUNT SEED}.
 *
 * <p>No distinct file, and no part of one, has the content of another. A tenth of the files are
 * duplicates, a twentieth lies in archives. The same arguments make the same files. Memory: a
 * number for each content, and a few files.
 */
public final class CorpusMaker {
    private static final int WITHHELD_MAX = 50;
    private static final int ARCHIVE_MEMBERS_MAX = 60;
    private static final double ONE_IN_NINE = 1 / 9.0;
    private static final double IN_ARCHIVES = 0.05;
    private static final double NOT_MUSIC = 0.005;
    private static final double BROKEN = 0.002;
    private static final double JUNK = 0.005;

    private final Bases bases;
    private final int count;
    private final long seed;
    private final SplittableRandom random;
    private final MessyNames names;
    private final FolderTree tree;
    private final ArchiveMaker archives;
    private final BitSet basesUsed = new BitSet();
    private final Deque<Variant> withheld = new ArrayDeque<>();
    private int distinct;
    private int duplicates;
    private int inArchives;
    private int multiPart;
    private int multiTrack;
    private int parts;
    private int notMusic;
    private int broken;
    private int junk;

    private CorpusMaker(Bases bases, Path out, int count, long seed) {
        this.bases = bases;
        this.count = count;
        this.seed = seed;
        random = new SplittableRandom(~seed);
        names = new MessyNames(random);
        tree = new FolderTree(out.toAbsolutePath().normalize(), names, random);
        int membersMax = Math.min(ARCHIVE_MEMBERS_MAX, (int) (count * IN_ARCHIVES / 4));
        archives = new ArchiveMaker(tree, names, random, membersMax);
    }

    public static void main(String... arguments) throws IOException {
        if (arguments.length != 4) {
            System.err.println(
                    "usage: CorpusMaker SRC[" + File.pathSeparator + "SRC] OUT COUNT SEED");
            System.exit(2);
        }
        long seed = Long.parseLong(arguments[3]);
        List<Path> sources =
                Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(arguments[0])
                        .map(Path::of)
                        .toList();
        Path out = Path.of(arguments[1]);
        System.out.println(
                make(bases(sources, seed), out, Integer.parseInt(arguments[2]), seed).json());
    }

    /** The files of those folders that exist, or else made ones. */
    public static Bases bases(List<Path> folders, long seed) throws IOException {
        List<Path> existing = folders.stream().filter(Files::isDirectory).toList();
        return existing.isEmpty() ? new MadeBases(seed) : FolderBases.of(existing, seed);
    }

    /**
     * Fills a new or empty folder with {@code count} distinct files and what belongs to them.
     *
     * @throws IOException also when the bases do not have so many variations
     */
    public static Manifest make(Bases bases, Path out, int count, long seed) throws IOException {
        if (!"UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
            throw new IOException("Names of all alphabets need a UTF-8 locale: set LC_ALL=C.UTF-8");
        }
        Files.createDirectories(out);
        try (var entries = Files.list(out)) {
            if (entries.findAny().isPresent()) {
                throw new IOException(out + " is not empty");
            }
        }
        return new CorpusMaker(bases, out, count, seed).make();
    }

    private Manifest make() throws IOException {
        var variants = new Variants(bases, seed);
        while (distinct < count) {
            Optional<Variant> next = variants.next();
            if (next.isEmpty()) {
                throw new IOException("there is music for " + distinct + " distinct files only");
            }
            take(next.get());
            litter();
        }
        while (!withheld.isEmpty()) {
            putDuplicate(withheld.removeFirst());
        }
        archives.close();
        return manifest();
    }

    private void take(Variant variant) throws IOException {
        distinct++;
        basesUsed.set(variant.base());
        parts += variant.partCount();
        multiPart += variant.partCount() > 0 ? 1 : 0;
        multiTrack += variant.trackCount() > 1 ? 1 : 0;
        put(variant);
        if (random.nextDouble() < ONE_IN_NINE) {
            withheld.addLast(variant);
        }
        if (withheld.size() > WITHHELD_MAX) {
            putDuplicate(withheld.removeFirst());
        }
    }

    private void putDuplicate(Variant variant) throws IOException {
        duplicates++;
        put(variant);
    }

    private void put(Variant variant) throws IOException {
        String name = names.file(variant.microsPerQuarter());
        byte[] content = variant.content().toArray();
        if (random.nextDouble() < IN_ARCHIVES) {
            inArchives++;
            archives.put(name, content);
            return;
        }
        tree.put(name, content);
    }

    /** Now and then adds something that is no music; of each kind at least one. */
    private void litter() throws IOException {
        if (notMusic == 0 || random.nextDouble() < NOT_MUSIC) {
            notMusic++;
            String text = "Thank you for downloading, number " + notMusic + ".\n";
            tree.put(notMusic % 2 == 0 ? "READ ME.txt" : "cover.nfo", utf8(text));
        }
        if (broken == 0 || random.nextDouble() < BROKEN) {
            broken++;
            String page = "<!DOCTYPE html><title>404</title> request " + broken;
            tree.put(names.file(500_000), utf8(page));
        }
        if (junk == 0 || random.nextDouble() < JUNK) {
            junk++;
            tree.put("._" + names.file(500_000), utf8("Mac OS X"));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Manifest manifest() {
        return new Manifest(
                bases.origin(),
                seed,
                basesUsed.cardinality(),
                distinct,
                duplicates,
                inArchives,
                multiPart,
                multiTrack,
                parts,
                notMusic + archives.files(),
                broken,
                junk + archives.files(),
                archives.archives(),
                tree.folderCount(),
                tree.bytes());
    }
}
