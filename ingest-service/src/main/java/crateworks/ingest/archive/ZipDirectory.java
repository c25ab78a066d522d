package crateworks.ingest.archive;

import crateworks.ingest.archive.ArchiveFault.Code;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the central directory of a zip lies, how many entries it has, and whether they share bytes:
 * what must be known before a library is let near it, since libraries hold all entries in memory.
 *
 * <p>Source: APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16 and 4.5.3.
 *
 * @param start offset of the first record
 * @param shift bytes that were put before the zip, by which all its offsets are too small
 * @param sliceStarts offsets of the records that parts begin with, and of the end of the last part
 * @param whole whether the records reach to the end that the zip promises
 */
record ZipDirectory(long start, long shift, List<Long> sliceStarts, boolean whole) {
    /** How many entries are in memory at a moment, about 1 KiB each. */
    static final int SLICE_ENTRIES = 4096;

    private static final int SLICE_BYTES = 8 << 20;
    private static final int TRAILING_JUNK_MAX = 1 << 20;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int END64_BYTES = 56;
    private static final int RECORD_BYTES = 46;
    private static final int LOCAL_HEADER_BYTES = 30;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int RECORD_SIGNATURE = 0x02014b50;
    private static final int ZIP64_EXTRA = 1;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    /** Finds the directory and looks through it; empty when the zip has none, as if cut off. */
    static Optional<ZipDirectory> find(SeekableByteChannel zip, Budget budget) throws IOException {
        long size = zip.size();
        int tailBytes = (int) Math.min(size, TRAILING_JUNK_MAX + END_BYTES);
        ByteBuffer tail = bytes(zip, size - tailBytes, tailBytes);
        for (int at = tailBytes - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) != END_SIGNATURE) {
                continue;
            }
            Optional<ZipDirectory> found = at(zip, size - tailBytes + at, tail, at, budget);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<ZipDirectory> at(
            SeekableByteChannel zip, long end, ByteBuffer tail, int at, Budget budget)
            throws IOException {
        long directoryBytes = Integer.toUnsignedLong(tail.getInt(at + 12));
        long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
        long directoryEnd = end;
        Optional<ByteBuffer> end64 = end64(zip, end);
        if (end64.isPresent()) {
            directoryBytes = end64.get().getLong(40);
            offset = end64.get().getLong(48);
            directoryEnd = end - LOCATOR_BYTES - END64_BYTES;
        }
        if (directoryBytes < 0 || directoryBytes > directoryEnd) {
            return Optional.empty();
        }
        long start = directoryEnd - directoryBytes;
        boolean empty = directoryBytes == 0;
        if (!empty && bytes(zip, start, 4).getInt(0) != RECORD_SIGNATURE) {
            return Optional.empty();
        }
        int disk = Short.toUnsignedInt(tail.getShort(at + 4));
        if (disk != 0 && disk != 0xFFFF) {
            throw new Refusal(Code.MULTI_PART, "It is the last part of an archive in parts.");
        }
        return Optional.of(census(zip, start, directoryEnd, start - offset, budget));
    }

    private static Optional<ByteBuffer> end64(SeekableByteChannel zip, long end)
            throws IOException {
        long at = end - LOCATOR_BYTES - END64_BYTES;
        if (at < 0) {
            return Optional.empty();
        }
        ByteBuffer both = bytes(zip, at, END64_BYTES + LOCATOR_BYTES);
        boolean there =
                both.getInt(0) == END64_SIGNATURE && both.getInt(END64_BYTES) == LOCATOR_SIGNATURE;
        return there ? Optional.of(both) : Optional.empty();
    }

