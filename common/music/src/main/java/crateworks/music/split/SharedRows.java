package crateworks.music.split;

import crateworks.music.midi.EventTable;
import crateworks.music.midi.MetaType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The events of a file that its parts share: for all parts the copyright, markers, film offset and
 * short exclusive messages (resets, master volume); for the parts of a channel also what tracks
 * without notes on it set up there.
 *
 * <p>Rows are kept as tick and row in one number, which sorts them as a player meets them.
 */
final class SharedRows {
    /**
     * Longer exclusive messages are dumps for one device, which stay with the track they are in.
     */
    static final int EXCLUSIVE_BYTES_MAX = 64;

    /** What patterns share: nothing. */
    static final long[] NONE = {};

    private static final int CHANNELS = 16;
    private static final int ROWS_AT_FIRST = 16;
    private static final int EVENT_BYTES_MAX = 12;
    private static final int EXCLUSIVE_END = 0xF7;

    private final EventTable events;
    private final Rows common = new Rows();
    private final Rows[] setUp = new Rows[CHANNELS];
    private final Map<Integer, long[]> byChannel = new HashMap<>();

    /** Gathers them; {@code noteOns} counts the notes of each track's each channel. */
    SharedRows(EventTable events, int[] noteOns) {
        this.events = events;
        Arrays.setAll(setUp, channel -> new Rows());
        for (int payload = 0; payload < events.payloadCount(); payload++) {
            int row = events.payloadRow(payload);
            if (isShared(events, row)) {
                common.add(events.tick(row), row, events.payloadLength(row));
            }
        }
        for (int track = 0; track < events.trackCount(); track++) {
            addSetUp(track, noteOns);
        }
    }

    private void addSetUp(int track, int[] noteOns) {
        for (int row = events.firstRow(track); row < events.endRow(track); row++) {
            if (!events.isNote(row)
                    && events.hasChannel(row)
                    && noteOns[track * CHANNELS + events.channel(row)] == 0) {
                setUp[events.channel(row)].add(events.tick(row), row, 0);
            }
        }
    }

    /** Whether a meta or exclusive event belongs to all parts. */
    static boolean isShared(EventTable events, int row) {
        if (events.status(row) == EventTable.META) {
            return switch (events.metaType(row)) {
                case MetaType.COPYRIGHT, MetaType.MARKER, MetaType.SMPTE_OFFSET -> true;
                default -> false;
            };
        }
        return isWholeExclusive(events, row) && events.payloadLength(row) <= EXCLUSIVE_BYTES_MAX;
    }

    /** Whether an exclusive message is complete in one event. */
    static boolean isWholeExclusive(EventTable events, int row) {
        int length = events.payloadLength(row);
        return events.status(row) == EventTable.EXCLUSIVE
                && length > 0
                && events.payloadByte(row, length - 1) == EXCLUSIVE_END;
    }

    /** Ticks and rows for the parts of a channel, ascending. */
    long[] of(int channel) {
        return byChannel.computeIfAbsent(channel, each -> common.sortedWith(setUp[each]));
    }

    /** A bound of the bytes that the rows for a channel take in one part. */
    long bytesAtMost(int channel) {
        return common.bytes + setUp[channel].bytes;
    }

    static int tick(long tickAndRow) {
        return (int) (tickAndRow >>> 32);
    }

    static int row(long tickAndRow) {
        return (int) tickAndRow;
    }

    /** A growing list of ticks and rows. */
    private static final class Rows {
        private long[] tickAndRow = NONE;
        private int count;
        private long bytes;

        void add(int tick, int row, int payloadLength) {
            if (count == tickAndRow.length) {
                tickAndRow = Arrays.copyOf(tickAndRow, count + (count >> 1) + ROWS_AT_FIRST);
            }
            tickAndRow[count++] = (long) tick << 32 | row;
            bytes += EVENT_BYTES_MAX + payloadLength;
        }

        long[] sortedWith(Rows more) {
            long[] all = Arrays.copyOf(tickAndRow, count + more.count);
            System.arraycopy(more.tickAndRow, 0, all, count, more.count);
            Arrays.sort(all);
            return all;
        }
    }
}
