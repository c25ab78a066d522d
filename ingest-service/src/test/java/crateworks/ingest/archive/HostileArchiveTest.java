package crateworks.ingest.archive;

import static crateworks.ingest.archive.Archives.SONG;
import static crateworks.ingest.archive.Archives.file;
import static crateworks.ingest.archive.Archives.gzip;
import static crateworks.ingest.archive.Archives.joined;
import static crateworks.ingest.archive.Archives.latin1;
import static crateworks.ingest.archive.Archives.sevenZip;
import static crateworks.ingest.archive.Archives.song;
import static crateworks.ingest.archive.Archives.tar;
import static crateworks.ingest.archive.Archives.zip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crateworks.ingest.archive.ArchiveFault.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileArchiveTest {
    private static final int MIB = 1 << 20;

    @TempDir private Path folder;

    private final Recorder out = new Recorder();

    @Test
    void archivesFiftyDeepAreOpenedDownToTheLimit() throws Exception {
        byte[] nested = zip(song("a.mid"), file("in.zip", zip(song("b.mid"))));
        for (int depth = 0; depth < 50; depth++) {
            nested = zip(song("a.mid"), file("in.zip", nested));
        }

        read("o.zip", nested);

        assertThat(out.lines().stream().filter(line -> line.startsWith("music"))).hasSize(8);
        assertThat(out.lines()).filteredOn(line -> line.startsWith("TOO_DEEP")).hasSize(1);
    }

    @Test
    void archivesThatHoldThemselvesTwiceEndAfterAsManyAsTheDepthAllows() throws Exception {
        byte[] nested = zip(song("a.mid"));
        for (int depth = 0; depth < 12; depth++) {
            nested = zip(file("a.zip", nested), file("b.zip", nested));
        }

        ArchiveEnd end = read("o.zip", nested);

        assertThat(out.lines()).filteredOn(line -> line.startsWith("TOO_DEEP")).hasSize(256);
        assertThat(out.lines()).filteredOn(line -> line.startsWith("nested")).hasSize(254);
        assertThat(end.fault()).isEmpty();
    }

    @Test
    void nestedBombsStopAtTheLimitOfTheOutermostArchive() throws Exception {
        byte[] nested = zip(file("a.mid", new byte[10 * MIB]));
        for (int depth = 0; depth < 4; depth++) {
            nested =
                    zip(
                            file("a.zip", nested),
                            file("b.zip", nested),
                            file("c.zip", nested),
                            file("d.zip", nested));
        }

        ArchiveEnd end = read("42.zip", nested);

        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.EXPANDS_TOO_MUCH);
        assertThat(out.contentBytes()).isBetween(10L * MIB, 74L * MIB);
    }

    @Test
    void aBombThatIsOneCompressedFileStopsWhileItIsCounted() throws Exception {
        ArchiveEnd end = read("a.wav.gz", gzip(new byte[80 * MIB]));

        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.EXPANDS_TOO_MUCH);
        assertThat(out.lines()).isEmpty();
    }

    @Test
    void aBombInASevenZipIsStoppedBeforeItIsExpanded() throws Exception {
        var limits = new ArchiveLimits(8, 100, 64 * MIB, MIB, 250, MIB, MIB, MIB, 64 * MIB);
        byte[] bomb = sevenZip(file("noise.wav", new byte[8 * MIB]), song("a.mid"));

        ArchiveEnd end =
                new ArchiveReader(limits, folder.resolve("scratch"))
                        .read(new ByteArrayInputStream(bomb), "x.7z", out);

        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.EXPANDS_TOO_MUCH);
        assertThat(out.lines()).containsExactly("EXPANDS_TOO_MUCH noise.wav");
    }

    @Test
    void aDecoderThatAsksForTooMuchMemoryIsRefused() throws Exception {
        var limits = new ArchiveLimits(8, 100, MIB, MIB, 250, MIB, MIB, MIB, MIB);
        byte[] hungry = sevenZip(song("a.mid"));

        ArchiveEnd end =
                new ArchiveReader(limits, folder.resolve("scratch"))
                        .read(new ByteArrayInputStream(hungry), "x.7z", out);

        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.DECODER_MEMORY);
        assertThat(out.lines()).isEmpty();
    }

    @Test
    void anEncryptedSevenZipNeedsAPassword() throws Exception {
        var channel = new SeekableInMemoryByteChannel();
        try (var sevenZip = new SevenZOutputFile(channel, "secret".toCharArray())) {
            var entry = new SevenZArchiveEntry();
            entry.setName("a.mid");
            sevenZip.putArchiveEntry(entry);
            sevenZip.write(SONG);
            sevenZip.closeArchiveEntry();
            sevenZip.finish();
        }

        ArchiveEnd end = read("x.7z", Arrays.copyOf(channel.array(), (int) channel.size()));

        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.ENCRYPTED);
    }

    @Test
    void aTruncatedSevenZipCannotBeReadAtAll() throws Exception {
        byte[] whole = sevenZip(song("a.mid"), song("b.mid"));

        ArchiveEnd end = read("x.7z", Arrays.copyOf(whole, whole.length - 10));

        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.UNREADABLE_ARCHIVE);
    }

    @Test
    void linksAndDevicesInATarAreNeverFollowed() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            byte[] kinds = {
                TarConstants.LF_SYMLINK,
                TarConstants.LF_LINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_FIFO
            };
            for (byte kind : kinds) {
                var entry = new TarArchiveEntry((char) kind + ".mid", kind);
                entry.setLinkName("/etc/passwd");
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
        }

        read("x.tar", bytes.toByteArray());

        assertThat(out.lines())
                .containsExactly(
                        "LINK 2.mid", "LINK 1.mid", "DEVICE 3.mid", "DEVICE 4.mid", "DEVICE 6.mid");
    }

    @Test
    void aTruncatedTarGivesWhatIsBeforeTheCut() throws Exception {
        byte[] whole = tar(song("a.mid"), song("b.mid"));

        ArchiveEnd end = read("x.tar", Arrays.copyOf(whole, 3 * 512 + 20));

        assertThat(out.lines()).containsExactly("music a.mid", "TRUNCATED b.mid");
        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.TRUNCATED);
    }

    @Test
    void aTarThatIsCutBetweenTwoMembersIsTruncatedToo() throws Exception {
        byte[] whole = tar(song("a.mid"), song("b.mid"));

        ArchiveEnd end = read("x.tar", Arrays.copyOf(whole, 2 * 512));

        assertThat(out.lines()).containsExactly("music a.mid");
        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.TRUNCATED);
    }

    @Test
    void aTruncatedCompressedTarGivesWhatIsBeforeTheCut() throws Exception {
        byte[] noise = new byte[100_000];
        new Random(5).nextBytes(noise);
        byte[] whole = gzip(tar(song("a.mid"), file("noise.bin", noise), song("b.mid")));

        ArchiveEnd end = read("x.tar.gz", Arrays.copyOf(whole, whole.length - 5_000));

        assertThat(out.lines()).startsWith("music a.mid");
        assertThat(end.music()).isEqualTo(1);
        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.TRUNCATED);
    }

    @Test
    void aNameOfManyMegabytesIsNotHeldInMemory() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            var name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(4L * MIB);
            tar.putArchiveEntry(name);
            tar.write(new byte[4 * MIB]);
            tar.closeArchiveEntry();
        }

        ArchiveEnd end = read("x.tar", bytes.toByteArray());

        assertThat(end.fault().orElseThrow().sentence())
                .isEqualTo("The header of a member is longer than any name.");
    }

    @Test
    void namesInTarsAreReadInTheirOldEncodings() throws Exception {
        byte[] ascii = tar(song("dddddd.mid"));
        byte[] japanese = "ドラム".getBytes(Charset.forName("windows-31j"));
        System.arraycopy(japanese, 0, ascii, 0, japanese.length);
        correctChecksum(ascii);

        read("x.tar", ascii);
        read("y.tar", tar(song("Café.mid")));

        assertThat(out.lines()).containsExactly("music ドラム.mid", "music Café.mid");
    }

    @Test
    void brokenArchivesInAnArchiveDoNotStopIt() throws Exception {
        byte[] broken = joined(latin1("7z\u00BC\u00AF'\u001C"), new byte[100]);

        ArchiveEnd end =
                read("o.tar", tar(file("x.7z", broken), file("y.zip", broken), song("a.mid")));

        assertThat(out.lines())
                .containsExactly(
                        "nested UNREADABLE_ARCHIVE x.7z",
                        "nested UNREADABLE_ARCHIVE y.zip",
                        "music a.mid");
        assertThat(end.fault()).isEmpty();
    }

    @Test
    void anyByteOfAnArchiveMayBeWrong() throws Exception {
        Archives.File[] files = {song("a.mid"), file("in.zip", zip(song("b.mid"))), song("c.mid")};
        long seed = Long.getLong("seed", 17);
        var random = new Random(seed);
        for (byte[] whole :
                Stream.of(zip(files), tar(files), sevenZip(files), gzip(tar(files))).toList()) {
            for (int round = 0; round < 150; round++) {
                byte[] damaged = whole.clone();
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                ArchiveEnd end = read("x.bin", damaged);

                assertThat(end.music()).as("seed " + seed).isLessThanOrEqualTo(3);
            }
        }
    }

    private static void correctChecksum(byte[] tar) {
        Arrays.fill(tar, 148, 156, (byte) ' ');
        int sum = 0;
        for (int offset = 0; offset < 512; offset++) {
            sum += tar[offset] & 0xFF;
        }
        byte[] digits = String.format(Locale.ROOT, "%06o\0 ", sum).getBytes(UTF_8);
        System.arraycopy(digits, 0, tar, 148, digits.length);
    }

    private ArchiveEnd read(String name, byte[] archive) throws IOException, InterruptedException {
        return new ArchiveReader(ArchiveLimits.defaults(), folder.resolve("scratch"))
                .read(new ByteArrayInputStream(archive), name, out);
    }
}
