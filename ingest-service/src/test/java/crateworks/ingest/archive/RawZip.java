package crateworks.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Deflater;

/** Writes zips that no honest tool writes: each field of both headers is the caller's. */
final class RawZip {
    static final int UTF8_FLAG = 0x0800;
    static final int ENCRYPTED_FLAG = 0x0001;
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;
    private int disk;

    /** What a header says about an entry. */
    static final class Header {
        byte[] name = {};
        int flags;
        int method = STORED;
        int crc32;
        long packedSize;
        long size;
        int unixMode;

        static Header of(byte[] name, byte[] stored) {
            var header = new Header();
            header.name = name;
            header.crc32 = Archives.crc32(stored);
            header.packedSize = stored.length;
            header.size = stored.length;
            return header;
        }
    }

    /** Adds content under a header; the same one locally and in the directory. */
    RawZip add(Header header, byte[] packed) {
        int offset = local(header, packed);
        return record(header, offset);
    }

    /** Writes a local header and content without telling the directory; tells the offset. */
    int local(Header header, byte[] packed) {
        int offset = content.size();
        var local = buffer(30 + header.name.length);
        local.putInt(0x04034b50).putShort((short) 20).putShort((short) header.flags);
        local.putShort((short) header.method).putInt(0x21 << 16).putInt(header.crc32);
        local.putInt((int) header.packedSize).putInt((int) header.size);
        local.putShort((short) header.name.length).putShort((short) 0).put(header.name);
        content.writeBytes(bytesOf(local));
        content.writeBytes(packed);
        return offset;
    }

    /** Tells the directory of an entry at an offset. */
    RawZip record(Header header, int offset) {
        var record = buffer(46 + header.name.length);
        record.putInt(0x02014b50).putShort((short) 0x0314).putShort((short) 20);
        record.putShort((short) header.flags).putShort((short) header.method);
        record.putInt(0x21 << 16).putInt(header.crc32);
        record.putInt((int) header.packedSize).putInt((int) header.size);
        record.putShort((short) header.name.length).putShort((short) 0).putShort((short) 0);
        record.putShort((short) 0).putShort((short) 0).putInt(header.unixMode << 16).putInt(offset);
        record.put(header.name);
        directory.writeBytes(bytesOf(record));
        entries++;
        return this;
    }

    RawZip onDisk(int number) {
        disk = number;
        return this;
    }

    byte[] bytes() {
        var end = buffer(22);
        end.putInt(0x06054b50).putShort((short) disk).putShort((short) disk);
        end.putShort((short) entries).putShort((short) entries);
        end.putInt(directory.size()).putInt(content.size()).putShort((short) 0);
        return Archives.joined(content.toByteArray(), directory.toByteArray(), bytesOf(end));
    }

    /** Zeros, deflated without a header: about a thousandth of {@code size}. */
    static byte[] deflatedZeros(long size) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        var zeros = new byte[1 << 16];
        var packed = new byte[1 << 16];
        var all = new ByteArrayOutputStream();
        for (long given = 0; given < size; given += zeros.length) {
            deflater.setInput(zeros);
            for (int count = deflater.deflate(packed);
                    count > 0;
                    count = deflater.deflate(packed)) {
                all.write(packed, 0, count);
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            all.write(packed, 0, deflater.deflate(packed));
        }
        deflater.end();
        return all.toByteArray();
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytesOf(ByteBuffer full) {
        var bytes = new byte[full.flip().remaining()];
        full.get(bytes);
        return bytes;
    }
}
