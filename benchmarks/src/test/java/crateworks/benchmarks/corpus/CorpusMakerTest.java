package crateworks.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crateworks.music.midi.MidiBytes;
import crateworks.music.midi.MidiFile;
import crateworks.music.midi.Reading;
import crateworks.music.midi.SmfReader;
import crateworks.music.midi.SmfWriter;
import crateworks.music.split.Splitter;
import crateworks.music.time.Division;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusMakerTest {
    private static final int COUNT = 700;
    private static final long SEED = 11;

    @TempDir private Path folder;

    @Test
    void theFilesAreThoseThatTheManifestTells() throws IOException {
        Manifest manifest = make("a", SEED);
        var contents = new Found();
        contents.addFolder(folder.resolve("a"));

        assertThat(manifest.distinct()).isEqualTo(COUNT).isEqualTo(contents.music.size());
        assertThat(contents.musicCount()).isEqualTo(manifest.distinct() + manifest.duplicates());
        assertThat(contents.musicInArchives).isEqualTo(manifest.inArchives());
        assertThat(contents.archives).isEqualTo(manifest.archives());
        assertThat(contents.junk).isEqualTo(manifest.junk());
        assertThat(contents.other).isEqualTo(manifest.rejected());
        assertThat(contents.folders).isEqualTo(manifest.folders());
    }

    @Test
    void aTenthIsDuplicatesAndATwentiethInArchivesOfEveryKind() throws IOException {
        Manifest manifest = make("a", SEED);

        double music = manifest.distinct() + manifest.duplicates();
        assertThat(manifest.duplicates() / music).isBetween(0.07, 0.13);
        assertThat(manifest.inArchives() / music).isBetween(0.03, 0.07);
        assertThat(shownFiles("a").keySet())
                .anyMatch(name -> name.endsWith(".7z"))
                .anyMatch(name -> name.endsWith(".tar.gz"))
                .anyMatch(name -> name.endsWith(".zip"))
                .anyMatch(name -> name.endsWith(".MID"));
    }

    @Test
    void noFileAndNoPartHasTheContentOfAnother() throws IOException {
        Manifest manifest = make("a", SEED);
        var found = new Found();
        found.addFolder(folder.resolve("a"));

        var contents = new HashSet<>(found.music.keySet());
        int parts = 0;
        int multiPart = 0;
        for (MidiBytes content : found.music.keySet()) {
            var file = read(content);
            var split = Splitter.split(file);
            parts += split.size();
            multiPart += split.isEmpty() ? 0 : 1;
            split.forEach(part -> contents.add(part.content()));
        }
        assertThat(manifest.parts()).isPositive().isEqualTo(parts);
        assertThat(manifest.multiPart()).isPositive().isEqualTo(multiPart);
        assertThat(contents).hasSize(COUNT + parts);
    }

    @Test
    void theSameSeedMakesTheSameFilesAndAnotherOneOthers() throws IOException {
        assertThat(make("a", SEED)).isEqualTo(make("b", SEED));
        make("c", SEED + 1);

        assertThat(shownFiles("a")).isEqualTo(shownFiles("b")).isNotEqualTo(shownFiles("c"));
    }

    @Test
    void aVariantHasTheTracksAndTimesOfItsBase() throws IOException {
        var bases = new MadeBases(SEED);
        var variants = new Variants(bases, SEED);
        for (int made = 0; made < 2 * bases.count(); made++) {
            var variant = variants.next().orElseThrow();
            MidiFile varied = read(variant.content());
            MidiFile base = read(MidiBytes.copyOf(bases.bytes(variant.base())));

            assertThat(varied.format()).isEqualTo(base.format());
            assertThat(varied.trackCount()).isEqualTo(base.trackCount());
            assertThat(varied.endTick()).isEqualTo(base.endTick());
            assertThat(varied.notes().count()).isEqualTo(base.notes().count());
            assertThat(varied.tempoMap().microsPerQuarter(0))
                    .isEqualTo(base.tempoMap().microsPerQuarter(0));
        }
    }

    @Test
    void aFolderOfFilesIsVariedAndWhatIsNoMusicPassedOver() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/deep"));
        Files.write(source.resolve("one.mid"), new MadeBases(1).bytes(1));
        Files.writeString(source.resolve("two.mid"), "not music");
        Manifest manifest =
                CorpusMaker.make(
                        FolderBases.of(List.of(folder.resolve("source")), SEED),
                        folder.resolve("out"),
                        20,
                        SEED);

        assertThat(manifest.basesUsed()).isEqualTo(1);
        assertThat(manifest.distinct()).isEqualTo(20);
        assertThat(Files.readString(source.resolve("two.mid"))).isEqualTo("not music");
    }

    @Test
    void musicTooShortForSoManyVariationsIsSaidToBe() throws IOException {
        var writer = new SmfWriter(0, new Division.TicksPerQuarter(96), 64);
        writer.beginTrack().channelMessage(0, 0x99, 36, 100).channelMessage(96, 0x89, 36, 0);
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.write(source.resolve("kick.mid"), writer.endTrack(96).toBytes().toArray());
        Bases bases = FolderBases.of(List.of(source), SEED);

        assertThatThrownBy(() -> CorpusMaker.make(bases, folder.resolve("out"), 200, SEED))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("distinct files only");
    }

    private Manifest make(String name, long seed) throws IOException {
        return CorpusMaker.make(new MadeBases(seed), folder.resolve(name), COUNT, seed);
    }

    /** Each file's path with its content and its date. */
    private Map<String, String> shownFiles(String name) throws IOException {
        var shown = new TreeMap<String, String>();
        Path root = folder.resolve(name);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String content = Arrays.hashCode(Files.readAllBytes(file)) + " ";
                shown.put(
                        root.relativize(file).toString(),
                        content + Files.getLastModifiedTime(file));
            }
        }
        return shown;
    }

    private static MidiFile read(MidiBytes content) {
        return ((Reading.Legible) content.read()).file();
    }

    /** What a second reading of a collection finds, counted without the maker's help. */
    private static final class Found {
        private final Map<MidiBytes, Integer> music = new HashMap<>();
        private int musicInArchives;
        private int archives;
        private int junk;
        private int other;
        private int folders;

        void addFolder(Path root) throws IOException {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.toList()) {
                    if (Files.isRegularFile(path)) {
                        add(path.getFileName().toString(), Files.readAllBytes(path));
                    }
                }
            }
            try (Stream<Path> all = Files.walk(root)) {
                folders = (int) all.filter(Files::isDirectory).filter(Found::holdsFiles).count();
            }
        }

        int musicCount() {
            return music.values().stream().mapToInt(Integer::intValue).sum();
        }

        private static boolean holdsFiles(Path folder) {
            try (Stream<Path> entries = Files.list(folder)) {
                return entries.anyMatch(Files::isRegularFile);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void add(String name, byte[] content) throws IOException {
            int musicBefore = musicCount();
            if (name.endsWith(".zip")) {
                archives++;
                addZip(new ZipArchiveInputStream(new ByteArrayInputStream(content)));
                musicInArchives = insideNow(name, musicBefore);
            } else if (name.endsWith(".tar.gz")) {
                archives++;
                addTar(new ByteArrayInputStream(content));
                musicInArchives += musicCount() - musicBefore;
            } else if (name.endsWith(".7z")) {
                archives++;
                addSevenZip(content);
                musicInArchives += musicCount() - musicBefore;
            } else if (name.contains("._")) {
                junk++;
            } else if (SmfReader.read(content) instanceof Reading.Legible) {
                music.merge(MidiBytes.copyOf(content), 1, Integer::sum);
            } else {
                other++;
            }
        }

        /** A zip inside of a zip was counted when it was met. */
        private int insideNow(String name, int musicBefore) {
            return name.endsWith("inside.zip")
                    ? musicInArchives
                    : musicInArchives + musicCount() - musicBefore;
        }

        private void addZip(ZipArchiveInputStream zip) throws IOException {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                add(entry.getName(), zip.readAllBytes());
            }
        }

        private void addTar(InputStream file) throws IOException {
            var tar = new TarArchiveInputStream(new GzipCompressorInputStream(file), "UTF-8");
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                add(entry.getName(), tar.readAllBytes());
            }
        }

        private void addSevenZip(byte[] content) throws IOException {
            try (var file = SevenZFile.builder().setByteArray(content).get()) {
                for (var entry = file.getNextEntry(); entry != null; entry = file.getNextEntry()) {
                    add(entry.getName(), file.getInputStream(entry).readAllBytes());
                }
            }
        }
    }
}
