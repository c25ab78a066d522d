package crateworks.ingest.archive;

import static crateworks.ingest.archive.Archives.SONG;
import static crateworks.ingest.archive.Archives.crc32;
import static crateworks.ingest.archive.Archives.joined;
import static crateworks.ingest.archive.Archives.latin1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crateworks.ingest.archive.ArchiveFault.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers of stored members only, after the "RAR 5.0 archive format" technical note. */
class RarTest {
    private static final byte[] SIGNATURE = latin1("Rar!\u001A\7\1\0");
    private static final int REGULAR = 0x81A4;
    private static final int LINK = 0xA1FF;

    @TempDir private Path folder;

    private final Recorder out = new Recorder();

    @Test
    void membersOfARarComeInItsOrder() throws Exception {
        byte[] rar =
                joined(
                        SIGNATURE,
                        block(1, 0, new byte[] {0}, new byte[0]),
                        member("b/song.mid", REGULAR, SONG),
                        member("read.me", REGULAR, latin1("hello")),
                        member("link.mid", LINK, latin1("x")),
                        member("a.mid", REGULAR, SONG),
                        block(5, 0, new byte[] {0}, new byte[0]));

        ArchiveEnd end = read(rar);

        assertThat(out.lines())
                .containsExactly(
                        "music b/song.mid", "other 5 read.me", "LINK link.mid", "music a.mid");
        assertThat(end.fault()).isEmpty();
    }

    @Test
    void aTruncatedRarGivesWhatIsBeforeTheCut() throws Exception {
        byte[] whole =
                joined(
                        SIGNATURE,
                        block(1, 0, new byte[] {0}, new byte[0]),
                        member("a.mid", REGULAR, SONG),
                        member("b.mid", REGULAR, SONG));

        ArchiveEnd end = read(Arrays.copyOf(whole, whole.length - 10));

        assertThat(out.lines()).first().isEqualTo("music a.mid");
        assertThat(end.music()).isEqualTo(1);
        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.TRUNCATED);
    }

    @Test
    void aRarWithEncryptedHeadersNeedsAPassword() throws Exception {
        byte[] crypt = joined(new byte[] {0, 0, 15}, new byte[16]);

        ArchiveEnd end = read(joined(SIGNATURE, block(4, 0, crypt, new byte[0]), new byte[64]));

        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.ENCRYPTED);
    }

    @Test
    void lockedMembersBeforeABreakAreNamed() throws Exception {
        var one =
                new ArchiveLimits(8, 1, 1 << 20, 1 << 20, 250, 1 << 20, 1 << 20, 1 << 20, 1 << 20);
        byte[] rar =
                joined(
                        SIGNATURE,
                        block(1, 0, new byte[] {0}, new byte[0]),
                        locked("a.mid"),
                        locked("b.mid"),
                        block(5, 0, new byte[] {0}, new byte[0]));

        assertThat(read(rar).fault().orElseThrow().code()).isEqualTo(Code.ENCRYPTED);
        assertThat(out.lines()).isEmpty();
        assertThat(read(rar, one).fault().orElseThrow().code()).isEqualTo(Code.TOO_MANY_ENTRIES);
        assertThat(out.lines()).containsExactly("ENCRYPTED a.mid");
    }

    @Test
    void moreMembersThanTheListMayHoldAreRefused() throws Exception {
        var rar = new ByteArrayOutputStream();
        rar.writeBytes(joined(SIGNATURE, block(1, 0, new byte[] {0}, new byte[0])));
        byte[] empty = member("a", REGULAR, new byte[0]);
        for (int count = 0; count <= RarChannel.MEMBERS_MAX; count++) {
            rar.writeBytes(empty);
        }

        ArchiveEnd end = read(rar.toByteArray());

        assertThat(end.fault().orElseThrow().code()).isEqualTo(Code.TOO_MANY_ENTRIES);
        assertThat(out.lines()).isEmpty();
    }

    private static byte[] member(String name, int mode, byte[] content) {
        return block(2, 2, fields(name, mode, content), content);
    }

    /** A member with the record of its encryption: version, flags, rounds, salt and start. */
    private static byte[] locked(String name) {
        byte[] record = joined(number(1), number(0), number(0), new byte[] {15}, new byte[32]);
        byte[] extra = joined(number(record.length), record);
        byte[] sizes = joined(number(extra.length), number(SONG.length));
        byte[] body = joined(number(2), number(3), sizes, fields(name, REGULAR, SONG), extra);
        byte[] sized = joined(number(body.length), body);
        return joined(little(crc32(sized)), sized, SONG);
    }

    private static byte[] fields(String name, int mode, byte[] content) {
        byte[] text = name.getBytes(UTF_8);
        var fields = new ByteArrayOutputStream();
        fields.writeBytes(number(4)); // a checksum follows
        fields.writeBytes(number(content.length));
        fields.writeBytes(number(mode));
        fields.writeBytes(little(crc32(content)));
        fields.writeBytes(number(0)); // stored
        fields.writeBytes(number(1)); // Unix
        fields.writeBytes(number(text.length));
        fields.writeBytes(text);
        return fields.toByteArray();
    }

    private static byte[] block(int type, int flags, byte[] fields, byte[] data) {
        byte[] dataSize = (flags & 2) == 0 ? new byte[0] : number(data.length);
        byte[] body = joined(number(type), number(flags), dataSize, fields);
        byte[] sized = joined(number(body.length), body);
        return joined(little(crc32(sized)), sized, data);
    }

    private static byte[] little(int value) {
        var four = new byte[4];
        ByteBuffer.wrap(four).order(ByteOrder.LITTLE_ENDIAN).putInt(value);
        return four;
    }

    private static byte[] number(int value) {
        var bytes = new ByteArrayOutputStream();
        int rest = value;
        while (rest > 0x7F) {
            bytes.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }

    private ArchiveEnd read(byte[] rar) throws Exception {
        return read(rar, ArchiveLimits.defaults());
    }

    private ArchiveEnd read(byte[] rar, ArchiveLimits limits) throws Exception {
        return new ArchiveReader(limits, folder.resolve("scratch"))
                .read(new ByteArrayInputStream(rar), "x.rar", out);
    }
}
