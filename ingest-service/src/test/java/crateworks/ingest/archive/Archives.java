package crateworks.ingest.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import crateworks.pipeline.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Makes archives in memory. */
final class Archives {
    /** A file with a tempo and nothing else. */
    static final byte[] SONG =
            latin1("MThd\0\0\0\6\0\0\0\1\0\140MTrk\0\0\0\13\0\u00FF\121\3\7\u00A1\40\0\u00FF\57\0");

    private Archives() {}

    record File(String name, Bytes content) {}

    interface Packer {
        OutputStream around(OutputStream bytes) throws IOException;
    }

    static File file(String name, byte[] content) {
        return new File(name, Bytes.of(content));
    }

    static File song(String name) {
        return file(name, SONG);
    }

    static File text(String name, String content) {
        return file(name, content.getBytes(UTF_8));
    }

    /** One byte for each character. */
    static byte[] latin1(String characters) {
        return characters.getBytes(ISO_8859_1);
    }

    static byte[] zip(File... files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            for (File file : files) {
                zip.putArchiveEntry(new ZipArchiveEntry(file.name()));
                zip.write(file.content().array());
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] tar(File... files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes, UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (File file : files) {
                var entry = new TarArchiveEntry(file.name(), true);
                entry.setSize(file.content().length());
                tar.putArchiveEntry(entry);
                tar.write(file.content().array());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] sevenZip(File... files) throws IOException {
        try (var channel = new SeekableInMemoryByteChannel()) {
            try (var sevenZip = new SevenZOutputFile(channel)) {
                for (File file : files) {
                    var entry = new SevenZArchiveEntry();
                    entry.setName(file.name());
                    sevenZip.putArchiveEntry(entry);
                    sevenZip.write(file.content().array());
                    sevenZip.closeArchiveEntry();
                }
                sevenZip.finish();
                return Arrays.copyOf(channel.array(), (int) channel.size());
            }
        }
    }

    static byte[] gzip(byte[] content) throws IOException {
        return packed(content, GZIPOutputStream::new);
    }

    static byte[] packed(byte[] content, Packer packer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream packing = packer.around(bytes)) {
            packing.write(content);
        }
        return bytes.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static int crc32(byte[] content) {
        var crc32 = new CRC32();
        crc32.update(content);
        return (int) crc32.getValue();
    }
}
