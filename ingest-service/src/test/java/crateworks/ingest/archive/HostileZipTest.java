package crateworks.ingest.archive;

import static crateworks.ingest.archive.Archives.SONG;
import static crateworks.ingest.archive.Archives.joined;
import static crateworks.ingest.archive.Archives.latin1;
import static crateworks.ingest.archive.Archives.song;
import static crateworks.ingest.archive.Archives.zip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crateworks.ingest.archive.ArchiveFault.Code;
import crateworks.ingest.archive.RawZip.Header;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

class HostileZipTest {
    private static final int MIB = 1 << 20;
    private static final int LZMA = 14;
    private static final int LZMA_MARK_FLAG = 0x0002;

    /** The usual ones: lc 3, lp 0, pb 2. */
    private static final byte LZMA_PROPERTIES = 0x5D;

    @TempDir private Path folder;

    private final Recorder out = new Recorder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/a.mid",
                "/etc/a.mid",
                "C:\\windows\\a.mid",
                "..\\..\\a.mid",
                "\u2025/\uFF0E\uFF0E/a.mid",
                "-rf.mid",
                "a\nb.mid"
            })
    void namesThatEscapeAreTextAndTouchNoFile(String name) throws Exception {
        Path deep = Files.createDirectories(folder.resolve("1/2/3"));
        Path archive = Files.write(deep.resolve("x.zip"), zipOf(name));

        reader().read(archive, "x.zip", out);

        assertThat(out.all.getFirst().place().chain()).containsExactly("x.zip", name);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(archive);
        }
    }

    @Test
    void aNulInANameIsMadeVisible() throws Exception {
        read(new RawZip().add(Header.of(latin1("a.mid\0.exe"), SONG), SONG).bytes());

        assertThat(out.lines()).containsExactly("music a.mid\u2400.exe");
    }

    @Test
    void linksAndDevicesAreNeverFollowed() throws Exception {
        var link = Header.of(latin1("link.mid"), latin1("/etc/passwd"));
        link.unixMode = 0xA1FF;
        var device = Header.of(latin1("device.mid"), latin1(""));
        device.unixMode = 0x21FF;

        read(
                new RawZip()
                        .add(link, latin1("/etc/passwd"))
                        .add(device, latin1(""))
                        .add(Header.of(latin1("a.mid"), SONG), SONG)
                        .bytes());

        assertThat(out.lines())
                .containsExactly("LINK link.mid", "DEVICE device.mid", "music a.mid");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lzmaIsReadWhetherAMarkEndsItOrNot(boolean isMarked) throws Exception {
        var header = Header.of(latin1("a.mid"), SONG);
        var packed = new ByteArrayOutputStream();
        var options = new LZMA2Options();
        packed.writeBytes(new byte[] {9, 20, 5, 0, LZMA_PROPERTIES});
        packed.writeBytes(
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(options.getDictSize())
                        .array());
        try (var lzma = new LZMAOutputStream(packed, options, isMarked)) {
            lzma.write(SONG);
        }
        header.method = LZMA;
        header.flags = isMarked ? LZMA_MARK_FLAG : 0;
        header.packedSize = packed.size();

        ArchiveEnd end = read(new RawZip().add(header, packed.toByteArray()).bytes());

        assertThat(out.lines()).containsExactly("music a.mid");
        assertThat(end.fault()).isEmpty();
    }

    @Test
    void anEncryptedZipNeedsAPassword() throws Exception {
        var header = Header.of(latin1("a.mid"), SONG);
        header.flags = RawZip.ENCRYPTED_FLAG;

        ArchiveEnd end = read(new RawZip().add(header, SONG).bytes());

        assertThat(out.lines()).isEmpty();
        assertThat(end.fault()).contains(new ArchiveFault(Code.ENCRYPTED, "It needs a password."));
    }

    @Test
    void aZipWithSomeEncryptedMembersGivesTheOthers() throws Exception {
        var locked = Header.of(latin1("a.mid"), SONG);
        locked.flags = RawZip.ENCRYPTED_FLAG;

        ArchiveEnd end =
                read(
                        new RawZip()
                                .add(locked, SONG)
                                .add(Header.of(latin1("b.mid"), SONG), SONG)
                                .bytes());

        assertThat(out.lines()).containsExactly("ENCRYPTED a.mid", "music b.mid");
        assertThat(end.fault()).isEmpty();
    }

    @Test
    void aMemberPackedInAnUnknownWayIsSkipped() throws Exception {
        var header = Header.of(latin1("a.mid"), SONG);
        header.method = 97;

        read(new RawZip().add(header, SONG).add(Header.of(latin1("b.mid"), SONG), SONG).bytes());

        assertThat(out.lines()).containsExactly("UNSUPPORTED a.mid", "music b.mid");
    }

    @Test
    void membersBeforeTheCutAreHandedOutAndTheCutIsOneProblem() throws Exception {
        byte[] whole = zip(song("a.mid"), song("b.mid"), song("c.mid"));
        int third = new String(whole, ISO_8859_1).indexOf("c.mid");

        ArchiveEnd end = read(Arrays.copyOf(whole, third + 15));

        assertThat(out.lines()).startsWith("music a.mid", "music b.mid").hasSizeBetween(2, 3);
        assertThat(end.music()).isEqualTo(2);
        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.TRUNCATED);
    }

    @Test
    void junkBeforeAndBehindAZipDoesNoHarm() throws Exception {
        ArchiveEnd end = read(joined(latin1("MZ stub"), zip(song("a.mid")), new byte[100_000]));

        assertThat(out.lines()).containsExactly("music a.mid");
        assertThat(end.fault()).isEmpty();
    }

    @Test
    void theDirectoryDecidesOverLyingLocalHeaders() throws Exception {
        var lie = Header.of(latin1("evil.exe"), SONG);
        lie.size = 1;
        lie.packedSize = 1;
        var zip = new RawZip();
        zip.record(Header.of(latin1("good.mid"), SONG), zip.local(lie, SONG));

        read(zip.bytes());

        assertThat(out.lines()).containsExactly("music good.mid");
    }

    @Test
    void aMemberThatSaysItIsLargeAndIsNotIsDamaged() throws Exception {
        var header = Header.of(latin1("a.mid"), SONG);
        header.packedSize = 1_000_000;

        read(new RawZip().add(header, SONG).bytes());

        assertThat(out.lines())
                .hasSize(1)
                .allMatch(line -> line.matches("(DAMAGED|TRUNCATED) a.mid"));
    }

    @Test
    void aMemberWhoseBytesDoNotFitTheirChecksumIsDamagedAndTheNextIsRead() throws Exception {
        var header = Header.of(latin1("a.mid"), SONG);
        header.crc32++;

        read(new RawZip().add(header, SONG).add(Header.of(latin1("b.mid"), SONG), SONG).bytes());

        assertThat(out.lines()).containsExactly("DAMAGED a.mid", "music b.mid");
    }

    @Test
    void entriesWithDataDescriptorsAreRead() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) { // not seekable: sizes come behind
            zip.putArchiveEntry(new ZipArchiveEntry("a.mid"));
            zip.write(SONG);
            zip.closeArchiveEntry();
        }

        read(bytes.toByteArray());

        assertThat(out.lines()).containsExactly("music a.mid");
        assertThat(out.contentBytes()).isEqualTo(SONG.length);
    }

    @Test
    void entriesThatShareBytesAreABombAndNoneIsRead() throws Exception {
        byte[] kernel = RawZip.deflatedZeros(MIB);
        var header = Header.of(latin1("a.mid"), new byte[MIB]);
        header.method = RawZip.DEFLATED;
        header.packedSize = kernel.length;
        var zip = new RawZip();
        int offset = zip.local(header, kernel);
        for (int copy = 0; copy < 1000; copy++) {
            zip.record(header, offset);
        }

        ArchiveEnd end = read(zip.bytes());

        assertThat(out.lines()).isEmpty();
        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.OVERLAPPING_ENTRIES);
    }

    @Test
    void aMemberThatExpandsAThousandfoldEndsTheReading() throws Exception {
        byte[] bomb = RawZip.deflatedZeros(80L * MIB);
        var header = Header.of(latin1("a.mid"), new byte[0]);
        header.method = RawZip.DEFLATED;
        header.packedSize = bomb.length;
        header.size = 100;

        read(new RawZip().add(header, bomb).bytes());

        assertThat(out.lines()).containsExactly("EXPANDS_TOO_MUCH a.mid");
    }

    @Test
    void aMemberThatIsTooLargeIsSkippedAndTheNextIsRead() throws Exception {
        var limits = new ArchiveLimits(8, 100, MIB, 100, 250, MIB, MIB, MIB, MIB);
        byte[] zip = zip(Archives.file("a.mid", new byte[101]), song("b.mid"));

        new ArchiveReader(limits, folder.resolve("scratch"))
                .read(new ByteArrayInputStream(zip), "x.zip", out);

        assertThat(out.lines()).containsExactly("MEMBER_TOO_LARGE a.mid", "music b.mid");
    }

    @Test
    void manyBombsTogetherStopAtTheLimitOfTheWholeArchive() throws Exception {
        byte[] bomb = RawZip.deflatedZeros(20L * MIB);
        var zip = new RawZip();
        for (int copy = 0; copy < 30; copy++) {
            var header = Header.of(latin1(copy + ".mid"), new byte[0]);
            header.method = RawZip.DEFLATED;
            header.packedSize = bomb.length;
            zip.add(header, bomb);
        }

        ArchiveEnd end = read(zip.bytes());

        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.EXPANDS_TOO_MUCH);
        assertThat(out.all).hasSizeLessThan(12);
    }

    @Test
    void tooManyEntriesAreRefusedBeforeOneIsHandedOut() throws Exception {
        var limits = new ArchiveLimits(8, 5_000, MIB, MIB, 250, MIB, MIB, MIB, MIB);
        var zip = new RawZip();
        for (int entry = 0; entry < 5_001; entry++) {
            zip.add(Header.of(latin1("e" + entry), new byte[0]), new byte[0]);
        }

        ArchiveEnd end =
                new ArchiveReader(limits, folder.resolve("scratch"))
                        .read(new ByteArrayInputStream(zip.bytes()), "x.zip", out);

        assertThat(out.all).isEmpty();
        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.TOO_MANY_ENTRIES);
    }

    @Test
    void moreEntriesThanTheLibraryIsGivenAtATimeAllComeInOrder() throws Exception {
        int entries = 2 * ZipDirectory.SLICE_ENTRIES + 17;
        var zip = new RawZip();
        for (int entry = 0; entry < entries; entry++) {
            zip.add(Header.of(latin1(entry + ".mid"), SONG), SONG);
        }

        ArchiveEnd end = read(zip.bytes());

        assertThat(end.music()).isEqualTo(entries);
        assertThat(out.lines().get(5000)).isEqualTo("music 5000.mid");
        assertThat(out.lines().getLast()).isEqualTo("music " + (entries - 1) + ".mid");
    }

    @Test
    void aZipOfMoreThanFourGigabytesIsRead() throws Exception {
        byte[] small = new RawZip().add(Header.of(latin1("a.mid"), SONG), SONG).bytes();
        int directoryBytes = 46 + 5;
        int contentBytes = small.length - 22 - directoryBytes;
        long directoryAt = 5L << 30; // behind a hole, which takes no space on disk
        var end = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06064b50).putLong(44).putInt(0).putLong(0).putLong(1).putLong(1);
        end.putLong(directoryBytes).putLong(directoryAt);
        end.putInt(0x07064b50).putInt(0).putLong(directoryAt + directoryBytes).putInt(1);
        end.putInt(0x06054b50).putInt(0).putInt(-1).putInt(directoryBytes).putInt(-1);
        Path zip = folder.resolve("large.zip");
        try (var file =
                FileChannel.open(zip, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(small, 0, contentBytes), 0);
            file.write(ByteBuffer.wrap(small, contentBytes, directoryBytes), directoryAt);
            file.write(end.rewind(), directoryAt + directoryBytes);
        }

        ArchiveEnd read = reader().read(zip, "large.zip", out);

        assertThat(out.lines()).containsExactly("music a.mid");
        assertThat(read.fault()).isEmpty();
    }

    @Test
    void thePartsOfASplitZipSayThatTheyAreParts() throws Exception {
        byte[] last = new RawZip().onDisk(3).add(Header.of(latin1("a.mid"), SONG), SONG).bytes();

        assertThat(read(last).fault().orElseThrow().code()).isEqualTo(Code.MULTI_PART);
        ArchiveEnd first =
                reader().read(new ByteArrayInputStream(zip(song("a.mid"))), "x.z01", out);
        assertThat(first.fault().orElseThrow().code()).isEqualTo(Code.MULTI_PART);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.zip", "x.7z", "x.rar", "x.tar", "x.gz", "x.xz", "x.zst", "x.bz2"})
    void whatIsOnlyCalledAnArchiveIsUnreadable(String name) throws Exception {
        for (byte[] content : new byte[][] {latin1("<html>not here</html>"), new byte[0]}) {
            ArchiveEnd end = reader().read(new ByteArrayInputStream(content), name, out);

            assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.UNREADABLE_ARCHIVE);
        }
        assertThat(out.lines()).isEmpty();
    }

    private static byte[] zipOf(String name) {
        var header = Header.of(name.getBytes(UTF_8), SONG);
        header.flags = RawZip.UTF8_FLAG;
        return new RawZip().add(header, SONG).bytes();
    }

    private ArchiveReader reader() {
        return new ArchiveReader(ArchiveLimits.defaults(), folder.resolve("scratch"));
    }

    private ArchiveEnd read(byte[] zip) throws Exception {
        return reader().read(Files.write(folder.resolve("x.zip"), zip), "x.zip", out);
    }
}
