package crateworks.music.midi;

/**
 * The events of a file, one row an event, track after track in the order of the file.
 *
 * <p>Columns are primitive arrays, 8 bytes an event. Ends of tracks are no rows but ticks of their
 * own. Payloads of meta and exclusive events stay where they are in the bytes of the file, which
 * the table keeps by reference. Invariants: ticks ascend within a track and stay below {@link
 * SmfReader#TICK_MAX}; data bytes are 0 to 127.
 */
public final class EventTable {
    /** The status byte of a meta event. */
    public static final int META = 0xFF;

    /** The status byte of an exclusive message. */
    public static final int EXCLUSIVE = 0xF0;

    /**
     * The status byte of bytes that are sent as they are, or that go on with an exclusive message.
     */
    public static final int ESCAPE = 0xF7;

    private final byte[] file;
    private final int[] tick;
    private final int[] word;
    private final int[] firstRow;
    private final int[] endTick;
    private final Payloads payloads;

    /**
     * {@code firstRow} has one element more than there are tracks; columns may be longer than it
     * says.
     */
    EventTable(
            byte[] file, int[] tick, int[] word, int[] firstRow, int[] endTick, Payloads payloads) {
        this.file = file;
        this.tick = tick;
        this.word = word;
        this.firstRow = firstRow;
        this.endTick = endTick;
        this.payloads = payloads;
    }

    public int count() {
        return firstRow[endTick.length];
    }

    public int trackCount() {
        return endTick.length;
    }

    public int firstRow(int track) {
        return firstRow[track];
    }

    /** The row after the last one of a track. */
    public int endRow(int track) {
        return firstRow[track + 1];
    }

    /** When a track ends: the tick of its end-of-track event, or else of its last event. */
    public int endTick(int track) {
        return endTick[track];
    }

    public int tick(int row) {
        return tick[row];
    }

    /**
     * The status byte: 0x80 to 0xEF with a channel, {@link #META}, {@link #EXCLUSIVE} or {@link
     * #ESCAPE}.
     */
    public int status(int row) {
        return word[row] & 0xFF;
    }

    public boolean hasChannel(int row) {
        return (word[row] & 0xFF) < 0xF0;
    }

    /** The channel, 0 to 15, of an event that has one. */
    public int channel(int row) {
        return word[row] & 0x0F;
    }

    /** Whether the event begins or ends a note. */
    public boolean isNote(int row) {
        return (word[row] & 0xE0) == 0x80;
    }

    /** Whether the event begins a note: a note-on with a velocity. */
    public boolean isNoteOn(int row) {
        return isNoteOnWord(word[row]);
    }

    static boolean isNoteOnWord(int word) {
        return (word & 0xF0) == 0x90 && word > 0xFFFF;
    }

    /** The first data byte of an event with a channel: pitch, controller or program. */
    public int data1(int row) {
        return word[row] >>> 8 & 0x7F;
    }

    /**
     * The second data byte of an event with a channel: velocity or value; 0 where there is none.
     */
    public int data2(int row) {
        return word[row] >>> 16;
    }

    /** Meta and exclusive events, in the order of their rows. */
    public int payloadCount() {
        return payloads.count();
    }

    /** The row of the payload with this index. */
    public int payloadRow(int payload) {
        return payloads.row(payload);
    }

    /** The index of the first payload whose row is not before this one. */
    int firstPayloadFrom(int row) {
        int low = 0;
        int high = payloads.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (payloads.row(middle) < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public boolean isMeta(int row, int type) {
        return (word[row] & 0xFF) == META && payloads.type(word[row] >>> 8) == type;
    }

    /** The type of a meta event; see {@link MetaType}. */
    public int metaType(int row) {
        return payloads.type(word[row] >>> 8);
    }

    /**
     * Where the payload of a meta or exclusive event begins, in bytes from the start of the file.
     */
    public int payloadOffset(int row) {
        return payloads.offset(word[row] >>> 8);
    }

    /** The bytes of the payload of a meta or exclusive event. */
    public int payloadLength(int row) {
        return payloads.length(word[row] >>> 8);
    }

    /** One byte of a payload, unsigned. */
    public int payloadByte(int row, int index) {
        return file[payloadOffset(row) + index] & 0xFF;
    }

    /** The text of a meta event, readable and bounded; see {@link MetaText}. */
    public String text(int row) {
        return MetaText.decode(file, payloadOffset(row), payloadLength(row));
    }

    byte[] file() {
        return file;
    }

    int word(int row) {
        return word[row];
    }
}
