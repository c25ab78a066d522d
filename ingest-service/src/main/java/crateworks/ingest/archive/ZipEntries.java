package crateworks.ingest.archive;

import crateworks.ingest.archive.Container.Entry;
import crateworks.ingest.archive.Container.Form;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.attribute.FileTime;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMAInputStream;

/** What the headers of zip entries say. */
final class ZipEntries {
    private static final int LZMA = 14;
    private static final int LZMA_HEADER_BYTES = 9;

    private ZipEntries() {}

    static Entry entry(ZipArchiveEntry from) {
        String name = name(from);
        long size = from.getSize();
        long crc32 = from.getCrc();
        return new Entry(
                name,
                form(from, name),
                size < 0 ? OptionalLong.empty() : OptionalLong.of(size),
                micros(from.getLastModifiedTime()),
                crc32 < 0 ? OptionalLong.empty() : OptionalLong.of(crc32));
    }

    private static String name(ZipArchiveEntry from) {
        byte @Nullable [] raw = from.getRawName();
        boolean inExtra = from.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
        return inExtra || raw == null ? NameText.clean(from.getName()) : NameText.of(raw);
    }

    private static Form form(ZipArchiveEntry entry, String name) {
        boolean slash = name.endsWith("/") || (name.endsWith("\\") && entry.getSize() <= 0);
        if (entry.isDirectory() || slash) {
            return Form.FOLDER;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return Form.ENCRYPTED;
        }
        Form form = UnixModes.form(entry.getUnixMode());
        return form == Form.FILE && !decodes(entry) ? Form.UNSUPPORTED : form;
    }

    private static boolean decodes(ZipArchiveEntry entry) {
        if (entry.getMethod() == LZMA) {
            return true;
        }
        return switch (ZipMethod.getMethodByCode(entry.getMethod())) {
            case STORED,
                    UNSHRINKING,
                    IMPLODING,
                    DEFLATED,
                    ENHANCED_DEFLATED,
                    BZIP2,
                    XZ,
                    ZSTD,
                    ZSTD_DEPRECATED ->
                    true;
            case null, default -> false;
        };
    }

    static InputStream content(ZipFile file, ZipArchiveEntry entry, ArchiveLimits limits)
            throws IOException {
        if (entry.getMethod() == LZMA) {
            return lzma(file.getRawInputStream(entry), entry.getSize(), limits);
        }
        if (entry.getMethod() == ZipMethod.XZ.getCode()) {
            return Decoders.xz(file.getRawInputStream(entry), limits);
        }
        return file.getInputStream(entry);
    }

    /** APPNOTE.TXT 5.8: version, length of the properties, properties, stream. */
    private static InputStream lzma(InputStream raw, long size, ArchiveLimits limits)
            throws IOException {
        ByteBuffer header =
                ByteBuffer.wrap(raw.readNBytes(LZMA_HEADER_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        byte properties = header.get(4);
        int dictionaryBytes = header.getInt(5);
        Decoders.checkMemory(Integer.toUnsignedLong(dictionaryBytes), limits);
        var stream = new LZMAInputStream(raw, size, properties, dictionaryBytes);
        stream.enableRelaxedEndCondition(); // some programs end streams of a stated size by a mark
        return stream;
    }

    static OptionalLong micros(@Nullable FileTime time) {
        return time == null
                ? OptionalLong.empty()
                : OptionalLong.of(time.to(TimeUnit.MICROSECONDS));
    }
}
