package crateworks.ingest.archive;

import static crateworks.ingest.archive.Archives.SONG;
import static crateworks.ingest.archive.Archives.file;
import static crateworks.ingest.archive.Archives.gzip;
import static crateworks.ingest.archive.Archives.joined;
import static crateworks.ingest.archive.Archives.packed;
import static crateworks.ingest.archive.Archives.sevenZip;
import static crateworks.ingest.archive.Archives.song;
import static crateworks.ingest.archive.Archives.tar;
import static crateworks.ingest.archive.Archives.text;
import static crateworks.ingest.archive.Archives.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import crateworks.pipeline.Bytes;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchiveReaderTest {
    /** Nested archives of more than 64 bytes go to disk. */
    private static final ArchiveLimits LITTLE_MEMORY =
            new ArchiveLimits(8, 100, 1 << 30, 1 << 20, 250, 1 << 20, 64, 1 << 20, 1 << 26);

    @TempDir private Path folder;

    private final Recorder out = new Recorder();

    record Kind(String name, Bytes content) {
        Kind(String name, byte[] content) {
            this(name, Bytes.of(content));
        }

        byte[] bytes() {
            return content.array();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kindsOfArchives() throws IOException {
        Archives.File[] files = {
            song("b/Second.MID"), text("read me.txt", "hello"), song("a/first.mid")
        };
        byte[] tar = tar(files);
        return Stream.of(
                new Kind("x.zip", zip(files)),
                new Kind("x.7z", sevenZip(files)),
                new Kind("x.tar", tar),
                new Kind("x.tar.gz", gzip(tar)),
                new Kind("x.tgz", gzip(tar)),
                new Kind("x.tar.bz2", packed(tar, BZip2CompressorOutputStream::new)),
                new Kind("x.tar.xz", packed(tar, to -> new XZOutputStream(to, new LZMA2Options()))),
                new Kind("x.tar.zst", packed(tar, ZstdOutputStream::new)),
                new Kind("really a 7z.zip", sevenZip(files)),
                new Kind("really a zip.rar", zip(files)),
                new Kind("no extension", gzip(tar)));
    }

    @ParameterizedTest
    @MethodSource("kindsOfArchives")
    void membersOfAnyKindOfArchiveComeInItsOrder(Kind kind) throws Exception {
        ArchiveEnd end = readFile(kind.name(), kind.bytes());

        assertThat(out.lines())
                .containsExactly("music b/Second.MID", "other 5 read me.txt", "music a/first.mid");
        assertThat(end.fault()).isEmpty();
        assertThat(end.music()).isEqualTo(2);
        assertThat(out.contentBytes()).isEqualTo(2L * SONG.length);
    }

    @ParameterizedTest
    @MethodSource("kindsOfArchives")
    void aStreamGivesTheSameAsAFile(Kind kind) throws Exception {
        readFile(kind.name(), kind.bytes());
        var streamed = new Recorder();

        reader().read(new ByteArrayInputStream(kind.bytes()), kind.name(), streamed);

        assertThat(streamed.lines()).isEqualTo(out.lines());
    }

    @Test
    void aLoneCompressedFileIsOneMember() throws Exception {
        readFile("song.mid.gz", gzip(SONG));

        assertThat(out.lines()).containsExactly("music song.mid");
    }

    @Test
    void gzipMembersBehindEachOtherAreOneFile() throws Exception {
        byte[] first = gzip(Arrays.copyOf(SONG, 10));
        byte[] second = gzip(Arrays.copyOfRange(SONG, 10, SONG.length));

        readFile("song.mid.gz", joined(first, second));

        assertThat(out.contentBytes()).isEqualTo(SONG.length);
    }

    @Test
    void nestedArchivesAreOpenedAndTheirPlacesAreChains() throws Exception {
        byte[] inner = sevenZip(song("a.mid"));
        byte[] middle = tar(file("deep/in.7z", inner), song("b.mid"));

        readFile("outer.zip", zip(file("m.tar.gz", gzip(middle)), song("c.mid")));

        assertThat(out.lines())
                .containsExactly(
                        "music m.tar.gz!/deep/in.7z!/a.mid",
                        "nested m.tar.gz!/deep/in.7z",
                        "music m.tar.gz!/b.mid",
                        "nested m.tar.gz",
                        "music c.mid");
        assertThat(out.all.getFirst().place().chain())
                .containsExactly("outer.zip", "m.tar.gz", "deep/in.7z", "a.mid");
    }

    @Test
    void anArchiveWhoseNameIsAFoldersNameIsToldApartByItsChain() throws Exception {
        readFile("o.zip", zip(file("pack.zip", zip(song("a.mid"))), song("pack.zip/a.mid")));

        assertThat(out.lines())
                .containsExactly(
                        "music pack.zip!/a.mid", "nested pack.zip", "music pack.zip/a.mid");
    }

    @Test
    void equalNamesAreToldApartByTheirIndexAndOtherCaseIsAnotherName() throws Exception {
        readFile("x.tar", tar(song("a.mid"), song("A.mid"), song("a.mid"), song("a.mid")));

        assertThat(out.lines())
                .containsExactly("music a.mid", "music A.mid", "music a.mid #1", "music a.mid #2");
    }

    @Test
    void junkIsCountedAndNotHandedOut() throws Exception {
        ArchiveEnd end =
                readFile(
                        "x.zip",
                        zip(
                                song("__MACOSX/._a.mid"),
                                song("d/._a.mid"),
                                text("d/.DS_Store", "x"),
                                text("Thumbs.db", "x"),
                                song("@eaDir/a.mid"),
                                song("d/a.mid")));

        assertThat(end.junk()).isEqualTo(5);
        assertThat(end.music()).isEqualTo(1);
    }

    @Test
    void largeNestedArchivesGoToScratchWhichIsEmptyAfterwards() throws Exception {
        Path scratch = folder.resolve("scratch");
        byte[] outer = zip(file("in.zip", zip(song("a.mid"), song("b.mid"))));

        new ArchiveReader(LITTLE_MEMORY, scratch).read(write("o.zip", outer), "o.zip", out);

        assertThat(out.lines())
                .containsExactly("music in.zip!/a.mid", "music in.zip!/b.mid", "nested in.zip");
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void aScratchFolderThatFailsIsAnOutageAndNotTheArchivesFault() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");
        Path outer = write("o.zip", zip(file("in.zip", zip(song("a.mid")))));
        var reader = new ArchiveReader(LITTLE_MEMORY, notAFolder.resolve("scratch"));

        assertThatThrownBy(() -> reader.read(outer, "o.zip", out)).isInstanceOf(IOException.class);
        assertThat(out.lines()).isEmpty();
    }

    @Test
    void aSourceThatFailsIsAnOutageAndNotTheArchivesFault() throws Exception {
        byte[] archive = gzip(tar(song("a.mid"), song("b.mid")));
        InputStream gone =
                new FilterInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        throw new IOException("the disk is gone");
                    }
                };
        var failing =
                new SequenceInputStream(
                        new ByteArrayInputStream(Arrays.copyOf(archive, archive.length - 20)),
                        gone);

        assertThatThrownBy(() -> reader().read(failing, "x.tar.gz", out))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    private ArchiveReader reader() {
        return new ArchiveReader(ArchiveLimits.defaults(), folder.resolve("scratch"));
    }

    private ArchiveEnd readFile(String name, byte[] bytes) throws Exception {
        return reader().read(write(name, bytes), name, out);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