    private static ZipDirectory census(
            SeekableByteChannel zip, long start, long end, long shift, Budget budget)
            throws IOException {
        zip.position(start);
        InputStream records = new BufferedInputStream(Channels.newInputStream(zip), 1 << 16);
        var slices = new ArrayList<>(List.of(start));
        var extents = new Extents();
        long offset = start;
        int inSlice = 0;
        while (offset + RECORD_BYTES <= end) {
            ByteBuffer fixed = buffer(records.readNBytes(RECORD_BYTES));
            if (fixed.capacity() < RECORD_BYTES || fixed.getInt(0) != RECORD_SIGNATURE) {
                break;
            }
            int nameBytes = Short.toUnsignedInt(fixed.getShort(28));
            int extraBytes = Short.toUnsignedInt(fixed.getShort(30));
            int variable = nameBytes + extraBytes + Short.toUnsignedInt(fixed.getShort(32));
            if (offset + RECORD_BYTES + variable > end) {
                break;
            }
            ByteBuffer rest = buffer(records.readNBytes(variable));
            extents.add(fixed, nameBytes, rest.slice(nameBytes, extraBytes));
            boolean full = inSlice >= SLICE_ENTRIES || offset - slices.getLast() > SLICE_BYTES;
            if (full) {
                slices.add(offset);
                inSlice = 0;
            }
            offset += RECORD_BYTES + variable;
            inSlice++;
            budget.entries(1);
        }
        if (offset > start) {
            slices.add(offset);
        }
        if (extents.overlap()) {
            throw new Refusal(
                    Code.OVERLAPPING_ENTRIES,
                    "Some of its members consist of the same bytes, which no honest archive does.");
        }
        return new ZipDirectory(start, shift, List.copyOf(slices), offset == end);
    }

    /** The bytes of the file that each member occupies, without its header. */
    private static final class Extents {
        private long[] starts = new long[SLICE_ENTRIES];
        private long[] lengths = new long[SLICE_ENTRIES];
        private int count;

        void add(ByteBuffer record, int nameBytes, ByteBuffer extra) {
            long length = Integer.toUnsignedLong(record.getInt(20));
            long local = Integer.toUnsignedLong(record.getInt(42));
            if (length == IN_ZIP64 || local == IN_ZIP64) {
                ByteBuffer zip64 = zip64(extra.order(ByteOrder.LITTLE_ENDIAN));
                boolean sizeToo = Integer.toUnsignedLong(record.getInt(24)) == IN_ZIP64;
                int at = sizeToo ? Long.BYTES : 0;
                if (length == IN_ZIP64 && zip64.capacity() >= at + Long.BYTES) {
                    length = zip64.getLong(at);
                    at += Long.BYTES;
                }
                if (local == IN_ZIP64 && zip64.capacity() >= at + Long.BYTES) {
                    local = zip64.getLong(at);
                }
            }
            if (length <= 0) {
                return;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                lengths = Arrays.copyOf(lengths, count * 2);
            }
            starts[count] = local + LOCAL_HEADER_BYTES + nameBytes;
            lengths[count++] = length;
        }

        private static ByteBuffer zip64(ByteBuffer extra) {
            while (extra.remaining() >= 4) {
                int id = Short.toUnsignedInt(extra.getShort());
                int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
                if (id == ZIP64_EXTRA) {
                    return extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
                }
                extra.position(extra.position() + length);
            }
            return ByteBuffer.allocate(0);
        }

        /** Entries are nearly always in the order of their bytes, so sorting is cheap. */
        boolean overlap() {
            Integer[] unsorted = {};
            boolean ascending = true;
            for (int row = 1; row < count; row++) {
                ascending &= starts[row] >= starts[row - 1];
            }
            if (!ascending) {
                unsorted = new Integer[count];
                Arrays.setAll(unsorted, row -> row);
                Arrays.sort(unsorted, (a, b) -> Long.compare(starts[a], starts[b]));
            }
            for (int rank = 1; rank < count; rank++) {
                int before = ascending ? rank - 1 : unsorted[rank - 1];
                int row = ascending ? rank : unsorted[rank];
                if (starts[row] - starts[before] < lengths[before]) {
                    return true;
                }
            }
            return false;
        }
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ByteBuffer bytes(SeekableByteChannel zip, long offset, int length) throws IOException {
        zip.position(offset);
        return buffer(Channels.newInputStream(zip).readNBytes(length));
    }
}
