package crateworks.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A zip as it would be with only some of its entries: all its content, then a part of its central
 * directory, then an end record that fits. So a library that holds every entry it reads in memory
 * is given a few at a time.
 */
final class ZipSlice implements SeekableByteChannel {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int END64_BYTES = 56;
    private static final int TAIL_RECORDS_BYTES = END64_BYTES + 20 + 22;
    private static final long ZIP64_FROM = 0xFFFFFFFFL;
    private static final short VERSION_ZIP64 = 45;

    private final SeekableByteChannel zip;
    private final long cut;
    private final ByteBuffer tail;
    private long position;

    private ZipSlice(SeekableByteChannel zip, long cut, ByteBuffer tail) {
        this.zip = zip;
        this.cut = cut;
        this.tail = tail;
    }

    static ZipSlice of(SeekableByteChannel zip, ZipDirectory directory, int slice)
            throws IOException {
        long from = directory.sliceStarts().get(slice);
        int bytes = (int) (directory.sliceStarts().get(slice + 1) - from);
        var tail = ByteBuffer.allocate(bytes + TAIL_RECORDS_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        tail.put(ZipDirectory.bytes(zip, from, bytes));
        long offset = directory.start() - directory.shift();
        boolean zip64 = offset >= ZIP64_FROM;
        if (zip64) {
            putZip64(tail, bytes, offset, directory.start() + bytes);
        }
        short count = (short) ZipDirectory.SLICE_ENTRIES; // of no consequence: the records count
        tail.putInt(END_SIGNATURE).putInt(0).putShort(count).putShort(count);
        tail.putInt(bytes).putInt((int) (zip64 ? ZIP64_FROM : offset)).putShort((short) 0);
        return new ZipSlice(zip, directory.start(), tail.flip());
    }

    private static void putZip64(ByteBuffer tail, int bytes, long offset, long at) {
        long entries = ZipDirectory.SLICE_ENTRIES;
        tail.putInt(END64_SIGNATURE).putLong(END64_BYTES - 12L);
        tail.putShort(VERSION_ZIP64).putShort(VERSION_ZIP64).putInt(0).putInt(0);
        tail.putLong(entries).putLong(entries).putLong(bytes).putLong(offset);
        tail.putInt(LOCATOR_SIGNATURE).putInt(0).putLong(at).putInt(1);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= size()) {
            return -1;
        }
        if (position < cut) {
            int limit = into.limit();
            into.limit((int) Math.min(limit, into.position() + (cut - position)));
            int count = zip.position(position).read(into);
            into.limit(limit);
            position += Math.max(count, 0);
            return count;
        }
        int at = (int) (position - cut);
        int count = Math.min(into.remaining(), tail.limit() - at);
        into.put(tail.slice(at, count));
        position += count;
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return cut + tail.limit();
    }

    @Override
    public boolean isOpen() {
        return zip.isOpen();
    }

    /** The zip stays open for the slices that follow. */
    @Override
    public void close() {}

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
